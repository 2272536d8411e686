'use client'

import Link from 'next/link'
import { memo, type ReactNode } from 'react'
import { Dot } from '#components/ui/dot.tsx'
import { ArrowGlyph } from '#components/ui/glyphs.tsx'
import { formatMoment, formatRemaining } from '#components/ui/moment.ts'
import { useRemaining } from '#components/ui/use-remaining.ts'
import * as text from '#messages/voting/table/table-strip.ts'
import type { TableRound } from './table-round.ts'

type Times = Pick<TableRound, 'state' | 'opensAt' | 'closesAt' | 'now'>

/** How long a round goes on being what it is. */
export const Clock = memo(function Clock({ round }: { round: Times }) {
  const at = new Date((round.state === 'early' ? round.opensAt : round.closesAt) * 1000).toISOString()
  const left = formatRemaining(useRemaining(at, new Date(round.now * 1000).toISOString()), true)
  if (round.state === 'closed' || left === null)
    return <span className="text-second">{round.state === 'early' ? text.aboutToOpen : text.closed}</span>
  return (
    <time dateTime={at} className="text-second max-[24rem]:sr-only">
      <span className="max-rail:sr-only">{round.state === 'early' ? text.opensIn : text.closesIn}</span>
      {left}
      <span className="max-rail:sr-only">: {formatMoment(at, { weekday: true })}</span>
    </time>
  )
})

const WayBack = memo(function WayBack({ slug, title }: Pick<TableRound, 'slug' | 'title'>) {
  return (
    <Link
      href={`/rounds/${slug}`}
      className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rail:min-h-6 rail:min-w-0"
    >
      <ArrowGlyph to="left" />
      <span className="max-w-[22ch] truncate max-rail:sr-only">
        <span className="sr-only">{text.backToWallOf}</span>
        {title}
      </span>
    </Link>
  )
})

const WayOn = memo(function WayOn({ round }: { round: TableRound }) {
  const [href, long, short] =
    round.state === 'open'
      ? ['ballot', ...text.reviewBallot]
      : round.state === 'duels'
        ? ['duel', ...text.judgeByDuels]
        : round.state === 'closed'
          ? ['result', ...text.seeResult]
          : ['', ...text.toWall]
  return (
    <Link
      prefetch={false}
      href={`/rounds/${round.slug}/${href}`.replace(/\/$/, '')}
      className="link inline-flex items-center max-rail:min-h-11"
    >
      <span className="max-rail:hidden">{long}</span>
      <span className="rail:hidden">{short}</span>
    </Link>
  )
})

type StripProps = {
  round: TableRound
  /** "Work 8 of 120", and the same in short. */
  where: { long: string; short: string } | null
  picked: number | null
  passes?: ReactNode
}

/** All chrome of the table: the way back, where one is, what is picked, and the way on. */
export function TableStrip({ round, where, picked, passes }: StripProps) {
  return (
    <header className="flex h-12 items-center gap-x-3.5 whitespace-nowrap px-2.5 text-13 type-narrow rail:h-10 rail:gap-x-6 rail:px-4">
      <WayBack slug={round.slug} title={round.title} />
      <div className="contents max-rail:hidden">{passes}</div>
      {where && (
        <span className="text-second">
          <span className="max-rail:hidden">{where.long}</span>
          <span className="rail:hidden">{where.short}</span>
        </span>
      )}
      <span className="flex-1" />
      <Clock round={round} />
      {picked !== null && (
        <span className="inline-flex items-center gap-1.5">
          <Dot kind={picked > 0 ? 'pick' : 'candidate'} />
          <b>
            {round.maxChoices === null ? picked : text.ofMost(picked, round.maxChoices)}
            <span className="max-rail:sr-only">{text.pickedAfter}</span>
          </b>
        </span>
      )}
      <WayOn round={round} />
    </header>
  )
}
