export const yourBriefs = 'Your briefs'
export const backToWall = 'Back to the wall'
export const submit = 'Submit a brief'
export const forBriefs = 'for briefs, until'
export const over = 'Briefs are in'
export const brief = 'Brief'
export const quoted = (words: string) => `“${words}”`
export const signed = (moment: string, creator: string) => `Signed ${moment} by ${creator}`
const pictures = (count: number) => (count === 1 ? 'one picture' : `${count} pictures`)
export const variations = (count: number, provider: string) => `Variations: ${pictures(count)}, ${provider}`
export const askedFor = (count: number, provider: string) => `Asked for: ${pictures(count)}, ${provider}`
export const mayClose = 'You may close this page. The work goes on, and this address shows it.'
export const bring = 'Bring a finished work'
export const brought = 'A finished work, made elsewhere'
export const keptPrivate = 'Words kept private by their creator.'
export const onlyYou = 'Kept private: only you are shown these words.'
