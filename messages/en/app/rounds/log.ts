export const pageTitle = (round: string) => `${round}: the log`
export const neverOpened = 'This round never opened for votes.'
export const none = 'There is no log yet.'
export const begins = (opens: string) =>
  `It begins when voting opens, ${opens}. The first ballot is its first leaf.`
export const title = 'The log'
export const toResult = 'To the result'
export const toWall = 'To the wall'
export const whatItIs =
  'Every ballot is a leaf of this tree, in the order it came. What is in a leaf stays closed until the close; its hash is public from the first.'
export const onlyGrows =
  'A tree can grow and nothing else: a ballot that was dropped, changed or moved would give another root.'
