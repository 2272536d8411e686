export const receipt = 'Receipt'
export const change = 'Change it'
export const review = 'Review ballot'
export const nothing = 'Nothing signed in this round'
export const signed = (number: number) => `Ballot signed, number ${number}`
const picks = (count: number) => (count === 1 ? '1 pick' : `${count} picks`)
export const onDevice = (count: number) => `${picks(count)} on this device`
export const inPage = (count: number) => `${picks(count)} in this page only: the device keeps nothing`
