export const title = (round: string) => `Duell, ${round}`
