export const wouldChange = (name: string, changes: string) => `${name} would change ${changes}.`
export const changesNothing = (name: string) => `${name} changes nothing.`
export const restStays = 'What it does not speak of stays as it is.'
export const allHere = 'All that it says of this round is on this device already.'
export const changes = 'What would change'
export const was = (decision: string) => `, was ${decision}`
export const leftOut = 'Left out'
export const take = 'Take it over'
export const leave = 'Leave it'
