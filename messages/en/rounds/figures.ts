/** A whole number as it is written. */
export const whole = (value: number | bigint) => value.toLocaleString('en')
/** A figure that was written with a point for its decimals and commas in its thousands. */
export const figure = (written: string) => written
export const ofVotes = (amount: string) => `${amount} ${amount === '1' ? 'vote' : 'votes'}`
export const ofPoints = (amount: string) => `${amount} ${amount === '1' ? 'point' : 'points'}`
export const ofStrength = (amount: string) => `${amount} of strength`
export const ofPower = (amount: string) => `${amount} of voting power`
