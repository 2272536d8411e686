export const borrowed = (name: string) => `Borrowed: ${name}`
export const giveBack = 'Give back'
