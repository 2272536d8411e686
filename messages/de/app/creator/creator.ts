export const description = (creator: string) => `Was von ${creator} hängt, in jeder Runde.`
