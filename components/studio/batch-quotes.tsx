import Form from 'next/form'
import { Button } from '#components/ui/button.tsx'
import { Ledger } from '#components/ui/ledger.tsx'
import { Link } from '#components/ui/link.tsx'
import type { BatchQuote, BatchQuotes as Quotes } from '#lib/generation/routing/schema.ts'
import * as text from '#messages/studio/batch-quotes.ts'
import { durationWords } from './duration-words.ts'
import { dollars } from './money-words.ts'
import { ProviderHead } from './provider-table.tsx'

const COUNTS = [10, 100, 1_000, 10_000] as const

const price = (microUsd: number) => (microUsd === 0 ? text.free : dollars(microUsd))

/** What stands in the way; null when it could begin. */
const obstacle = ({ never, conflict, budget, affordable }: BatchQuote): string | null => {
  if (conflict) return text.conflict[conflict.because]
  if (never !== null) return text.never[never]
  return budget === 'fits' ? null : text.beyond[budget](affordable ?? 0)
}

function rowOf(quote: BatchQuote) {
  const { provider, model, licence, outputs, seesThePrompt } = quote
  const inTheWay = obstacle(quote)
  return {
    key: provider,
    quiet: quote.never !== null,
    head: (
      <>
        <ProviderHead id={provider} model={model} />
        {inTheWay && <span className="mt-1 block font-figure">{inTheWay}</span>}
      </>
    ),
    cells: {
      price: price(quote.costMicroUsd),
      each: price(quote.costPerAcceptedMicroUsd),
      time: durationWords(quote.finishMs),
      words: text.sees[seesThePrompt],
      licence: (
        <>
          <span className="[overflow-wrap:anywhere]">{licence}</span>
          <span className="block text-second">{text.uses[outputs]}</span>
        </>
      ),
    },
  }
}

const COLUMNS = [
  { key: 'price', label: text.price, figures: true },
  { key: 'each', label: text.each, figures: true },
  { key: 'time', label: text.time, figures: true },
  { key: 'words', label: text.words },
  { key: 'licence', label: text.licence },
]

/** How many pictures: a form that works without a script, and four sizes to press. */
function Count({ count, path }: { count: number; path: string }) {
  return (
    <Form action={path} scroll={false} className="flex flex-wrap items-end gap-x-3 gap-y-3">
      <label className="block">
        <span className="mb-1.5 block font-figure text-13">{text.pictures}</span>
        <input
          key={count}
          type="number"
          name="pictures"
          defaultValue={count}
          min={1}
          max={10_000}
          required
          className="block min-h-11 w-32 rounded-control border border-edge bg-ground px-3 text-15 band:min-h-10"
        />
      </label>
      <Button type="submit" size={40}>
        {text.quote}
      </Button>
      <span className="flex flex-wrap gap-x-4 text-13">
        {COUNTS.map((one) => (
          <Link
            key={one}
            href={`${path}?pictures=${one}`}
            scroll={false}
            aria-current={one === count ? 'true' : undefined}
            className={`inline-flex min-h-11 items-center band:min-h-10 ${one === count ? 'font-figure' : 'link'}`}
          >
            {text.figure(one)}
          </Link>
        ))}
      </span>
    </Form>
  )
}

/** One batch at every provider side by side: price, time, who sees the words, and what stands in the way. */
export function BatchQuotes({ quotes, path }: { quotes: Quotes; path: string }) {
  return (
    <div className="mt-4 grid gap-5">
      <Count count={quotes.count} path={path} />
      <Ledger
        caption={text.caption(quotes.count)}
        about={text.provider}
        columns={COLUMNS}
        rows={quotes.items.map(rowOf)}
      />
      <p className="max-w-measure text-13 text-second">{text.basis}</p>
    </div>
  )
}
