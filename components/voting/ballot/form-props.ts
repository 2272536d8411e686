import type { BallotWork } from '#components/voting/ballot-row.tsx'
import type { Rules } from '#lib/protocol/rules.ts'
import type { Draft } from './draft.ts'

/** What the form of a method gets: works that are on the ballot, what is filled in, and the way to change it. */
export type FormProps = {
  works: readonly BallotWork[]
  draft: Draft
  put: (draft: Draft) => void
  limits: Rules['limits']
  /** Credits to spend, and whether they are those that the voter's own power gives. */
  credits: { most: number; own: boolean }
  onTakeOff: (number: number) => void
}
