export const offline =
  'No connection. Your answers are kept on this device, and pictures come when it is back.'
export const nothingKept = 'This device keeps nothing: your answers last as long as this page.'
export const duelOf = (title: string) => `Duel of ${title}`
export const heading = (title: string) => `Duel: ${title}`
export const needScriptsBefore = 'Duels need scripts. Every work hangs on'
export const theWall = 'the wall'
export const needScriptsAfter = 'as well.'
