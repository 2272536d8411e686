'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Hang, type HungWork } from '#components/art/hang.tsx'
import { workHref } from '#components/art/work-address.ts'
import { Button } from '#components/ui/button.tsx'
import type { CandidateView } from '#lib/candidates/schema.ts'
import * as counts from '#messages/counts.ts'
import * as text from '#messages/rounds/live-hang.ts'
import { useLiveRound } from './live-round.tsx'

/** The last row is laid out anew when a work joins it; so high at most it is, label included. */
const LAST_ROW_PX = 480

const arrived = (slug: string, work: CandidateView): HungWork => ({
  href: workHref(slug, work),
  title: work.title,
  creator: work.creatorName,
  standing: 'candidate',
  live: true,
  picture: { src: work.thumb.src640, width: work.width, height: work.height, alt: work.alt },
})

/** Whether the visitor looks at the end of the wall, where a new work would move what hangs. */
function looksAtEnd(wall: HTMLElement | null): boolean {
  if (!wall || window.scrollY < 8) return false
  return wall.getBoundingClientRect().bottom - LAST_ROW_PX < window.innerHeight
}

type LiveHangProps = {
  slug: string
  works: readonly HungWork[]
  /** What stands there until the first work is hung. */
  empty: ReactNode
}

/** The wall of a round that fills. New works are appended; whoever looks at its end is asked first. */
export function LiveHang({ slug, works, empty }: LiveHangProps) {
  const live = useLiveRound()
  const wall = useRef<HTMLDivElement>(null)
  const hanging = new Set(works.map(({ picture }) => picture.src))
  const come = live.works.filter(({ thumb }) => !hanging.has(thumb.src640))
  const [shown, setShown] = useState(0)
  const waiting = Math.max(0, come.length - shown)

  useEffect(() => {
    if (!looksAtEnd(wall.current)) setShown(come.length)
  }, [come.length])

  const all = [...works, ...come.slice(0, shown).map((work) => arrived(slug, work))]
  return (
    <div ref={wall}>
      {all.length > 0 ? <Hang works={all} label={counts.works(all.length)} /> : empty}
      {waiting > 0 && (
        <div className="mt-6">
          <Button size={32} onClick={() => setShown(come.length)}>
            {text.showNew(waiting)}
          </Button>
        </div>
      )}
    </div>
  )
}
