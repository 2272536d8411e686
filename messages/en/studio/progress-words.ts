const NUMBERS = 'none one two three four five six seven eight nine ten eleven twelve'.split(' ')
const inWords = (count: number) => NUMBERS[count] ?? String(count)

/** Parts of one sentence: "Six hung, three turned away, three to come." */
export const hung = (count: number) => `${inWords(count)} hung`
export const turnedAway = (count: number) => `${inWords(count)} turned away`
export const toCome = (count: number) => `${inWords(count)} to come`
