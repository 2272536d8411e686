'use client'

import dynamic from 'next/dynamic'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { shorten } from '#components/ui/shorten.ts'
import type { BallotWork } from '#components/voting/ballot-row.tsx'
import type { Address } from '#lib/protocol/primitives.ts'
import * as text from '#messages/wallet/duels.ts'
import type { BallotRound } from './ballot-round.ts'
import type { FilledBallot } from './use-filled-ballot.ts'

const DuelReview = dynamic(() =>
  import('#components/voting/duel/duel-review.tsx').then((review) => review.DuelReview),
)

/** Somebody was judged for here whose ballot this is not: their duels are of another queue. */
function OtherVoter({ known, voter }: { known: Address; voter: Address }) {
  return (
    <Notice title={text.judgedFor(shorten(known))} code="duels-of-another">
      {text.ofAnother(shorten(voter))}
    </Notice>
  )
}

type DuelsProps = {
  round: BallotRound
  works: readonly BallotWork[]
  filled: FilledBallot
  /** Whose ballot it is; nobody, before anybody is known. */
  voter: Address | null
  /** For whom duels were judged on this device. */
  known: Address | null
}

/** What the duels of this ballot come to; they are judged in their own room. */
export function Duels({ round, works, filled, voter, known }: DuelsProps) {
  const { minVoters = 1, minComparisons = 1, maxChoices } = round.limits
  const { sitting, seed, put } = filled.duels
  if (!voter || !seed)
    return (
      <Notice
        title={text.nothingJudged}
        actions={
          <ButtonLink href={`/rounds/${round.slug}/duel`} kind="main" size={32}>
            {text.judge}
          </ButtonLink>
        }
      >
        {text.howJudged}
      </Notice>
    )
  return (
    <div>
      {known && known !== voter && sitting.judged.length === 0 && <OtherVoter known={known} voter={voter} />}
      <DuelReview
        key={voter}
        slug={round.slug}
        seed={seed}
        sitting={sitting}
        works={new Map(works.map((work) => [work.number, work]))}
        most={maxChoices}
        put={put}
        rule={text.rule(minComparisons, minVoters)}
      />
    </div>
  )
}
