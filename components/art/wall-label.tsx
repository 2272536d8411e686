import Link from 'next/link'
import type { ReactNode } from 'react'
import { DOT_WORDS, Dot, type DotKind } from '#components/ui/dot.tsx'

export type LabelView = {
  number?: number
  title: string
  creator: string
  /** The creator's page; only where the label itself is no link. */
  creatorHref?: string
  standing: DotKind
  /** Follows the creator: ", seen". */
  note?: ReactNode
}

type WallLabelProps = {
  work: LabelView
  /** 18 under a hung work, 24 beside a winner and on the Light Table, 36 on the work's own page. */
  size?: 'hang' | 'table' | 'winner' | 'own'
  /** The whole parent (which must be `relative`) becomes one link to the work. */
  href?: string
  /** Replaces the dot, e.g. by the island that knows the picks on this device. */
  dot?: ReactNode
  /** Lines under the creator: medium, size, place, acts. */
  children?: ReactNode
  headingLevel?: 1 | 2 | 3
}

const SIZE = {
  hang: 'max-band:text-15',
  // What stands under it keeps its place, whatever the title and whichever face it is set in.
  table: 'min-h-[2lh] leading-[1.15] rail:min-h-[3lh] rail:text-24',
  winner: 'text-24 leading-[1.15]',
  own: 'text-36 leading-title',
} as const

const STRETCHED =
  'after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-indigo focus-visible:after:outline-offset-2'

// Nothing of a work's page can be fetched before it is asked for, and a wall would ask for each that passes by.
function Title({ work, size = 'hang', href, headingLevel }: WallLabelProps) {
  const Tag = headingLevel ? (`h${headingLevel}` as const) : 'span'
  const words = href ? (
    <Link href={href} prefetch={false} className={STRETCHED}>
      {work.title}
    </Link>
  ) : (
    work.title
  )
  return <Tag className={`type-title min-w-0 break-words ${SIZE[size]}`}>{words}</Tag>
}

/** Dot and title; then number, creator and what else there is to say. */
export function WallLabel(props: WallLabelProps) {
  const { work, size = 'hang', dot, children } = props
  return (
    <div className="grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-2 text-13 leading-meta *:nth-[n+3]:col-start-2">
      {dot ?? <Dot kind={work.standing} label={DOT_WORDS[work.standing]} />}
      <Title {...props} />
      {size === 'hang' || size === 'table' ? (
        <p className="min-w-0 text-second">
          {work.number !== undefined && <span className="type-mono mr-2">{`#${work.number}`}</span>}
          {work.creator}
          {work.note}
        </p>
      ) : (
        <p className={size === 'own' ? 'mt-1.5 text-15' : ''}>
          {work.creatorHref ? (
            <Link href={work.creatorHref} className="link">
              {work.creator}
            </Link>
          ) : (
            work.creator
          )}
        </p>
      )}
      {children}
    </div>
  )
}
