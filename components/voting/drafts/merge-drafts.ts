import type { BallotDraft } from '#lib/ballots/drafts/schema.ts'
import { decisionsOf, draftOf, type Matter, withDecisions } from './decisions.ts'

type Value = string | number | undefined

/** Decided on both devices since they last agreed, and not alike. */
export type Conflict = { matter: Matter; mine: Value; theirs: Value }

export type Merged = { draft: BallotDraft; conflicts: Conflict[] }

/** Both went on from the same duels, and one further than the other on the same way. */
function furtherDuels(base: Value, mine: Value, theirs: Value): string | null {
  const [from, a, b] = [base, mine, theirs].map((value) => String(value ?? '')) as [string, string, string]
  if (!a.startsWith(from) || !b.startsWith(from)) return null
  if (a.startsWith(b)) return a
  return b.startsWith(a) ? b : null
}

/**
 * Two drafts that grew from one, put together decision by decision: what only one device changed since is taken,
 * and what both changed alike. What they decided differently stays as it is here and is named, to be asked about:
 * neither device's clock can be trusted to say which came last.
 * @param base what both had when they last agreed
 */
export function mergeDrafts(base: BallotDraft, mine: BallotDraft, theirs: BallotDraft): Merged {
  const [from, here, there] = [base, mine, theirs].map(decisionsOf) as [
    ReturnType<typeof decisionsOf>,
    ReturnType<typeof decisionsOf>,
    ReturnType<typeof decisionsOf>,
  ]
  const merged = new Map<Matter, string | number>()
  const conflicts: Conflict[] = []
  for (const matter of new Set([...from.keys(), ...here.keys(), ...there.keys()])) {
    const [was, own, other] = [from.get(matter), here.get(matter), there.get(matter)]
    const further = matter === 'duels' ? furtherDuels(was, own, other) : null
    let value = own === was ? other : own
    if (own !== was && other !== was && own !== other) {
      if (further === null) conflicts.push({ matter, mine: own, theirs: other })
      else value = further
    }
    if (value !== undefined && value !== '') merged.set(matter, value)
  }
  return { draft: draftOf(merged), conflicts }
}

/** The draft with the other device's answer to what was decided differently. */
export function withTheirs(draft: BallotDraft, conflicts: readonly Conflict[]): BallotDraft {
  return withDecisions(
    draft,
    conflicts.map(({ matter, theirs }) => [matter, theirs] as const),
  )
}
