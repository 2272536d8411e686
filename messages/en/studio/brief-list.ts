export const quoted = (words: string) => `“${words}”`
export const signed = (round: string, moment: string) => `${round}, signed ${moment}.`
export const signedVariations = (round: string, moment: string) => `${round}, signed ${moment}, variations.`
export const signedWork = (round: string, moment: string) => `${round}, signed ${moment}, a finished work.`
