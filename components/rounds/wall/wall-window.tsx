'use client'

import { type CSSProperties, type ReactNode, useEffect, useRef, useState } from 'react'
import type { LongWall } from './long-wall.tsx'
import { useLooks } from './use-looks.ts'
import type { WallRound } from './wall-item.tsx'
import type { WallView } from './wall-view.ts'

/** So near the end of what is in the page, the rest is fetched. */
const NEAR = '200% 0px'

type WallWindowProps = {
  round: WallRound
  view: WallView
  /** Names the list: "120 works". */
  label: string
  /** The first works, which come with the page, and how many they are. */
  start: ReactNode
  startCount: number
  /** How high the rows behind them are, for each width; null where there are none. */
  rest: CSSProperties | null
}

/** A wall of any length: what is not near the window is not in the page, and the page is as long as it will be. */
export function WallWindow({ round, view, label, start, startCount, rest }: WallWindowProps) {
  const hang = useRef<HTMLDivElement>(null)
  const behind = useRef<HTMLLIElement>(null)
  const [Long, setLong] = useState<typeof LongWall | null>(null)
  useLooks(hang, round.watches ? round.roundId : null)
  const isPart = view.show !== 'all'
  const meanwhile = rest && <li ref={behind} aria-hidden="true" className="hang-rest" style={rest} />

  useEffect(() => {
    // What this device keeps of a round takes a script to know; the rest of a long wall is fetched when it is near.
    const load = () => import('./long-wall.tsx').then((module) => setLong(() => module.LongWall))
    if (isPart) {
      load()
      return
    }
    if (!behind.current) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) load()
      },
      { rootMargin: NEAR },
    )
    observer.observe(behind.current)
    return () => observer.disconnect()
  }, [isPart])

  return (
    <div ref={hang} className="hang">
      <ol aria-label={label}>
        {start}
        {Long ? (
          <Long round={round} view={view} startCount={startCount} hang={hang} meanwhile={meanwhile} />
        ) : (
          meanwhile
        )}
      </ol>
    </div>
  )
}
