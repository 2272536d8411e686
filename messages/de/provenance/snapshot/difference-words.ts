import type { DecidedBy, DifferenceWords } from '#lib/interop/snapshot/difference-words.ts'
import type { Effect } from '#lib/interop/snapshot/finding-words.ts'
import * as counts from '#messages/counts.ts'
import { finding } from './finding-list.ts'

const TOLD = 5

function listed(words: readonly string[]): string {
  if (words.length > TOLD) return `${words.slice(0, TOLD).join(', ')} und ${words.length - TOLD} mehr`
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} und ${last}`
}

const quoted = (name: string) => `„${name}“`
const figure = (value: number) => value.toLocaleString('de-DE')

const EFFECTS: Record<Effect, { one: string; many: string }> = {
  counted: { one: 'zählt sie', many: 'zählt sie' },
  astray: {
    one: 'zählt ihr Gewicht, doch nicht für das, was sie sagt',
    many: 'zählt ihr Gewicht, doch nicht für das, was sie sagen',
  },
  'left-out': { one: 'lässt sie aus', many: 'lässt sie aus' },
}

const BY: Record<DecidedBy, string> = {
  score: 'nach Stimmen',
  'count-back': 'nach einem früheren Durchgang, in dem sie sich unterschieden',
  supporters: 'nach der Zahl derer, die dafür sind',
  lot: 'durch das Los, denn gleich viele sind dafür',
}

export const differences: DifferenceWords = {
  handledOtherwise(group) {
    const { code, count, power, compatible, exact } = group
    const form = count === 1 ? 'one' : 'many'
    return `${finding(code, group).title}: ${counts.votes(count)} mit Gewicht ${power}. Snapshot ${EFFECTS[compatible][form]}; die exakte Zählung ${EFFECTS[exact][form]}.`
  },
  rounding: (off) =>
    `Bei denselben Stimmen liegt die Addition von Doubles daneben für ${listed(off.map(({ name, offBy }) => `${quoted(name)} um ${offBy.replace('.', ',')}`))}.`,
  order: (made, changed) =>
    `Von ${figure(made)} zufälligen Reihenfolgen derselben Stimmen ergibt Snapshots Rechnung in ${figure(changed)} andere Zahlen. Die exakte Zählung ist in jeder Reihenfolge gleich.`,
  tie: (names, { listedFirst, chosen, by }) =>
    `${listed(names.map(quoted))} haben genau gleich viele Stimmen. Wer Snapshots Zahlen liest, nimmt ${quoted(listedFirst)}, das in der Liste zuerst steht, wenn nicht Rundung sie trennt; hier geht ${quoted(chosen)} vor, ${BY[by]}.`,
  eliminationTie: (round, names, { listedFirst, gone, by }) =>
    `Durchgang ${round}: ${listed(names.map(quoted))} sind mit gleich vielen Stimmen die letzten. Snapshot scheidet ${quoted(listedFirst)} aus, das in der Liste zuerst steht; hier scheidet ${gone === null ? 'dasselbe' : quoted(gone)} aus, ${BY[by]}.`,
  winner(compatible, exact) {
    const named = (winner: string | null) => (winner === null ? 'niemand' : quoted(winner))
    return `Die Gewählten unterscheiden sich: ${named(compatible)} nach Snapshots Zählung, ${named(exact)} nach der exakten.`
  },
  notExact:
    'Die Gewichte dieser Stimmen haben kein gemeinsames Maß von weniger als 65.536 Bit: Sie werden nicht exakt gezählt.',
}
