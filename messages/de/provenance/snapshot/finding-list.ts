import type { VoteCode } from '#lib/interop/snapshot/finding-words.ts'
import * as counts from '#messages/counts.ts'

export const row = (at: number) => `Zeile ${at.toLocaleString('de-DE')}`
export const noVoter = 'niemand'
export const nothing = 'nichts'
export const votes = (count: number, finding: string) => `${counts.votes(count)}: ${finding}.`
type Effect = keyof typeof EFFECTS
const EFFECTS = { counted: 'gezählt', astray: 'für etwas anderes gezählt', 'left-out': 'ausgelassen' }
export const effect = (power: string, compatible: Effect, exact: Effect) =>
  `Stimmgewicht ${power}. Snapshot: ${EFFECTS[compatible]}. Exakt: ${EFFECTS[exact]}.`
export const rows = (count: number) => (count === 1 ? 'Die Zeile' : 'Die Zeilen')
export const rowsOf = (finding: string) => ` zu: ${finding}`
export const more = (count: number) =>
  `Und ${count.toLocaleString('de-DE')} mehr: Die Kommandozeile führt sie mit --json auf.`

const FINDINGS: Record<VoteCode, { title: string; text: string }> = {
  'row-not-a-vote': {
    title: 'Keine Stimme',
    text: 'Die Zeile ist kein Objekt mit Wähler:in, Wahl und Stimmgewicht.',
  },
  'vote-repeated': {
    title: 'Dieselbe Stimme noch einmal',
    text: 'Eine Stimme mit dieser Kennung steht weiter oben: Seiten eines Downloads überschneiden sich. Sie zählt einmal.',
  },
  'voter-repeated': {
    title: 'Durch eine spätere Stimme ersetzt',
    text: 'Eine andere Stimme derselben Wähler:in kam später, oder in derselben Sekunde mit der größeren Kennung. Jene zählt.',
  },
  'voter-unreadable': {
    title: 'Wähler:in ohne Konto',
    text: 'Die Zeile nennt kein Konto. Snapshots Zählung sieht nie danach; die exakte will wissen, wessen Stimme es ist.',
  },
  'created-outside': {
    title: 'Außerhalb der Abstimmungszeit',
    text: 'Die Stimme kam vor dem Beginn oder nach dem Ende. Snapshots Zählung sieht nie auf die Zeit; die exakte lässt sie aus.',
  },
  'created-unreadable': {
    title: 'Keine Zeit',
    text: 'Die Zeile sagt nicht, wann sie entstand; ob sie rechtzeitig kam, ist nicht bekannt. Sie zählt.',
  },
  'power-missing': {
    title: 'Kein Stimmgewicht',
    text: 'Die Zeile hat kein Stimmgewicht. Keine der Zählungen hat etwas zu addieren.',
  },
  'power-not-a-number': {
    title: 'Stimmgewicht, das keine Zahl ist',
    text: 'Das Stimmgewicht ist nicht als JSON-Zahl geschrieben. Keine der Zählungen errät, was es bedeutet.',
  },
  'power-negative': {
    title: 'Stimmgewicht unter null',
    text: 'Snapshots Zählung zieht es ab oder nimmt die Wurzel daraus. Die exakte lässt die Stimme aus.',
  },
  'power-zero': { title: 'Gewicht null', text: 'Die Stimme steht in der Liste und wiegt nichts.' },
  'power-too-large': {
    title: 'Stimmgewicht jenseits jedes Tokens',
    text: 'Das Stimmgewicht ist größer, als 256 Bit in der achtzehnten Nachkommastelle fassen. Keine der Zählungen nimmt es.',
  },
  'power-digits-lost': {
    title: 'Mehr Stellen, als ein Double fasst',
    text: 'Das Stimmgewicht hat mehr Stellen, als Snapshots Rechnung behält: Sie zählt das nächste Double, die exakte Zählung jede Stelle.',
  },
  'power-finer-than-unit': {
    title: 'Stellen unter der achtzehnten Nachkommastelle',
    text: 'Die exakte Zählung hat achtzehn Nachkommastellen; was darunter liegt, bleibt hier weg.',
  },
  'power-pending': {
    title: 'Stimmgewicht nicht endgültig',
    text: 'Snapshot kennzeichnet dieses Stimmgewicht als vorläufig: Es konnte sich noch ändern, als die Liste entstand.',
  },
  'choice-missing': { title: 'Keine Wahl', text: 'Die Zeile hat keine Wahl.' },
  'choice-shielded': {
    title: 'Verhüllt',
    text: 'Die Wahl ist noch verschlüsselt. Niemand kann sie zählen, ehe sie geöffnet ist.',
  },
  'choice-shape': {
    title: 'Eine Wahl anderer Art',
    text: 'Die Wahl hat nicht die Form dieser Abstimmungsart: eine Zahl, eine Liste oder ein Objekt von Gewichten.',
  },
  'choice-not-a-number': {
    title: 'Eine Wahl, die keine Zahl ist',
    text: 'Eine Wahl ist als Text oder anders geschrieben. Bei Zustimmung nimmt Snapshot sie an und zählt sie für niemanden; in einer Rangfolge zählt es sie als die Zahl. Die exakte Zählung lässt die Stimme aus.',
  },
  'choice-out-of-range': {
    title: 'Diese Wahl gibt es nicht',
    text: 'Der Vorschlag hat keine Wahl mit dieser Nummer. Beide Zählungen lassen die Stimme aus.',
  },
  'choice-empty': {
    title: 'Nichts gewählt',
    text: 'Bei Zustimmung nimmt Snapshot eine leere Liste an, die zur Summe und zu niemandem zählt. Die exakte Zählung nimmt sie als Enthaltung.',
  },
  'choice-repeated': {
    title: 'Eine Wahl zweimal',
    text: 'Eine Liste nennt eine Wahl zweimal. Beide Zählungen lassen die Stimme aus.',
  },
  'key-spelling': {
    title: 'Ein Schlüssel, der keine Nummer einer Wahl ist',
    text: 'Gewichte stehen unter einem Schlüssel wie „1.0“. Snapshot hält den Schlüssel für gültig, schreibt damit niemandem etwas gut, und seine Skalierung gibt das Gewicht anderen. Die exakte Zählung lässt die Stimme aus.',
  },
  'weight-not-a-number': {
    title: 'Ein Gewicht, das keine Zahl ist',
    text: 'Ein Gewicht ist nicht als JSON-Zahl geschrieben. Beide Zählungen lassen die Stimme aus.',
  },
  'weight-negative': {
    title: 'Ein Gewicht unter null',
    text: 'Beide Zählungen lassen die Stimme aus.',
  },
  'weight-too-fine': {
    title: 'Ein Gewicht, zu groß oder zu fein',
    text: 'Ein Gewicht ist größer, als 256 Bit in der achtzehnten Nachkommastelle fassen, oder hat Stellen darunter. Die exakte Zählung lässt die Stimme aus.',
  },
  'ranking-partial': {
    title: 'Nicht alles geordnet',
    text: 'Snapshot lässt eine Rangfolge aus, die nicht jede Wahl nennt. Die exakte Zählung folgt ihr, so weit sie geht.',
  },
}
/** What is said of such votes. */
export const finding = (code: VoteCode, _english: { title: string; text: string }) => FINDINGS[code]
