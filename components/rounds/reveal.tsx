'use client'

import { type CSSProperties, type ReactNode, useEffect, useLayoutEffect, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import * as text from '#messages/rounds/reveal.ts'

/** One label turns after the other; where many works are chosen all have turned after a few seconds. */
const TURN_MS = 600
const LONGEST_MS = 6_000
/** The last label's own turn (globals.css, `.reveal`). */
const LAST_MS = 420

const SKIP = 'skip-the-reveal'

const revealedKey = (roundId: string) => `verso.revealed.${roundId}`

/** True the first time a device asks; false where it keeps nothing, or where motion is unwelcome. */
function isFirstLook(roundId: string): boolean {
  if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return false
  try {
    const key = revealedKey(roundId)
    if (window.localStorage.getItem(key) !== null) return false
    window.localStorage.setItem(key, '1')
    return true
  } catch {
    return false
  }
}

type RevealProps = { roundId: string; count: number; children: ReactNode }

/** The first time a result is seen, the labels of the chosen works turn from the last place to the first. */
export function Reveal({ roundId, count, children }: RevealProps) {
  const [turning, setTurning] = useState(false)
  const each = Math.min(TURN_MS, LONGEST_MS / Math.max(1, count))

  // Before the first picture where one comes from another page: nobody sees what is then hidden again.
  useLayoutEffect(() => setTurning(isFirstLook(roundId)), [roundId])
  useEffect(() => {
    if (!turning) return
    // One key is enough to skip it; the page stays where it is.
    document.getElementById(SKIP)?.focus({ preventScroll: true })
    const timer = setTimeout(() => setTurning(false), count * each + LAST_MS)
    return () => clearTimeout(timer)
  }, [turning, count, each])

  const times = { '--works': count, '--each': `${each}ms` } as CSSProperties
  return (
    <div className={turning ? 'reveal' : undefined} style={turning ? times : undefined}>
      {children}
      {turning && (
        <div className="mt-4">
          <Button id={SKIP} size={44} onClick={() => setTurning(false)}>
            {text.skip}
          </Button>
        </div>
      )}
    </div>
  )
}
