import { type Mark, markOf, type Picks, type Rating, withMark, withRating } from '#components/voting/picks.ts'

type Standing = { mark: Mark; rating: Rating | null }

/** One decision: enough to take it back, and to make it again, whatever was decided since about other works. */
type Step = { number: number; before: Standing; after: Standing }

/** What the last act came to, for the words on the page. */
export type Said =
  | { kind: 'nothing' }
  | { kind: 'moved' }
  | { kind: 'marked'; number: number; place: number; mark: Mark }
  | { kind: 'rated'; number: number; place: number; rating: Rating | null }
  | { kind: 'undone' | 'redone'; number: number; place: number; mark: Mark }
  | { kind: 'full' }
  | { kind: 'no-more'; way: 'undo' | 'redo' }
  | { kind: 'read-only' }

/** A sitting at the Light Table. `order` names works by number and is never empty; `place` is an index in it. */
export type Sitting = {
  order: readonly number[]
  place: number
  past: readonly Step[]
  future: readonly Step[]
  said: Said
}

export type Table = { sitting: Sitting; picks: Picks }

export type Act =
  | { kind: 'mark'; mark: Mark }
  | { kind: 'rate'; rating: Rating }
  | { kind: 'by'; steps: number }
  | { kind: 'to'; place: number }
  | { kind: 'first' | 'last' | 'undo' | 'redo' }
  | { kind: 'order'; order: readonly number[] }

export type TableRules = {
  /** Most works that a ballot of this round names. */
  maxChoices: number
  /** After a pick or a pass, go on to the next work that has neither. */
  advance: boolean
  /** False before voting opens and after it has closed: one looks, and nothing is decided. */
  open: boolean
}

const standingOf = (picks: Picks, number: number): Standing => ({
  mark: markOf(picks, number),
  rating: picks.ratings.get(number) ?? null,
})

const withStanding = (picks: Picks, number: number, { mark, rating }: Standing): Picks =>
  withRating(withMark(picks, number, mark), number, rating)

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

export function sit(order: readonly number[], place = 0): Sitting {
  return { order, place: within(order, place), past: [], future: [], said: { kind: 'nothing' } }
}

const moved = ({ sitting, picks }: Table, place: number): Table => ({
  picks,
  sitting: { ...sitting, place: within(sitting.order, place), said: { kind: 'moved' } },
})

const said = ({ sitting, picks }: Table, words: Said): Table => ({
  picks,
  sitting: { ...sitting, said: words },
})

function decided(table: Table, after: Standing, words: Said): Table {
  const { sitting, picks } = table
  const number = numberAt(sitting)
  const step: Step = { number, before: standingOf(picks, number), after }
  return {
    picks: withStanding(picks, number, after),
    sitting: { ...sitting, past: [...sitting.past, step], future: [], said: words },
  }
}

function mark(table: Table, wanted: Mark, rules: TableRules): Table {
  const { sitting, picks } = table
  const { order, place } = sitting
  const number = numberAt(sitting)
  const before = standingOf(picks, number)
  // The same key again takes its mark off: on the phone there is no third button.
  const next = before.mark === wanted ? 'unset' : wanted
  if (before.mark === next) return said(table, { kind: 'marked', number, place, mark: next })
  if (next === 'pick' && picks.numbers.length >= rules.maxChoices) return said(table, { kind: 'full' })
  const after = decided(table, { ...before, mark: next }, { kind: 'marked', number, place, mark: next })
  if (next === 'unset' || !rules.advance) return after
  const onward = nextUnset(order, after.picks, place + 1) ?? place
  return { ...after, sitting: { ...after.sitting, place: onward } }
}

function rate(table: Table, wanted: Rating): Table {
  const { sitting, picks } = table
  const number = numberAt(sitting)
  const before = standingOf(picks, number)
  const rating = before.rating === wanted ? null : wanted
  return decided(table, { ...before, rating }, { kind: 'rated', number, place: sitting.place, rating })
}

function travel(table: Table, kind: 'undo' | 'redo'): Table {
  const { sitting, picks } = table
  const step = (kind === 'undo' ? sitting.past : sitting.future).at(-1)
  if (!step) return said(table, { kind: 'no-more', way: kind })
  const standing = kind === 'undo' ? step.before : step.after
  const found = sitting.order.indexOf(step.number)
  const place = found < 0 ? sitting.place : found
  const { number } = step
  return {
    picks: withStanding(picks, number, standing),
    sitting: {
      ...sitting,
      place,
      past: kind === 'undo' ? sitting.past.slice(0, -1) : [...sitting.past, step],
      future: kind === 'undo' ? [...sitting.future, step] : sitting.future.slice(0, -1),
      said: { kind: kind === 'undo' ? 'undone' : 'redone', number, place, mark: standing.mark },
    },
  }
}

function reorder(table: Table, order: readonly number[]): Table {
  const { sitting, picks } = table
  if (order.length === 0) return table
  const place = Math.max(0, order.indexOf(numberAt(sitting)))
  return { picks, sitting: { ...sitting, order, place, said: { kind: 'moved' } } }
}

/** The whole behaviour of the keys, as one pure step. */
export function judge(table: Table, act: Act, rules: TableRules): Table {
  const { sitting } = table
  switch (act.kind) {
    case 'by':
      return moved(table, sitting.place + act.steps)
    case 'to':
      return moved(table, act.place)
    case 'first':
      return moved(table, 0)
    case 'last':
      return moved(table, sitting.order.length - 1)
    case 'order':
      return reorder(table, act.order)
  }
  if (!rules.open) return said(table, { kind: 'read-only' })
  if (act.kind === 'mark') return mark(table, act.mark, rules)
  return act.kind === 'rate' ? rate(table, act.rating) : travel(table, act.kind)
}
