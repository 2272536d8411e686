export const againIn = (seconds: number) => `Wieder in ${seconds} s`
