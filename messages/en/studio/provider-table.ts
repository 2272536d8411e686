export const caption = 'How each provider does'
export const provider = 'Provider'
export const underWay = 'Under way'
export const ofPlaces = (count: number) => `of ${count} at once`
export const median = 'Half within'
export const slow = '95 % within'
export const taken = 'Passed the gates'
export const cost = 'Per work hung'
export const month = 'This month'
export const ofLimit = (limit: string) => `of ${limit}`
