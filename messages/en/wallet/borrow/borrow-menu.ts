export const looking = 'Looking who is here …'
export const unread = 'Who can be borrowed could not be read: this server or its chain does not answer.'
export const lookAgain = 'Look again'
export const nobody =
  'Nobody can be borrowed here yet. The demo’s people come with its first community, unless this instance was started with VERSO_SEED=0. A wallet of your own works all the same.'
export const whose = 'Whose identity?'
export const worthless =
  'They live on this machine’s chain. Everybody knows their keys, so they are worth nothing off it.'
