import type { BudgetStanding } from '#lib/generation/executions/schema.ts'
import { spendSentence, spendShares } from './spend-words.ts'

/** What a round has spent of its budget, and what is set aside: in a sentence, and where a bound is, as a bar. */
export function SpendBar({ budget }: { budget: BudgetStanding }) {
  const shares = spendShares(budget)
  return (
    <div className="max-w-measure">
      <p className="text-15">{spendSentence(budget)}</p>
      {shares && (
        <svg
          viewBox="0 0 1000 8"
          preserveAspectRatio="none"
          aria-hidden="true"
          className="mt-3 block h-2 w-full"
        >
          <rect width="1000" height="8" className="fill-line" />
          <rect width={shares.spent} height="8" className="fill-fg" />
          <rect x={shares.spent} width={shares.reserved} height="8" className="fill-spent" />
        </svg>
      )}
    </div>
  )
}
