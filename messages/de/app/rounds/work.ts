export const description = (alt: string, round: string) => `${alt} Aus der Runde ${round}.`
