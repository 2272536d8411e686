export const description = (alt: string, round: string) => `${alt} From the round ${round}.`
