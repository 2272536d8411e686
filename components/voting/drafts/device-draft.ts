import { answersOf, duelsIdOf, lettersOf } from '#components/voting/ballot/duel-answers.ts'
import { answersStoreOf, draftStoreOf } from '#components/voting/ballot/use-draft.ts'
import { RATINGS } from '#components/voting/picks.ts'
import { picksStoreOf } from '#components/voting/use-picks.ts'
import type { BallotDraft } from '#lib/ballots/drafts/schema.ts'

/** All that this device keeps of one draft, as one value. */
export type DeviceDraft = {
  read: () => BallotDraft
  put: (draft: BallotDraft) => void
  subscribe: (listener: () => void) => () => void
}

const ascending = <T>(pairs: Iterable<[number, T]>) => [...pairs].toSorted(([a], [b]) => a - b)

/** @param voter whose duels they are; without one there are none */
export function deviceDraft(roundId: string, voter: string | null): DeviceDraft {
  const [picks, filled] = [picksStoreOf(roundId), draftStoreOf(roundId)]
  const duels = voter === null ? null : answersStoreOf(duelsIdOf(roundId, voter))
  return {
    read() {
      const { numbers, passed, ratings, note } = picks.read()
      const { chosen, values, order } = filled.read()
      return {
        picks: [...numbers],
        passes: [...passed],
        ratings: ascending(ratings),
        chosen,
        values: ascending(values),
        order: [...order],
        duels: lettersOf(duels?.read().answers ?? []),
        note,
      }
    },
    put(draft) {
      const ratings = new Map(
        draft.ratings.flatMap(([number, given]) => {
          const rating = RATINGS.find((one) => one === given)
          return rating ? [[number, rating] as const] : []
        }),
      )
      picks.put({ numbers: draft.picks, passed: draft.passes, ratings, note: draft.note })
      filled.put({ chosen: draft.chosen, values: new Map(draft.values), order: draft.order })
      duels?.put({ answers: answersOf(draft.duels) })
    },
    subscribe(listener) {
      const ends = [picks, filled, ...(duels ? [duels] : [])].map((store) => store.subscribe(listener))
      return () => {
        for (const end of ends) end()
      }
    },
  }
}
