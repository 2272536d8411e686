import * as text from '#messages/ui/steps.ts'
import { Check } from './check.tsx'
import { Link } from './link.tsx'

export type Step = { label: string; href?: string }

type StepsProps = {
  items: readonly Step[]
  /** Index of the one current step. */
  current: number
  label: string
  /** `column` stands in the signage, `row` over the content with a square for each step done. */
  layout?: 'column' | 'row'
}

const state = (index: number, current: number) =>
  index < current ? 'done' : index === current ? 'current' : 'next'

const TONE = { done: '', current: 'font-figure', next: 'text-second' } as const

function Words({ item }: { item: Step }) {
  return item.href ? (
    <Link href={item.href} className="hover:underline">
      {item.label}
    </Link>
  ) : (
    item.label
  )
}

function Done() {
  return <span className="sr-only">{text.done}</span>
}

export function Steps({ items, current, label, layout = 'column' }: StepsProps) {
  const row = layout === 'row'
  return (
    <ol
      aria-label={label}
      className={
        row
          ? 'flex flex-wrap gap-x-7 border-fg border-b text-13'
          : 'flex gap-x-3 border-t border-t-fg border-b-line text-13 max-band:border-b wide:mt-6 band:block'
      }
    >
      {items.map((item, index) => {
        const now = state(index, current)
        return (
          <li
            key={item.label}
            aria-current={now === 'current' ? 'step' : undefined}
            className={`${TONE[now]} ${
              row
                ? `-mb-px flex items-center gap-[7px] border-b-3 pt-1.5 pb-2.5 ${now === 'current' ? 'border-fg' : 'border-transparent'}`
                : 'py-1.5 max-band:flex-auto band:grid band:grid-cols-[18px_1fr] band:border-line band:border-b'
            }`}
          >
            {row ? (
              now === 'done' && <Check verdict="checked" silent />
            ) : (
              <span className="max-band:mr-1">{index + 1}</span>
            )}
            <span>
              <Words item={item} />
              {now === 'done' && <Done />}
            </span>
          </li>
        )
      })}
    </ol>
  )
}
