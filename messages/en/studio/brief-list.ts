export const quoted = (words: string) => `“${words}”`
export const signed = (round: string, moment: string) => `${round}, signed ${moment}.`
export const signedVariations = (round: string, moment: string) => `${round}, signed ${moment}, variations.`
export const signedWork = (round: string, moment: string) => `${round}, signed ${moment}, a finished work.`
export const keptPrivate = 'Kept private: signed as a seal, and shown to you alone.'
export const revealed = 'Revealed: everybody reads these words.'
