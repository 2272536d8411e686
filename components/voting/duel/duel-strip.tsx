'use client'

import Link from 'next/link'
import { ArrowGlyph } from '#components/ui/glyphs.tsx'
import { Clock } from '#components/voting/table/table-strip.tsx'
import * as text from '#messages/voting/duel/duel-strip.ts'
import type { DuelRound } from './duel-round.ts'

/** The way back, what is asked, how long there is, and the way on. */
export function DuelStrip({ round }: { round: DuelRound }) {
  return (
    <header className="flex h-12 items-center gap-x-3.5 whitespace-nowrap border-line px-2.5 text-13 type-narrow rail:h-10 rail:gap-x-6 rail:border-b rail:px-4">
      <Link
        href={`/rounds/${round.slug}`}
        className="inline-flex min-h-11 min-w-11 items-center justify-center gap-1.5 rail:min-h-6 rail:min-w-0"
      >
        <ArrowGlyph to="left" />
        <span className="max-w-[22ch] truncate max-rail:sr-only">
          <span className="sr-only">{text.backToWallOf}</span>
          {round.title}
        </span>
      </Link>
      <b>{text.duel}</b>
      <span className="min-w-0 truncate text-second max-rail:hidden">{round.brief}</span>
      <span className="flex-1" />
      <Clock round={round} />
      <Link
        prefetch={false}
        href={`/rounds/${round.slug}/ballot`}
        className="link inline-flex items-center max-rail:min-h-11"
      >
        <span className="max-rail:hidden">{text.stopAndReview}</span>
        <span className="rail:hidden">{text.review}</span>
      </Link>
    </header>
  )
}
