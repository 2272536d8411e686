export const label = 'Die letzten erbetenen Bilder'
export const none =
  'Noch wurde um kein Bild gebeten. Ist ein Auftrag unterschrieben, steht hier jedes Bild: wohin es ging, warum dorthin und was daraus wurde.'
export const seeWork = (name: string) => `${name}: das Werk ansehen`
export const quoted = (words: string) => `„${words}“`
export const keptPrivate = 'Worte, die ihr Urheber geheim hält.'
