'use client'

import { type PointerEvent, type RefObject, useEffect, useState } from 'react'

/** The row, counted from 0, that a lifted one takes when the pointer is at this height. */
function rowAt(list: HTMLElement, lifted: Element | null, y: number): number {
  const others = [...list.children].filter((row) => row !== lifted)
  return others.filter((row) => {
    const { top, height } = row.getBoundingClientRect()
    return top + height / 2 < y
  }).length
}

/** Lifts a row of a list by its handle and carries it with the pointer; `move` puts it into its place at once. */
export function useLifting(list: RefObject<HTMLElement | null>, move: (number: number, to: number) => void) {
  const [lifted, setLifted] = useState<number | null>(null)
  useEffect(() => {
    if (lifted === null) return
    const carry = (event: globalThis.PointerEvent) => {
      const element = list.current
      if (!element) return
      const own = element.querySelector(`[data-number="${lifted}"]`)
      move(lifted, rowAt(element, own, event.clientY))
    }
    const drop = () => setLifted(null)
    window.addEventListener('pointermove', carry)
    window.addEventListener('pointerup', drop)
    window.addEventListener('pointercancel', drop)
    return () => {
      window.removeEventListener('pointermove', carry)
      window.removeEventListener('pointerup', drop)
      window.removeEventListener('pointercancel', drop)
    }
  }, [lifted, list, move])
  const lift = (number: number) => (event: PointerEvent) => {
    if (event.button === 0) setLifted(number)
  }
  return { lifted, lift }
}
