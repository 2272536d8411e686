export const states = {
  draft: 'In Vorbereitung',
  submissions: 'Nimmt Aufträge an',
  voting: 'Offen für Stimmen',
  counting: 'Wird ausgezählt',
  challenge: 'Ausgezählt, offen für Einsprüche',
  final: 'Entschieden',
  minted: 'Geprägt',
  cancelled: 'Abgesagt',
}
export const stopped = 'Durch einen Beweis angehalten'
export const briefsIn = 'Aufträge sind da'
export const untilBriefsEnd = { label: 'für Aufträge, bis', over: briefsIn }
export const untilOpening = { label: 'bis zur Eröffnung:', over: 'Kurz vor der Eröffnung' }
export const untilClose = { label: 'bis zum Schluss:', note: 'Vorher keine Summen.', over: 'Geschlossen' }
export const untilFinal = { label: 'für Einsprüche, bis', over: states.final }

export const cancelledByGuardian = 'Der Wächter hat sie auf der Chain abgesagt, öffentlich.'
export const notOpened = 'Sie wurde nicht rechtzeitig eröffnet und endete deshalb von selbst.'
export const directorsReason = (reason: string) => `Die Leitung nennt als Grund: ${reason}`
export const noReason = 'Ein Grund wurde nicht genannt.'

export const judgeByDuels = 'In Duellen urteilen'
export const judgeOnTable = 'Am Leuchttisch urteilen'

/** By method, where a pick is not simply a work on the ballot. */
export const picking = {
  single: 'Ein Werk zählt: bestimme es auf dem Stimmzettel unter denen, die du gewählt hast.',
  weighted: 'Was du wählst, teilt sich auf dem Stimmzettel deine Stimmen.',
  quadratic: 'Was du wählst, bekommt auf dem Stimmzettel seine Stimmen, jede teurer als die letzte.',
  score: 'Was du wählst, bekommt auf dem Stimmzettel seine Punkte.',
  ranked: 'Was du wählst, wird auf dem Stimmzettel geordnet.',
  pairwise: 'Hier entscheiden Duelle: je zwei Werke, aus einer eigenen Folge für dich.',
}
