export const wholeSeconds = 'A whole number of seconds.'
export const leastMinute = 'At least a minute.'
export const mostYear = 'At most a year.'
export const wholeNumber = 'A whole number.'
export const leastOne = 'At least one.'
export const atMost = (most: number) => `At most ${most.toLocaleString('en')}.`
export const title = 'A title.'
export const mostLetters = (most: number) => `At most ${most.toLocaleString('en')} letters.`
export const brief = 'What creators are asked for.'
export const leastPlace = 'At least one place.'
export const mostPlaces = (most: number) => `At most ${most} places.`
export const moreThanNothing = 'More than nothing.'
export const leastTwo = 'At least two.'
export const mostTen = 'At most ten.'
export const mostSeconds = (most: number) => `At most ${most} seconds.`
export const mostFiveYears = 'At most five years.'
export const mostEightTimes = 'At most eight times.'
export const mostPercent = (most: number) => `At most ${most} %.`
export const reason = 'A sentence that everybody can read.'
export const dollars = 'An amount in dollars, at least nothing.'
export const mostDollars = (most: number) => `At most $${most.toLocaleString('en')}.`
