export const caption = (count: number) => `${count.toLocaleString('en')} pictures at every provider`
export const figure = (count: number) => count.toLocaleString('en')
export const provider = 'Provider'
export const pictures = 'Pictures'
export const quote = 'Quote'
export const price = 'Price'
export const each = 'Per work hung'
export const time = 'Done in'
export const words = 'Who sees the words'
export const licence = 'Terms of the model'
export const free = 'free'
export const sees = {
  'this-server': 'this server',
  provider: 'the provider',
  strangers: 'volunteers nobody knows',
}
export const uses = {
  'any-use': 'pictures free to use',
  'non-commercial': 'not for sale',
  unknown: 'use not known',
}
export const never = {
  'not-asked': 'Not asked.',
  size: 'It does not make this size.',
  loras: 'It does not render with LoRAs.',
  privacy: 'Not asked: words of this round may not go there.',
  licence: 'Not asked: its pictures are not free to use.',
  budget: 'Beyond the budget.',
}
const pays = (affordable: number) =>
  affordable === 0 ? 'it pays for none' : `it pays for ${affordable.toLocaleString('en')}`
export const beyond = {
  'over-round': (affordable: number) => `Beyond the budget of the round: ${pays(affordable)}.`,
  'over-month': (affordable: number) => `Beyond the provider’s month: ${pays(affordable)}.`,
}
export const basis =
  'Price and time by what each has done so far, or by what it publishes before its first picture. The time is from now, if it made all of them.'
