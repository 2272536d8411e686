export const oneVoice = 'One voice for each address'
export const roundsList = 'The round’s list'
export const held = (token: string) => `${token}, held`
export const delegated = (token: string) => `${token}, delegated votes`
