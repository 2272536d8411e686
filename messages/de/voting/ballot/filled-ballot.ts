export const holdsAtMost = (most: number) =>
  `Ein Stimmzettel dieser Runde fasst höchstens ${most === 1 ? 'ein Werk' : `${most} Werke`}. Nimm welche herunter.`
export const stillToShare = (left: number, whole: number) => `${left} von ${whole} sind noch zu verteilen.`
export const sharedTooMuch = (over: number, whole: number) =>
  `${over} mehr als ${whole} sind verteilt: Nimm etwas zurück.`
export const noVoteYet = 'Noch hat kein Werk eine Stimme. Um dich zu enthalten, nimm alle Werke herunter.'
export const costTooMuch = (spent: number, credits: number) =>
  `Diese Stimmen kosten ${spent} Credits, und es gibt ${credits}: Nimm welche zurück.`
export const noPointsYet = 'Noch hat kein Werk Punkte. Um dich zu enthalten, nimm alle Werke herunter.'
export const pointsAtMost = (most: number) =>
  `Ein Werk bekommt höchstens ${most === 1 ? 'einen Punkt' : `${most} Punkte`}.`
export const chooseOne = 'Ein Werk zählt: Bestimme es unter denen, die du gewählt hast.'
