import { figure } from '#messages/voting/figure.ts'

export const marks = { pick: 'gewählt', pass: 'weggelegt', unset: 'offen' }
export const place = (number: number, count: number) => `Werk ${figure(number)} von ${figure(count)}`
export const points = (got: string) => `${got} ${got === '1' ? 'Punkt' : 'Punkte'}`
export const rated = (got: string) => `mit ${got} bewertet`

export const here = (work: string) => `${work}.`
export const staysAsItWas = (place: string) => `${place} bleibt, wie es war.`
export const nothingToUndo = 'Es gibt nichts rückgängig zu machen.'
export const nothingToRedo = 'Es gibt nichts wiederherzustellen.'
export const readOnly = 'Hier kann jetzt nichts gewählt werden.'
export const placed = (work: number, place: number, count: number) =>
  `#${work}: Platz ${place} von ${count} auf deinem Stimmzettel.`
export const got = (place: string, worth: string) => `${place}: ${worth}.`
export const noPoints = (place: string) => `${place}: keine Punkte.`
export const noRating = (place: string) => `${place}: keine Bewertung.`
/** What became of a work, by the act. */
export const became = {
  marked: (place: string, mark: string) => `${place}: ${mark}.`,
  undone: (place: string, mark: string) => `${place}: rückgängig gemacht, ${mark}.`,
  redone: (place: string, mark: string) => `${place}: wiederhergestellt, ${mark}.`,
}
export const now = (work: string) => `Jetzt ${work}.`

export const fullOfOne =
  'Ein Stimmzettel dieser Runde nennt ein Werk, und eines ist gewählt. Nimm es herunter, um ein anderes zu wählen.'
export const full = (most: number) =>
  `Ein Stimmzettel dieser Runde nennt höchstens ${figure(most)} Werke, und so viele sind gewählt. Nimm eines herunter, um ein anderes zu wählen.`
export const alone = 'In diesem Durchgang gibt es kein anderes Werk zum Vergleichen.'
export const beyond = (most: number | null) =>
  `Ein Werk bekommt in dieser Runde höchstens ${most} ${most === 1 ? 'Punkt' : 'Punkte'}.`
export const closed = 'Die Abstimmung ist geschlossen. Ansehen kann man alles, ändern nichts mehr.'
export const early = (opening: string) =>
  `Die Abstimmung öffnet: ${opening}. Bis dahin kann man alles ansehen.`
export const duels =
  'Diese Runde wird in Duellen entschieden, zwei Werke auf einmal. Hier kann man jedes Werk ansehen.'
export const keptInPage = 'Dieses Gerät behält nichts: Deine Wahl bleibt so lange wie diese Seite.'
export const offline =
  'Keine Verbindung. Deine Wahl bleibt auf diesem Gerät, und Bilder kommen, sobald wieder eine da ist.'
