export const decided = {
  'count-back': 'the rounds before decided it',
  supporters: 'the ballots naming them decided it',
  lot: 'the lot decided it',
}

export const chosenWith = (votes: string, all: string) => `is chosen with ${votes} of ${all}`
export const takesOpenPlace = (votes: string) => `takes an open place with ${votes}, below the quota`
export const reachesQuota = (votes: string) => `reaches the quota with ${votes}`
export const passesOn = (votes: string, kept: string, passed: string) =>
  `reaches the quota with ${votes}, keeps ${kept} and passes on ${passed}`
export const goes = (votes: string) => `goes with ${votes}`

export const happened = (act: string) => `${act}.`
/** `tiebreak`: what decided, or nothing. */
export const happenedInTie = (act: string, rivals: string, tiebreak: string) =>
  `${act}, level with ${rivals}${tiebreak ? `; ${tiebreak}` : ''}.`

export const passedTo = (votes: string, work: number) => `${votes} to #${work}`
export const passedToOthers = (votes: string) => `${votes} to others`
export const withoutChoice = (votes: string) => `${votes} without a further choice`
