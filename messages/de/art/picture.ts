export const didNotArrive = (name: string) => `${name} kam nicht an.`
export const missingHere = 'Hier fehlt es, nicht in der Akte.'
export const askAgain = 'Noch einmal anfragen'
export const askedFor = (name: string) => `: ${name}`
