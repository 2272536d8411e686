export const didNotArrive = (name: string) => `${name} did not arrive.`
export const missingHere = 'It is missing here, not from the record.'
export const askAgain = 'Ask again'
export const askedFor = (name: string) => ` for ${name}`
