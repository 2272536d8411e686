'use client'

import { type RefObject, useCallback, useRef, useState } from 'react'
import type { Picks } from '#components/voting/picks.ts'
import type { Sitting } from './judging.ts'
import type { KeyAct } from './key-map.ts'
import { isLook, LOOKING, type Looking, look } from './looking.ts'

/** How one looks, beside what is decided; `pass` hands on what is an act of judging. */
export function useLooking(sitting: RefObject<Sitting>, picks: () => Picks) {
  const [looking, setLooking] = useState<Looking>(LOOKING)
  const latest = useRef(looking)
  const put = useCallback((next: Looking) => {
    latest.current = next
    setLooking(next)
  }, [])
  /** The act that is left to be judged; null where there is none. */
  const lookBy = useCallback(
    (act: Exclude<KeyAct, { kind: 'keys' }>) => {
      const looked = look(latest.current, act, { sitting: sitting.current, picks: picks() })
      if (!looked) return { left: isLook(act) ? ({ kind: 'alone' } as const) : act }
      if (looked.looking !== latest.current) put(looked.looking)
      const place = looked.number === undefined ? -1 : sitting.current.order.indexOf(looked.number)
      return { left: place < 0 ? null : ({ kind: 'to', place } as const) }
    },
    [sitting, picks, put],
  )
  return { looking, latest, put, lookBy }
}
