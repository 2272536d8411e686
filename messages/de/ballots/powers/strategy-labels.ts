export const oneVoice = 'Eine Stimme je Adresse'
export const roundsList = 'Die Liste der Runde'
export const held = (token: string) => `${token}, im Besitz`
export const delegated = (token: string) => `${token}, übertragene Stimmen`
