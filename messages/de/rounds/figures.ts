/** A whole number as it is written. */
export const whole = (value: number | bigint) => value.toLocaleString('de-DE')
/** A figure that was written with a point for its decimals and commas in its thousands. */
export const figure = (written: string) => written.replaceAll(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'))
export const ofVotes = (amount: string) => `${amount} ${amount === '1' ? 'Stimme' : 'Stimmen'}`
export const ofPoints = (amount: string) => `${amount} ${amount === '1' ? 'Punkt' : 'Punkte'}`
export const ofStrength = (amount: string) => `${amount} Stärke`
export const ofPower = (amount: string) => `${amount} Stimmgewicht`
