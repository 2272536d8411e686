export const title = (round: string) => `Light Table, ${round}`
