export const description = (creator: string) => `What hangs of ${creator}, in every round.`
