import type { ReactNode } from 'react'
import { Check } from '#components/ui/check.tsx'
import { SheetRows } from '#components/ui/sheet.tsx'
import * as text from '#messages/voting/power-panel.ts'

export type PowerView =
  | {
      state: 'positive'
      votes: string
      /** The snapshot in words: "block 41". */
      at: string
      shares: readonly { source: string; votes: string }[]
      /** When it was counted and what counts later. */
      note?: string
    }
  | {
      state: 'zero'
      at: string
      /** One sentence: why there is no power. */
      cause: string
      facts: readonly { name: string; value: string }[]
      /** What to do and when it will count. */
      advice?: string
    }
  | { state: 'pending'; text: string }

type PowerPanelProps = { power: PowerView; open?: boolean; level?: 2 | 3; children?: ReactNode }

/** "Why do I have 120 votes?", answered before it is asked. `children` are the ways on. */
export function PowerPanel({ power, open = true, level = 2, children }: PowerPanelProps) {
  const Heading = `h${level}` as const
  if (power.state === 'pending')
    return (
      <p role="status" className="flex items-baseline gap-2 border-fg border-b pb-2 text-15">
        <Check verdict="running" silent className="translate-y-[2px]" />
        {power.text}
      </p>
    )
  if (power.state === 'zero')
    return (
      <div>
        <Heading className="border-fg border-b pb-2 font-figure text-18">
          {text.votesAt('0', power.at)}
        </Heading>
        <p className="mt-2 mb-3 max-w-measure text-15">{power.cause}</p>
        <SheetRows rule="ink" rows={power.facts.map(({ name, value }) => ({ term: name, value }))} />
        {power.advice && <p className="mt-2 max-w-measure text-13 text-second">{power.advice}</p>}
        {children && <div className="mt-3 flex flex-wrap gap-2">{children}</div>}
      </div>
    )
  return (
    <details open={open} className="group">
      <summary className="flex list-none items-baseline justify-between gap-4 border-fg border-b pb-2 max-band:min-h-11 max-band:items-center [&::-webkit-details-marker]:hidden">
        <Heading className="font-figure text-15 band:text-18">{text.votesAt(power.votes, power.at)}</Heading>
        <span className="link text-13">
          <span className="hidden group-open:inline">{text.fold}</span>
          <span className="group-open:hidden">{text.why(power.votes)}</span>
        </span>
      </summary>
      <div className="border-line border-b">
        <SheetRows
          rule="none"
          rows={[
            ...power.shares.map(({ source, votes }) => ({ term: source, value: votes })),
            ...(power.note ? [{ term: power.note, quiet: true }] : []),
          ]}
        />
      </div>
      {children}
    </details>
  )
}
