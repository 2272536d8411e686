export const quoted = (words: string) => `„${words}“`
export const signed = (round: string, moment: string) => `${round}, unterschrieben ${moment}.`
export const signedVariations = (round: string, moment: string) =>
  `${round}, unterschrieben ${moment}, Variationen.`
export const signedWork = (round: string, moment: string) =>
  `${round}, unterschrieben ${moment}, ein fertiges Werk.`
