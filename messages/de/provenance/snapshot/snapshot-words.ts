import type { DoubtCode } from '#lib/interop/snapshot/finding-words.ts'
import type { OrderName } from '#lib/interop/snapshot/float-orders.ts'

/** The one sentence of a recount. */
export const statement = {
  equal: 'Die veröffentlichten Zahlen sind, was die eigene Zählung ergibt.',
  unequal: 'Die veröffentlichten Zahlen sind nicht, was die eigene Zählung ergibt.',
  unknown: 'Ob die veröffentlichten Zahlen stimmen, lässt sich nicht sagen.',
}
export const cause = {
  none: '',
  rounding: 'Rundung',
  tie: 'ein Gleichstand, anders gelöst',
  votes: 'Stimmen, anders behandelt',
  unknown: '',
}

const ORDERS: Record<OrderName, string> = {
  'in the order given': 'in der gegebenen Reihenfolge',
  'in the order given, backwards': 'in der umgekehrten Reihenfolge',
  'by time': 'nach der Zeit',
  'by time, the latest first': 'nach der Zeit, die jüngste zuerst',
  'by id': 'nach der Kennung',
  'by voter': 'nach Wähler:in',
  'by power, the greatest first': 'nach Stimmgewicht, das größte zuerst',
}
export const equalIn = (order: OrderName) =>
  `Bis aufs letzte Bit, wenn die Stimmen ${ORDERS[order]} addiert werden.`
export const differsBy = (most: string) => `Eine Zahl weicht um ${most} ab: mehr, als Rundung es kann.`

const DOUBTS: Record<DoubtCode, { title: string; text: string }> = {
  'type-not-counted': {
    title: 'Diese Art wird hier nicht gezählt.',
    text: 'Gezählt werden Einzelwahl, einfache, Zustimmungs-, gewichtete, quadratische und Rangwahl. Copeland und spätere Arten nicht.',
  },
  'scores-absent': {
    title: 'Keine veröffentlichten Zahlen.',
    text: 'Der Vorschlag enthält keine Liste mit einer Zahl für jede Wahl.',
  },
  'list-incomplete': {
    title: 'Nicht alle Stimmen sind hier.',
    text: 'Der Vorschlag sagt, wie viele Stimmen er hat, und die Liste hat eine andere Zahl. Hubs antworten seitenweise.',
  },
  'not-closed': {
    title: 'Die Abstimmung ist nicht geschlossen.',
    text: 'Die Zahlen bewegen sich noch, und Liste und Zahlen können von zwei Zeitpunkten sein.',
  },
  'power-pending': {
    title: 'Stimmgewichte waren noch vorläufig.',
    text: 'Manche konnten sich ändern, nachdem die Liste entstand.',
  },
  'hub-refused': {
    title: 'Der Hub meldete einen Fehler.',
    text: 'Ein Teil seiner Antwort fehlt vielleicht.',
  },
  'rounding-apart': {
    title: 'Gleich bis auf die letzten Stellen.',
    text: 'Die Zahlen weichen nicht mehr ab, als eine andere Reihenfolge derselben Doubles ändern kann, und in keiner der versuchten Reihenfolgen sind sie gleich. Snapshot veröffentlicht nicht, in welcher es addiert hat.',
  },
}
/** Why nothing can be said. */
export const doubt = (code: DoubtCode, _english: { title: string; text: string }) => DOUBTS[code]

export const named = (winner: string) => `„${winner}“`
export const nobody = 'niemand'
export const inEvery = (winner: string) => `${winner} in jeder Zählung.`
export const inTwo = (published: string, exact: string) =>
  `${published} wie veröffentlicht und nach der eigenen Zählung, ${exact} nach der exakten.`
export const inThree = (published: string, compatible: string, exact: string) =>
  `${published} wie veröffentlicht, ${compatible} nach der eigenen Zählung, ${exact} nach der exakten.`

export const unknownTime = 'unbekannt'
export const noSpace = 'kein Space'
export const facts = (space: string, type: string, { start, end }: { start: string; end: string }) =>
  `${space}, Abstimmung „${type}“, ${start} bis ${end}`

type Votes = { given: number; said: number | null; compatible: number; exact: number }
const number = (value: number) => value.toLocaleString('de-DE')

export function votes({ given, said, compatible, exact }: Votes) {
  const of = said === null ? '' : ` von ${number(said)}, die der Vorschlag nennt`
  return `${number(given)} in der Liste${of}; für Snapshot zählen ${number(compatible)}, exakt ${number(exact)}.`
}

/** Why there is nothing to count. */
export const refused = {
  'not-json': {
    title: 'Das ist kein JSON.',
    text: 'Sichere die Antwort des Hubs, wie sie ist, und wähl diese Datei.',
  },
  'too-deep': { title: 'Das ist keine Liste von Stimmen.', text: 'Es enthält Listen in Listen ohne Ende.' },
  'numbers-rounded': {
    title: 'Dieser Browser ist zu alt für genaue Zahlen.',
    text: 'Er rundet Zahlen, während er sie liest. Nimm einen neueren, oder die Kommandozeile.',
  },
  'no-proposal': {
    title: 'Darin ist kein Vorschlag.',
    text: 'Die Zahlen und die Namen der Wahlen stehen im Vorschlag: Wähl seine Datei mit der der Stimmen.',
  },
  'two-proposals': {
    title: 'Das sind zwei Vorschläge.',
    text: 'Stimmen sagen nicht, zu welchem sie gehören: Wähl die Dateien von einem.',
  },
  'proposal-malformed': {
    title: 'Dem Vorschlag fehlt, was eine Zählung braucht.',
    text: 'Er muss eine Art haben und Wahlen mit Namen.',
  },
  'hub-refuses': {
    title: 'Der Hub beantwortet das nicht.',
    text: 'Frag ihn noch einmal, oder nach weniger auf einmal.',
  },
  'hub-unreachable': {
    title: 'Der Hub ist nicht zu erreichen.',
    text: 'Versuch es in einer Minute noch einmal.',
  },
  'file-unreadable': {
    title: 'Eine Datei ließ sich nicht lesen.',
    text: 'Sie wurde verschoben, oder sie ist ein Ordner, oder dieser Browser darf sie nicht öffnen. Wähl sie noch einmal.',
  },
  'file-too-large': {
    title: 'Diese Dateien sind zu groß für einen Browser.',
    text: 'Die Kommandozeile liest sie: npm run verso -- snapshot <folder>.',
  },
  'recount-stopped': {
    title: 'Dieser Browser hat die Zählung beendet.',
    text: 'Vielleicht reichte sein Speicher nicht. Versuch es mit weniger offenen Seiten, oder nimm die Kommandozeile.',
  },
}
