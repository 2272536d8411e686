export const slug = 'Two to 48 lower-case letters, digits and single hyphens.'
export const address = 'An address: 0x and 40 hexadecimal digits.'
export const leastTwoLetters = 'At least two letters.'
export const mostLetters = (most: number) => `At most ${most.toLocaleString('en')} letters.`
export const leastSource = 'At least one source of votes.'
