'use client'

import type { BallotWork } from '#components/voting/ballot-row.tsx'
import * as text from '#messages/voting/ballot/quadratic-form.ts'
import { BalanceBar } from './balance-bar.tsx'
import { withValue } from './draft.ts'
import { creditsOfVotes } from './filled-ballot.ts'
import type { FormProps } from './form-props.ts'
import { WorkRow } from './work-row.tsx'

const STEP =
  'grid size-11 cursor-pointer place-items-center text-18 hover:bg-press aria-disabled:cursor-not-allowed aria-disabled:text-second aria-disabled:hover:bg-transparent'

/** What the next vote for a work that has `votes` costs. */
const priceAfter = (votes: number) => 2 * votes + 1

type StepperProps = { work: BallotWork; votes: number; left: number; set: (votes: number) => void }

/** A button that cannot act keeps its focus: whoever steps by keyboard stays where they are. */
function Stepper({ work, votes, left, set }: StepperProps) {
  const price = priceAfter(votes)
  const dear = price > left
  return (
    <div className="flex items-center gap-3 max-band:justify-between">
      <p className="text-13 leading-meta text-second band:w-24 band:text-right">
        {votes > 0 ? text.credits(votes ** 2) : text.noVote}
        <br />
        {text.nextCosts(price)}
      </p>
      <fieldset className="inline-flex rounded-control border border-edge">
        <legend className="sr-only">{text.votesFor(work.title)}</legend>
        <button
          type="button"
          className={STEP}
          aria-disabled={votes === 0}
          onClick={() => votes > 0 && set(votes - 1)}
        >
          <span aria-hidden="true">−</span>
          <span className="sr-only">{text.oneLess(work.title)}</span>
        </button>
        <output className="grid w-11 place-items-center border-line border-x font-figure text-15">
          {votes}
        </output>
        <button type="button" className={STEP} aria-disabled={dear} onClick={() => !dear && set(votes + 1)}>
          <span aria-hidden="true">+</span>
          <span className="sr-only">{text.oneMore(work.title, price)}</span>
        </button>
      </fieldset>
    </div>
  )
}

function creditWords({ most, own }: FormProps['credits'], limit: number): string {
  if (!own) return text.atMost(limit)
  return most < limit ? text.someOfThem(most, limit) : text.allOfThem(limit)
}

/** Votes that cost their square. */
export function QuadraticForm({ works, draft, put, limits, credits: { most, own }, onTakeOff }: FormProps) {
  const votes = works.map(({ number }) => draft.values.get(number) ?? 0)
  const spent = creditsOfVotes(votes)
  const left = most - spent
  return (
    <div>
      <ul>
        {works.map((work, index) => (
          <WorkRow
            key={work.number}
            work={work}
            onTakeOff={onTakeOff}
            control={
              <Stepper
                work={work}
                votes={votes[index] ?? 0}
                left={left}
                set={(value) => put(withValue(draft, work.number, value))}
              />
            }
          />
        ))}
      </ul>
      <BalanceBar
        parts={votes.map((count) => count ** 2)}
        budget={most}
        text={text.spentOf(spent, most)}
        aside={left >= 0 ? text.left(left) : text.tooMany(-left)}
      />
      <p className="mt-2 max-w-measure text-13 text-second">
        {creditWords({ most, own }, limits.credits ?? 0)}
      </p>
    </div>
  )
}
