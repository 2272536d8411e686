import type { ReactNode } from 'react'

type SectionProps = {
  title: ReactNode
  /** At the right of the heading. */
  aside?: ReactNode
  /** The ink rule stands over a small heading (15) or under a large one (18, 24, or the room's voice). */
  look?: 'over' | 'under' | 'statement' | 'room'
  level?: 2 | 3
  children: ReactNode
  className?: string
}

const HEADING = {
  over: 'text-15 font-figure leading-close',
  under: 'text-18 font-figure leading-text',
  statement: 'text-24 font-statement leading-statement',
  room: 'type-room text-24 max-band:text-18',
} as const

const RULE = {
  over: 'border-t pt-2 mb-0.5',
  under: 'border-b pb-2',
  statement: 'border-b pb-3',
  room: 'border-b pb-3',
} as const

export function Section({ title, aside, look = 'under', level = 2, children, className = '' }: SectionProps) {
  const Heading = `h${level}` as const
  return (
    <section className={className}>
      <div
        className={`flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-fg ${RULE[look]}`}
      >
        <Heading className={HEADING[look]}>{title}</Heading>
        {aside && <div className="text-13 text-second">{aside}</div>}
      </div>
      {children}
    </section>
  )
}
