export const borrowed = (name: string) => `Geliehen: ${name}`
export const giveBack = 'Zurückgeben'
