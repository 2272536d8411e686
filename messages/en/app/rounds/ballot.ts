export const title = 'Ballot'
export const steps = 'Steps'
export const pick = 'Pick'
export const judge = 'Judge'
export const review = 'Review'
export const sign = 'Sign'
export const receipt = 'Receipt'
export const cancelled = 'This round was cancelled.'
export const notOpen = 'Voting has not opened yet.'
export const opens = (on: string) => `It opens on ${on}.`
export const closed = 'Voting is closed.'
export const closedOn = (on: string) => `It closed on ${on}. Your picks stay on this device.`
export const toWall = 'To the wall'
export const toResult = 'To the result'
export const backToWall = 'Back to the wall'
export const about = (round: string, method: string) => `${round}, by ${method}.`
export const changeable = (until: string) => ` Change it as often as you like until ${until}.`
export const signingNeedsNetwork = 'Signing needs the network.'
