const NUMBERS = 'keines eines zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' ')
const inWords = (count: number) => NUMBERS[count] ?? String(count)

/** Parts of one sentence: "Sechs gehängt, drei abgewiesen, drei kommen noch." */
export const hung = (count: number) => `${inWords(count)} gehängt`
export const turnedAway = (count: number) => `${inWords(count)} abgewiesen`
export const toCome = (count: number) => `${inWords(count)} ${count === 1 ? 'kommt' : 'kommen'} noch`
