export const noNumber = (cell: string) => `“${cell}” is no number of a work.`
export const noMark = (cell: string) => `“${cell}” is no mark: pick, pass or nothing.`
export const noRating = (cell: string) => `“${cell}” is no rating: 1 to 5 or nothing.`
export const noValue = (cell: string) => `“${cell}” is no value: a whole number from 1, or nothing.`
export const noRank = (cell: string) => `“${cell}” is no rank: a whole number from 1, or nothing.`
export const noChoice = (cell: string) => `“${cell}” does not say whether it counts: yes or nothing.`
export const sameWork = (number: number, first: string) => `The same work #${number} as in ${first}.`
export const sameRank = (rank: number, first: string) => `The same rank ${rank} as in ${first}.`
export const sameChoice = (first: string) => `The same what counts as in ${first}.`
