export const caption = (count: number) => `${count.toLocaleString('de-DE')} Bilder bei jedem Anbieter`
export const figure = (count: number) => count.toLocaleString('de-DE')
export const provider = 'Anbieter'
export const pictures = 'Bilder'
export const quote = 'Berechnen'
export const price = 'Preis'
export const each = 'Je gehängtes Werk'
export const time = 'Fertig in'
export const words = 'Wer die Worte sieht'
export const licence = 'Bedingungen des Modells'
export const free = 'kostenlos'
export const sees = {
  'this-server': 'dieser Server',
  provider: 'der Anbieter',
  strangers: 'Freiwillige, die niemand kennt',
}
export const uses = {
  'any-use': 'Bilder frei nutzbar',
  'non-commercial': 'nicht zum Verkauf',
  unknown: 'Nutzung unbekannt',
}
export const never = {
  'not-asked': 'Wird nicht gefragt.',
  size: 'Macht diese Größe nicht.',
  loras: 'Rechnet nicht mit LoRAs.',
  privacy: 'Wird nicht gefragt: Worte dieser Runde dürfen nicht dorthin.',
  licence: 'Wird nicht gefragt: Die Bilder sind nicht frei nutzbar.',
  budget: 'Über dem Budget.',
}
const pays = (affordable: number) =>
  affordable === 0 ? 'es reicht für keines' : `es reicht für ${affordable.toLocaleString('de-DE')}`
export const beyond = {
  'over-round': (affordable: number) => `Über dem Budget der Runde: ${pays(affordable)}.`,
  'over-month': (affordable: number) => `Über dem Monat des Anbieters: ${pays(affordable)}.`,
}
export const basis =
  'Preis und Zeit nach dem, was war, und vor dem ersten Bild nach dem, was der Anbieter angibt. Die Zeit zählt ab jetzt, wenn er alle machte.'
