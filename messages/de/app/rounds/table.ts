export const title = (round: string) => `Leuchttisch, ${round}`
