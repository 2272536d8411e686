import { AttemptList } from '#components/studio/attempt-list.tsx'
import { BatchQuotes } from '#components/studio/batch-quotes.tsx'
import { BreakerMark } from '#components/studio/breaker-mark.tsx'
import { ProviderTable } from '#components/studio/provider-table.tsx'
import { RoutingForm } from '#components/studio/routing-form.tsx'
import { SpendBar } from '#components/studio/spend-bar.tsx'
import type { Part } from '#components/workshop/group.tsx'
import { CHAIN } from '#components/workshop/sample/wallet.ts'
import { ATTEMPTS, BUDGETS, NOW_MS, PROVIDERS, QUOTES, STANDINGS } from './routing-sample.ts'

/** Where pictures are made: what a director sets, and what came of it. */
export const routing: readonly Part[] = [
  {
    file: 'components/studio/routing-form.tsx',
    about: 'Enter a budget of words to see what its field says.',
    columns: 2,
    states: {
      'as a round begins': (
        <RoutingForm
          chain={CHAIN}
          id="none"
          routing={{ prefer: 'cheapest', privacy: 'strangers', outputs: 'any', without: [] }}
          providers={PROVIDERS}
          budget={BUDGETS['no bound']}
        />
      ),
      'with weights, and a bound': (
        <RoutingForm
          chain={CHAIN}
          id="none"
          routing={{
            prefer: { cost: 500, speed: 250, quality: 250 },
            privacy: 'provider',
            outputs: 'any-use',
            without: ['aihorde'],
          }}
          providers={PROVIDERS}
          budget={BUDGETS['a bound']}
        />
      ),
    },
  },
  {
    file: 'components/studio/spend-bar.tsx',
    columns: 3,
    states: Object.fromEntries(
      Object.entries(BUDGETS).map(([caption, budget]) => [
        caption,
        <SpendBar key={caption} budget={budget} />,
      ]),
    ),
  },
  {
    file: 'components/studio/breaker-mark.tsx',
    columns: 3,
    states: {
      closed: <BreakerMark state="closed" />,
      'half-open': <BreakerMark state="half-open" />,
      open: <BreakerMark state="open" />,
    },
  },
  {
    file: 'components/studio/provider-table.tsx',
    states: { 'asked, left alone, to be tried': <ProviderTable providers={STANDINGS} /> },
  },
  {
    file: 'components/studio/batch-quotes.tsx',
    states: { 'one over the budget, one not asked': <BatchQuotes quotes={QUOTES} path="/workshop/studio" /> },
  },
  {
    file: 'components/studio/attempt-list.tsx',
    states: {
      'each of its ends': <AttemptList attempts={ATTEMPTS} slug="two-inks" nowMs={NOW_MS} />,
      'before the first': <AttemptList attempts={[]} slug="two-inks" nowMs={NOW_MS} />,
    },
  },
]
