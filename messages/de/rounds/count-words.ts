export const decided = {
  'count-back': 'die Runden davor entschieden',
  supporters: 'die Stimmzettel, die sie nennen, entschieden',
  lot: 'das Los entschied',
}

export const chosenWith = (votes: string, all: string) => `ist gewählt mit ${votes} von ${all}`
export const takesOpenPlace = (votes: string) => `erhält einen freien Platz mit ${votes}, unter der Quote`
export const reachesQuota = (votes: string) => `erreicht die Quote mit ${votes}`
export const passesOn = (votes: string, kept: string, passed: string) =>
  `erreicht die Quote mit ${votes}, behält ${kept} und gibt ${passed} weiter`
export const goes = (votes: string) => `scheidet aus mit ${votes}`

export const happened = (act: string) => `${act}.`
export const happenedInTie = (act: string, rivals: string, tiebreak: string) =>
  `${act}, gleichauf mit ${rivals}${tiebreak ? `; ${tiebreak}` : ''}.`

export const passedTo = (votes: string, work: number) => `${votes} an #${work}`
export const passedToOthers = (votes: string) => `${votes} an andere`
export const withoutChoice = (votes: string) => `${votes} ohne weitere Wahl`
