export const title = 'Stimmen von Runde zu Runde'
export const round = (round: number) => `Runde ${round}`
export const goes = (work: number) => `#${work} scheidet aus`
export const chosen = (work: number) => `#${work} gewählt`
