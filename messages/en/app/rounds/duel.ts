export const title = (round: string) => `Duel, ${round}`
