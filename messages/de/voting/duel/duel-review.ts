const laterDuels = (count: number) =>
  count === 1 ? '1 späteres Duell' : `${count.toLocaleString('de-DE')} spätere Duelle`

export const wouldTakeAway = (duel: number, fallen: number) =>
  `Wird Duell ${duel} geändert, ${fallen === 1 ? 'fällt' : 'fallen'} ${laterDuels(fallen)} weg.`
export const changeIt = (fallen: number) =>
  `Ändern und ${fallen === 1 ? 'dieses eine' : `diese ${fallen}`} aufgeben`
export const leaveIt = 'Lassen, wie es war'
export const whyTheyGo = (fallen: number) =>
  `Das Werk, das gewinnt, bleibt für das nächste Paar. Hättest du so geantwortet, wären andere Werke aufeinandergetroffen, und ein Stimmzettel enthält die ersten Duelle seiner Folge ohne Lücke. Was an ${fallen === 1 ? 'seine' : 'ihre'} Stelle tritt, kannst du beurteilen.`
export const changed = (duel: number, fallen: number) => {
  const also = fallen === 1 ? 'fiel weg' : 'fielen weg'
  return `Duell ${duel} ist geändert${fallen > 0 ? `, und ${laterDuels(fallen)} ${also}` : ''}.`
}
export const putBack = 'Zurücksetzen, wie es war'
export const noDuelsYet = 'Noch keine Duelle'
export const noneJudged = 'Für diese Adresse ist auf diesem Gerät kein Duell beurteilt.'
export const judgeByDuels = 'In Duellen urteilen'
export const emptyAbstains = 'Wer einen leeren Stimmzettel unterschreibt, enthält sich.'
export const yourRanking = 'Deine Rangfolge'
export const ofAtMost = (most: number) => `von höchstens ${most.toLocaleString('de-DE')}`
export const goOn = 'Weiter urteilen'
