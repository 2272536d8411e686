export const pageTitle = 'Found a community'
export const title = 'Found one'
export const newCommunity = 'New community'
export const kept = 'What you entered stays on this page.'
export const backToDesk = 'Back to the desk'
export const about =
  'One contract holds its rounds and tokens. You deploy it, you direct it; this server only keeps the log.'
export const noOperatorKey = 'This server has no operator key.'
export const setOperatorKey =
  'Set OPERATOR_PRIVATE_KEY: the collection names the account that signs the log’s heads.'
