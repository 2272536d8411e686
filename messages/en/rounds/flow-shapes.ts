export const title = 'Votes from round to round'
export const round = (round: number) => `Round ${round}`
export const goes = (work: number) => `#${work} goes`
export const chosen = (work: number) => `#${work} chosen`
