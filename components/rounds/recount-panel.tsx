import type { ReactNode } from 'react'
import { Check, type Verdict } from '#components/ui/check.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Sheet } from '#components/ui/sheet.tsx'
import { recount } from '#messages/rounds/recount-panel.ts'

export type RecountCheck = { verdict: Verdict; text: string; detail?: string }

type RecountPanelProps = {
  /** "Recounted here, all green" */
  title: string
  /** Where, how long, from what, and what it still trusts. */
  text?: ReactNode
  /** In the order of the checks. */
  checks: readonly RecountCheck[]
  /** The digest computed here and the one on chain. */
  compare?: readonly { label: string; hash: string }[]
  /** Buttons, one under the other. */
  children?: ReactNode
  /** A recount is going on: results are announced as they come. */
  running?: boolean
}

/** The count done again in front of the visitor, a line per check; a broken one names its record. */
export function RecountPanel({ title, text, checks, compare, children, running = false }: RecountPanelProps) {
  return (
    <Sheet label={recount}>
      <h2 className="font-figure text-18 leading-statement" aria-live={running ? 'polite' : undefined}>
        {title}
      </h2>
      {text && <p className="mt-1 text-13 text-second">{text}</p>}
      <ul className="mt-2.5 border-line border-b text-13" aria-busy={running || undefined}>
        {checks.map(({ verdict, text: words, detail }) => (
          <li
            key={words}
            className={`grid grid-cols-[22px_minmax(0,1fr)] items-baseline border-line border-t py-1.5 ${verdict === 'broken' ? '-mx-2.5 bg-wash px-2.5' : ''}`}
          >
            <Check verdict={verdict} className="translate-y-[2px]" />
            <span>
              {words}
              {detail && <span className="block break-words text-second">{detail}</span>}
            </span>
          </li>
        ))}
      </ul>
      {compare && (
        <dl className="mt-3 text-13">
          {compare.map(({ label, hash }) => (
            <div key={label} className="grid grid-cols-[76px_minmax(0,1fr)] py-[3px]">
              <dt className="text-second">{label}</dt>
              <dd>
                <Hash value={hash} length="long" align="end" />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {children && <div className="mt-3.5 grid gap-2">{children}</div>}
    </Sheet>
  )
}
