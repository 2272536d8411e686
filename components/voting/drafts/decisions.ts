import type { BallotDraft } from '#lib/ballots/drafts/schema.ts'

type PerWork = 'mark' | 'rating' | 'value'
type PerBallot = 'chosen' | 'order' | 'duels' | 'note'

/** What a decision is about: one work, or the ballot as a whole. */
export type Matter = `${PerWork} ${number}` | PerBallot

/** A draft as its single decisions; what was not decided is not in it. */
export type Decisions = ReadonlyMap<Matter, string | number>

export const EMPTY_DRAFT: BallotDraft = {
  picks: [],
  passes: [],
  ratings: [],
  chosen: null,
  values: [],
  order: [],
  duels: '',
  note: '',
}

/** Of one work the kind and the number, of the whole ballot only the kind. */
export function matterParts(matter: Matter): { kind: PerWork | PerBallot; number: number | null } {
  const [kind = '', number] = matter.split(' ')
  return { kind: kind as PerWork | PerBallot, number: number === undefined ? null : Number(number) }
}

export function decisionsOf(draft: BallotDraft): Decisions {
  const { picks, passes, ratings, chosen, values, order, duels, note } = draft
  const decisions = new Map<Matter, string | number>()
  for (const number of passes) decisions.set(`mark ${number}`, 'pass')
  for (const number of picks) decisions.set(`mark ${number}`, 'pick')
  for (const [number, rating] of ratings) decisions.set(`rating ${number}`, rating)
  for (const [number, value] of values) decisions.set(`value ${number}`, value)
  if (chosen !== null) decisions.set('chosen', chosen)
  if (order.length > 0) decisions.set('order', order.join('>'))
  if (duels !== '') decisions.set('duels', duels)
  if (note !== '') decisions.set('note', note)
  return decisions
}

const text = (value: string | number | undefined) => String(value ?? '')

/** The draft that has just these decisions; works ascend. */
export function draftOf(decisions: Decisions): BallotDraft {
  const of = (wanted: PerWork): [number, string | number][] =>
    [...decisions]
      .map(([matter, value]) => ({ ...matterParts(matter), value }))
      .flatMap(({ kind, number, value }): [number, string | number][] =>
        kind === wanted && number !== null ? [[number, value]] : [],
      )
      .sort(([a], [b]) => a - b)
  const marked = (mark: string) => of('mark').flatMap(([number, value]) => (value === mark ? [number] : []))
  const numeric = (kind: PerWork) =>
    of(kind).map(([number, value]): [number, number] => [number, Number(value)])
  const order = text(decisions.get('order'))
  return {
    picks: marked('pick'),
    passes: marked('pass'),
    ratings: numeric('rating'),
    chosen: decisions.has('chosen') ? Number(decisions.get('chosen')) : null,
    values: numeric('value'),
    order: order === '' ? [] : order.split('>').map(Number),
    duels: text(decisions.get('duels')),
    note: text(decisions.get('note')),
  }
}

/** One decision that is another afterwards; undefined is none. */
export type Change = {
  matter: Matter
  before: string | number | undefined
  after: string | number | undefined
}

export function changesBetween(before: BallotDraft, after: BallotDraft): Change[] {
  const [was, is] = [decisionsOf(before), decisionsOf(after)]
  const matters = new Set([...was.keys(), ...is.keys()])
  return [...matters].flatMap((matter) => {
    const change = { matter, before: was.get(matter), after: is.get(matter) }
    return change.before === change.after ? [] : [change]
  })
}

export const isSameDraft = (a: BallotDraft, b: BallotDraft): boolean => changesBetween(a, b).length === 0

/** The draft with some of its decisions made otherwise. */
export function withDecisions(
  draft: BallotDraft,
  decided: Iterable<readonly [Matter, string | number | undefined]>,
): BallotDraft {
  const decisions = new Map(decisionsOf(draft))
  for (const [matter, value] of decided) {
    if (value === undefined) decisions.delete(matter)
    else decisions.set(matter, value)
  }
  return draftOf(decisions)
}

/** The draft with changes taken back, except where it was decided anew meanwhile. */
export function withoutChanges(draft: BallotDraft, changes: readonly Change[]): BallotDraft {
  const now = decisionsOf(draft)
  const untouched = changes.filter(({ matter, after }) => now.get(matter) === after)
  return withDecisions(
    draft,
    untouched.map(({ matter, before }) => [matter, before] as const),
  )
}
