export const variationOf = (title: string) => `a variation of “${title}”`
export const walletShows = 'It shows these lines. If it shows anything else, close it: your words are kept.'
export const handing = 'Signed. Handing it to the printers …'
export const wordsKept = 'Your words are kept.'
export const sign = (works: number) =>
  works === 1 ? 'Sign the brief: one work' : `Sign the brief: ${works} works`
export const changeWords = 'Change the words'
export const finishedWork = 'your finished work'
export const signWork = 'Sign the brief: your finished work'
export const seals = (words: string) => `Seals “${words}”`
