import { figure } from '#messages/voting/figure.ts'

export const reading = 'Das Protokoll wird gelesen …'
export const readingLeaves = (have: number, of: number) =>
  `Blatt-Hashes werden gelesen: ${figure(have)} von ${figure(of)} …`
export const missing = 'Das Protokoll ist nicht angekommen.'
export const again = 'Noch einmal'
/** Why it did not arrive, by code. */
export const unanswered: Record<string, string> = {
  'no-connection': 'Es gibt keine Verbindung zu diesem Server. Sobald es eine gibt, wird er wieder gefragt.',
  'log-unreadable': 'Dieser Browser konnte das Protokoll nicht berechnen.',
  'answer-malformed': 'Was der Server geantwortet hat, ist kein Protokoll.',
}
export const notGiven = 'Der Server hat es nicht gegeben.'
export const nothingChecked = 'Nichts wurde geprüft.'
export const empty = 'Kein Stimmzettel steht im Protokoll.'
export const firstBegins = 'Mit dem ersten beginnt der Baum. Diese Seite zeigt ihn, sobald er da ist.'
export const endedEmpty = 'Die Runde endete ohne einen.'
export const headOnChain = (size: number) => `Die Chain selbst hat den Kopf mit ${figure(size)}`
export const noHeadOnChain = 'Die Chain hat noch keinen Kopf oder antwortet nicht'
export const root = (leaves: number) =>
  leaves === 1
    ? 'Wurzel des einen Blatts, hier berechnet'
    : `Wurzel aller ${figure(leaves)} Blätter, hier berechnet`
export const live = 'Solange du hinsiehst, wird alle paar Sekunden wieder gefragt.'
export const behind = 'Der Server antwortet gerade nicht. Was gelesen ist, bleibt; er wird wieder gefragt.'
export const sealed = 'Es ist versiegelt: Nichts kommt mehr dazu.'
export const receipt = (number: number) => `Deine Quittung, Nummer ${figure(number)}`
export const heads = 'Köpfe'
