export const quoted = (words: string) => `„${words}“`
export const signed = (round: string, moment: string) => `${round}, unterschrieben ${moment}.`
export const signedVariations = (round: string, moment: string) =>
  `${round}, unterschrieben ${moment}, Variationen.`
export const signedWork = (round: string, moment: string) =>
  `${round}, unterschrieben ${moment}, ein fertiges Werk.`
export const keptPrivate = 'Geheim: als Siegel unterschrieben und nur dir gezeigt.'
export const revealed = 'Offengelegt: Alle lesen diese Worte.'
