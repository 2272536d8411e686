import { movedTo } from '#components/voting/ballot/filled-ballot.ts'
import type { Mark, Picks, Rating } from '#components/voting/picks.ts'
import type { MethodId } from '#lib/protocol/rules.ts'
import { type Decisions, type Standing, standingOf, withOrder, withStanding } from './decisions.ts'
import { digitUse, withKey } from './digit-keys.ts'
import { type Dealt, orderOf, type Pass } from './pass-order.ts'

/** One decision: enough to take it back, and to make it again, whatever was decided since about other works. */
type Step =
  | { kind: 'standing'; number: number; before: Standing; after: Standing }
  /** Places in the order of the ballot, counted from 0. */
  | { kind: 'place'; number: number; before: number; after: number }

/** What the last act came to, for the words on the page. */
export type Said =
  | { kind: 'nothing' | 'moved' | 'began' | 'ended' | 'full' | 'beyond' | 'alone' | 'read-only' }
  | { kind: 'marked'; number: number; place: number; mark: Mark }
  | { kind: 'rated'; number: number; place: number }
  | { kind: 'placed'; number: number; place: number }
  | { kind: 'undone' | 'redone'; number: number; place: number; mark: Mark }
  | { kind: 'no-more'; way: 'undo' | 'redo' }

/** A sitting at the Light Table. `order` names works by number and is never empty; `place` is an index in it. */
export type Sitting = {
  pass: Pass
  order: readonly number[]
  place: number
  /** Somebody went on from the last work of the pass. */
  ended: boolean
  past: readonly Step[]
  future: readonly Step[]
  said: Said
}

export type Table = Decisions & { sitting: Sitting }

type Move =
  | { kind: 'by'; steps: number }
  | { kind: 'to'; place: number }
  | { kind: 'first' | 'last' }
  /** There is no other work beside which this one could be seen. */
  | { kind: 'alone' }
  | { kind: 'begin'; pass: Pass }

type Decision =
  | { kind: 'mark'; mark: Mark }
  | { kind: 'digit'; digit: Rating }
  | { kind: 'undo' | 'redo' }
  /** In the order of a ranked ballot, the work that is shown goes so many places down. */
  | { kind: 'shift'; steps: number }
  | { kind: 'carry'; number: number; to: number }

export type Act = Move | Decision

export type TableRules = {
  dealt: Dealt
  method: MethodId
  /** Most works that a ballot of this round names; null where the ballot page chooses among all picks. */
  maxChoices: number | null
  /** Most points for a work, where a ballot gives points. */
  maxScore: number | null
  /** After a pick or a pass, go on to the next work that has neither. */
  advance: boolean
  /** False before voting opens and after it has closed: one looks, and nothing is decided. */
  open: boolean
}

const within = (order: readonly number[], place: number) => Math.min(order.length - 1, Math.max(0, place))

export const numberAt = ({ order, place }: Pick<Sitting, 'order' | 'place'>): number => order[place] ?? 1

/** The first place with neither pick nor pass, looked for from `from` on and then from the beginning. */
export function nextUnset(order: readonly number[], picks: Picks, from: number): number | null {
  const judged = new Set([...picks.numbers, ...picks.passed])
  for (let step = 0; step < order.length; step += 1) {
    const place = (from + step) % order.length
    if (!judged.has(order[place] ?? 0)) return place
  }
  return null
}

/** To pass works is a way from the first to the last: what was left unset on it was kept. */
function nextOfPass({ pass, order }: Sitting, picks: Picks, from: number): number | null {
  const next = nextUnset(order, picks, from)
  return pass === 'reject' && next !== null && next < from ? null : next
}

/** Picks that are put in order here stand on the ballot as they are shown. */
export const isPlacing = ({ pass }: Pick<Sitting, 'pass'>, { method }: Pick<TableRules, 'method'>) =>
  digitUse(method, pass) === 'place'

export function sit(order: readonly number[], place = 0, pass: Pass = 'reject'): Sitting {
  return {
    pass,
    order,
    place: within(order, place),
    ended: false,
    past: [],
    future: [],
    said: { kind: 'nothing' },
  }
}

const said = (table: Table, words: Said): Table => ({ ...table, sitting: { ...table.sitting, said: words } })

const moved = (table: Table, place: number): Table => ({
  ...table,
  sitting: { ...table.sitting, place: within(table.sitting.order, place), said: { kind: 'moved' } },
})

/** Going on from the last work ends the pass. */
function stepped(table: Table, steps: number): Table {
  const { order, place } = table.sitting
  if (steps <= 0 || place < order.length - 1) return moved(table, place + steps)
  return { ...table, sitting: { ...table.sitting, ended: true, said: { kind: 'ended' } } }
}

const remembered = (sitting: Sitting, step: Step, words: Said): Sitting => ({
  ...sitting,
  past: [...sitting.past, step],
  future: [],
  said: words,
})

function decided(table: Table, after: Standing, words: Said): Table {
  const number = numberAt(table.sitting)
  const step: Step = { kind: 'standing', number, before: standingOf(table, number), after }
  return { ...withStanding(table, number, after), sitting: remembered(table.sitting, step, words) }
}

function mark(table: Table, wanted: Mark, rules: TableRules): Table {
  const { sitting, picks } = table
  const { place } = sitting
  const number = numberAt(sitting)
  const before = standingOf(table, number)
  // The same key again takes its mark off: on the phone there is no third button.
  const next = before.mark === wanted ? 'unset' : wanted
  if (before.mark === next) return said(table, { kind: 'marked', number, place, mark: next })
  if (next === 'pick' && rules.maxChoices !== null && picks.numbers.length >= rules.maxChoices)
    return said(table, { kind: 'full' })
  const after = decided(table, { ...before, mark: next }, { kind: 'marked', number, place, mark: next })
  if (next === 'unset' || !rules.advance) return after
  const onward = nextOfPass(sitting, after.picks, place + 1)
  return {
    ...after,
    sitting: {
      ...after.sitting,
      place: onward ?? place,
      ended: after.sitting.ended || (onward === null && sitting.pass !== 'rank'),
    },
  }
}

function digit(table: Table, key: Rating, rules: TableRules): Table {
  const { sitting } = table
  const number = numberAt(sitting)
  if (isPlacing(sitting, rules)) return carry(table, number, key - 1)
  const after = withKey(table, number, key, rules.method === 'score' ? rules.maxScore : null)
  if (!after) return said(table, { kind: 'beyond' })
  const words: Said = { kind: 'rated', number, place: sitting.place }
  return decided(table, standingOf(after, number), words)
}

/** The ballot's order with a work at another place; the work that is shown stays the one that is shown. */
function inPlace(table: Table, number: number, to: number): Table {
  const { sitting, draft } = table
  const shown = numberAt(sitting)
  const isShown = sitting.pass === 'rank' && sitting.order.includes(number)
  const order = movedTo(isShown ? sitting.order : draft.order, number, to)
  return {
    ...table,
    draft: withOrder(draft, order),
    sitting: isShown ? { ...sitting, order, place: order.indexOf(shown) } : sitting,
  }
}

function carry(table: Table, number: number, to: number): Table {
  const { order } = table.sitting
  const before = order.indexOf(number)
  const after = within(order, to)
  const words: Said = { kind: 'placed', number, place: after }
  if (before < 0 || before === after) return said(table, words)
  const placed = inPlace(table, number, after)
  return {
    ...placed,
    sitting: remembered(placed.sitting, { kind: 'place', number, before, after }, words),
  }
}

function again(table: Table, step: Step, side: 'before' | 'after'): Table {
  if (step.kind === 'place') return inPlace(table, step.number, step[side])
  return { ...table, ...withStanding(table, step.number, step[side]) }
}

function travel(table: Table, kind: 'undo' | 'redo'): Table {
  const { past, future } = table.sitting
  const step = (kind === 'undo' ? past : future).at(-1)
  if (!step) return said(table, { kind: 'no-more', way: kind })
  const after = again(table, step, kind === 'undo' ? 'before' : 'after')
  const { sitting } = after
  const { number } = step
  const found = sitting.order.indexOf(number)
  const place = found < 0 ? sitting.place : found
  return {
    ...after,
    sitting: {
      ...sitting,
      place,
      past: kind === 'undo' ? past.slice(0, -1) : [...past, step],
      future: kind === 'undo' ? [...future, step] : future.slice(0, -1),
      said: {
        kind: kind === 'undo' ? 'undone' : 'redone',
        number,
        place,
        mark: standingOf(after, number).mark,
      },
    },
  }
}

/** The pass is fixed when it begins, so nothing slips away under a mark. */
function begin(table: Table, pass: Pass, rules: TableRules): Table {
  const order = orderOf(pass, rules.dealt, table, rules.method)
  if (order.length === 0) return table
  const { past, future } = table.sitting
  const first = (pass === 'pick' && nextUnset(order, table.picks, 0)) || 0
  const place = pass === 'all' ? Math.max(0, order.indexOf(numberAt(table.sitting))) : first
  const sitting: Sitting = { ...sit(order, place, pass), past, future, said: { kind: 'began' } }
  // What is shown as the ballot's order is its order.
  const draft = rules.open && isPlacing(sitting, rules) ? withOrder(table.draft, order) : table.draft
  return { ...table, draft, sitting }
}

function decide(table: Table, act: Decision, rules: TableRules): Table {
  const { sitting } = table
  switch (act.kind) {
    case 'mark':
      return mark(table, act.mark, rules)
    case 'digit':
      return digit(table, act.digit, rules)
    case 'shift':
      return isPlacing(sitting, rules) ? carry(table, numberAt(sitting), sitting.place + act.steps) : table
    case 'carry':
      return isPlacing(sitting, rules) ? carry(table, act.number, act.to) : table
    default:
      return travel(table, act.kind)
  }
}

/** The whole behaviour of the keys, as one pure step. */
export function judge(table: Table, act: Act, rules: TableRules): Table {
  const { sitting } = table
  switch (act.kind) {
    case 'by':
      return stepped(table, act.steps)
    case 'to':
      return moved(table, act.place)
    case 'first':
      return moved(table, 0)
    case 'last':
      return moved(table, sitting.order.length - 1)
    case 'alone':
      return said(table, { kind: 'alone' })
    case 'begin':
      return begin(table, act.pass, rules)
  }
  return rules.open ? decide(table, act, rules) : said(table, { kind: 'read-only' })
}
