export const yourBriefs = 'Deine Aufträge'
export const backToWall = 'Zurück zur Wand'
export const submit = 'Auftrag einreichen'
export const forBriefs = 'für Aufträge, bis'
export const over = 'Die Aufträge sind da'
export const brief = 'Auftrag'
export const quoted = (words: string) => `„${words}“`
export const signed = (moment: string, creator: string) => `Unterschrieben ${moment} von ${creator}`
const pictures = (count: number) => (count === 1 ? 'ein Bild' : `${count} Bilder`)
export const variations = (count: number, provider: string) => `Variationen: ${pictures(count)}, ${provider}`
export const askedFor = (count: number, provider: string) => `Bestellt: ${pictures(count)}, ${provider}`
export const mayClose =
  'Du kannst diese Seite schließen. Die Arbeit geht weiter, und diese Adresse zeigt sie.'
export const bring = 'Ein fertiges Werk bringen'
export const brought = 'Ein fertiges Werk, anderswo entstanden'
export const keptPrivate = 'Worte, die ihr Urheber geheim hält.'
export const onlyYou = 'Geheim: Diese Worte werden nur dir gezeigt.'
