import { Ledger } from '#components/ui/ledger.tsx'
import type { ProviderStanding } from '#lib/generation/executions/schema.ts'
import * as text from '#messages/studio/provider-table.ts'
import { BreakerMark } from './breaker-mark.tsx'
import { dollars } from './money-words.ts'
import { breakerWords, takenWords, timeOf } from './provider-standing.ts'
import { providerTitle } from './provider-words.ts'

/** A figure, and under it what it is of. */
function Figure({ figure, of }: { figure: string; of?: string | undefined }) {
  return (
    <>
      {figure}
      {of && <span className="text-second max-band:ml-1.5 band:block">{of}</span>}
    </>
  )
}

export function ProviderHead({ id, model }: { id: string; model: string }) {
  return (
    <>
      <span className="block font-figure">{providerTitle(id)}</span>
      <span className="block text-second [overflow-wrap:anywhere]">{model}</span>
    </>
  )
}

function Month({ limitMicroUsd, spentMicroUsd, reservedMicroUsd }: ProviderStanding['month']) {
  return (
    <Figure
      figure={dollars(spentMicroUsd + reservedMicroUsd)}
      of={limitMicroUsd === null ? undefined : text.ofLimit(dollars(limitMicroUsd))}
    />
  )
}

function rowOf({ id, model, breaker, retryAtMs, running, concurrency, stats, month }: ProviderStanding) {
  const taken = takenWords(stats)
  const { medianMs, slowMs, costPerAcceptedMicroUsd } = stats
  return {
    key: id,
    head: (
      <>
        <ProviderHead id={id} model={model} />
        <span className="mt-1 flex items-baseline gap-2">
          <BreakerMark state={breaker.state} />
          <span>{breakerWords({ breaker, retryAtMs })}</span>
        </span>
      </>
    ),
    cells: {
      running: <Figure figure={String(running)} of={text.ofPlaces(concurrency)} />,
      median: timeOf(medianMs),
      slow: timeOf(slowMs),
      taken: <Figure figure={taken?.share ?? '–'} of={taken?.of} />,
      cost: costPerAcceptedMicroUsd === null ? '–' : dollars(costPerAcceptedMicroUsd),
      month: <Month {...month} />,
    },
  }
}

const COLUMNS = [
  { key: 'running', label: text.underWay, figures: true },
  { key: 'median', label: text.median, figures: true },
  { key: 'slow', label: text.slow, figures: true },
  { key: 'taken', label: text.taken, figures: true },
  { key: 'cost', label: text.cost, figures: true },
  { key: 'month', label: text.month, figures: true },
]

/** How each provider does: whether it is asked, how fast it is, what the gates take, and what it costs. */
export function ProviderTable({ providers }: { providers: readonly ProviderStanding[] }) {
  return <Ledger caption={text.caption} about={text.provider} columns={COLUMNS} rows={providers.map(rowOf)} />
}
