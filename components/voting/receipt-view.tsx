import type { CSSProperties, ReactNode } from 'react'
import { Check, type Verdict } from '#components/ui/check.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Section } from '#components/ui/section.tsx'
import * as words from '#messages/voting/receipt-view.ts'
import { LogTree, type LogTreeView } from './log-tree.tsx'

export type ReceiptCheck = { verdict: Verdict; text: string; hash?: string; note?: string }
export type ReceiptFact = { name: string; hash?: string; text?: string }

type ReceiptViewProps = {
  /** The leaf, from 1: the number is the picture. */
  number: number
  statement: string
  text: ReactNode
  actions?: ReactNode
  tree: LogTreeView
  /** What the hollow circles are: "other ballots, closed until Thursday". */
  /** Whose the red leaf is: "your ballot". */
  own?: string
  others?: string
  checks: readonly ReceiptCheck[]
  /** "checked in this browser, just now" */
  checkedWhen?: string
  facts: readonly ReceiptFact[]
  /** What to do where something does not hold. */
  remedy?: ReactNode
}

/** Also the page one prints. */
export function ReceiptView(props: ReceiptViewProps) {
  const { number, statement, text, actions, tree, own, others, checks, checkedWhen, facts, remedy } = props
  return (
    <article>
      <div className="border-fg border-b pb-4 min-[62rem]:grid min-[62rem]:grid-cols-[minmax(170px,auto)_1fr_auto] min-[62rem]:items-end min-[62rem]:gap-x-10 wide:grid-cols-[minmax(260px,auto)_1fr_auto]">
        <p
          aria-hidden="true"
          style={{ '--digits': String(number).length } as CSSProperties}
          className="type-room pt-1 text-[length:min(var(--text-120),calc((100vw-2.5rem)/var(--digits)/0.7))] leading-number tracking-[-0.03em]"
        >
          {number}
        </p>
        <div className="max-[62rem]:mt-5">
          <h2 className="font-figure text-24 leading-statement">{statement}</h2>
          <p className="mt-1.5 max-w-[54ch] text-second">{text}</p>
        </div>
        {actions && <div className="no-print flex flex-wrap gap-2 max-[62rem]:mt-4">{actions}</div>}
      </div>
      <div className="mt-6">
        <LogTree tree={tree} own={own} others={others} />
      </div>
      <div className="mt-5 grid gap-x-10 gap-y-8 wide:grid-cols-2">
        <Section
          look="over"
          title={
            <>
              {words.still} {checkedWhen && <span className="font-text text-second">{checkedWhen}</span>}
            </>
          }
        >
          <ul className="text-13">
            {checks.map(({ verdict, text: said, hash, note }) => (
              <li
                key={said}
                className="grid grid-cols-[22px_minmax(0,1fr)_auto] items-baseline border-line border-b py-[7px]"
              >
                <Check verdict={verdict} className="translate-y-[2px]" />
                <span className="pr-3">{said}</span>
                {hash ? <Hash value={hash} align="end" /> : <span className="text-second">{note}</span>}
              </li>
            ))}
          </ul>
        </Section>
        <Section look="over" title={words.says}>
          <dl className="text-13">
            {facts.map(({ name, hash, text: said }) => (
              <div key={name} className="grid grid-cols-[120px_minmax(0,1fr)] border-line border-b py-[7px]">
                <dt className="text-second">{name}</dt>
                <dd>
                  {hash && <Hash value={hash} length="long" />}{' '}
                  {said && <span className="text-second">{said}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
      </div>
      {remedy}
    </article>
  )
}
