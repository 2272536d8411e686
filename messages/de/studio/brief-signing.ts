export const variationOf = (title: string) => `eine Variation von „${title}“`
export const walletShows =
  'Sie zeigt diese Zeilen. Zeigt sie etwas anderes, schließ sie: Deine Worte bleiben erhalten.'
export const handing = 'Unterschrieben. Geht an die Druckerei …'
export const wordsKept = 'Deine Worte bleiben erhalten.'
export const sign = (works: number) =>
  works === 1 ? 'Auftrag unterschreiben: ein Werk' : `Auftrag unterschreiben: ${works} Werke`
export const changeWords = 'Worte ändern'
export const finishedWork = 'dein fertiges Werk'
export const signWork = 'Auftrag unterschreiben: dein fertiges Werk'
export const seals = (words: string) => `Versiegelt „${words}“`
