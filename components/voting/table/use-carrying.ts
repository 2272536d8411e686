'use client'

import { type PointerEvent, useEffect, useState } from 'react'

type Carried = { number: number; over: number }

const numberUnder = (x: number, y: number): number | null => {
  const cell = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-number]')
  return cell ? Number(cell.dataset.number) : null
}

/** Carries a work by the pointer over the others; where it is let go, `drop` says which one it takes the place of. */
export function useCarrying(drop: (number: number, over: number) => void) {
  const [carried, setCarried] = useState<Carried | null>(null)
  const number = carried?.number ?? null
  useEffect(() => {
    if (number === null) return
    let over = number
    const carry = ({ clientX, clientY }: globalThis.PointerEvent) => {
      over = numberUnder(clientX, clientY) ?? over
      setCarried({ number, over })
    }
    const end = (event: globalThis.PointerEvent) => {
      setCarried(null)
      if (event.type === 'pointerup' && over !== number) drop(number, over)
    }
    window.addEventListener('pointermove', carry)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
    return () => {
      window.removeEventListener('pointermove', carry)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
    }
  }, [number, drop])
  const lift = (one: number) => (event: PointerEvent) => {
    if (event.button === 0) setCarried({ number: one, over: one })
  }
  return { carried, lift }
}
