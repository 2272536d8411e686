const ORDINALS = ['', 'first', 'second']
const nth = (count: number) =>
  `${count}${['th', 'st', 'nd', 'rd'][count % 100 > 10 && count % 100 < 14 ? 0 : count % 10] ?? 'th'}`

export const picture = (position: number) => `Picture ${position}`
export const pictureTry = (position: number, count: number) =>
  `Picture ${position}, ${ORDINALS[count] ? `${ORDINALS[count]} try` : `try ${count}`}`
export const askedAgain = (name: string, count: number) => `${name}, asked for the ${nth(count)} time`
export const underWay = (took: string) => `under way for ${took}`
export const after = (what: string, took: string) => `${what}, after ${took}`
export const calledOff = 'called off'
export const atTheGates = 'made, with the gates'
export const hung = 'hung'
export const turnedAway = 'turned away by the gates'
export const failures = {
  'rate-limited': 'it asked us to wait',
  capacity: 'no room there',
  auth: 'the key was refused',
  'invalid-input': 'it did not take the recipe',
  moderated: 'its filter turned the words or the picture down',
  transient: 'it broke off',
  'unknown-outcome': 'the answer was lost',
  expired: 'it took too long, or the picture was gone',
  'budget-exceeded': 'the account there is out of money',
  'artifact-invalid': 'what came was no picture',
}
