export const label = 'The last pictures asked for'
export const none =
  'No picture was asked for yet. Once a brief is signed, each picture stands here: where it went, why there, and what came of it.'
export const seeWork = (name: string) => `${name}: see the work`
export const quoted = (words: string) => `“${words}”`
export const keptPrivate = 'Words kept private by their creator.'
