const laterDuels = (count: number) =>
  count === 1 ? '1 later duel' : `${count.toLocaleString('en')} later duels`

export const wouldTakeAway = (duel: number, fallen: number) =>
  `Changing duel ${duel} takes ${laterDuels(fallen)} away.`
export const changeIt = (fallen: number) =>
  `Change it, and let ${fallen === 1 ? 'that one' : `those ${fallen}`} go`
export const leaveIt = 'Leave it as it was'
export const whyTheyGo = (fallen: number) =>
  `The work that wins stays for the next pair. Had you answered so, other works would have met, and a ballot holds the first duels of its queue without a gap. You can judge what comes in place of ${fallen === 1 ? 'it' : 'them'}.`
export const changed = (duel: number, fallen: number) =>
  `Duel ${duel} is changed${fallen > 0 ? `, and ${laterDuels(fallen)} fell away` : ''}.`
export const putBack = 'Put it back as it was'
export const noDuelsYet = 'No duels yet'
export const noneJudged = 'No duel of this voter is judged on this device.'
export const judgeByDuels = 'Judge by duels'
export const emptyAbstains = 'Signing an empty ballot says that you abstain.'
export const yourRanking = 'Your ranking'
export const ofAtMost = (most: number) => `of ${most.toLocaleString('en')} at most`
export const goOn = 'Go on judging'
