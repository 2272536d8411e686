'use client'

import { type RefObject, useEffect } from 'react'
import { followPinch } from './follow-pinch.ts'
import { isDoubleTap, isTap, type Spot, type Swipe, swipeOf } from './gestures.ts'
import type { KeyAct } from './key-map.ts'

const SWIPES: Record<Swipe, KeyAct> = {
  left: { kind: 'by', steps: 1 },
  right: { kind: 'by', steps: -1 },
  up: { kind: 'mark', mark: 'pick' },
  down: { kind: 'mark', mark: 'pass' },
}
/** Two fingers have to part by so much before it is a pinch. */
const PINCHED = 1.15

const spotOf = ({ clientX, clientY, timeStamp }: PointerEvent): Spot => ({
  x: clientX,
  y: clientY,
  at: timeStamp,
})

/** A page that scrolls, or that somebody has magnified, keeps its own gestures. */
const isBrowsersOwn = () =>
  document.documentElement.scrollHeight > window.innerHeight + 1 || (window.visualViewport?.scale ?? 1) > 1.01

/** Where the shown picture lies. */
const boxOf = (well: HTMLElement) => (well.querySelector('[data-shown]') ?? well).getBoundingClientRect()

/** Where in it, from its centre in parts of its size. */
function pointIn(well: HTMLElement, { x, y }: Spot) {
  const box = boxOf(well)
  return { x: (x - box.left) / box.width - 0.5, y: (y - box.top) / box.height - 0.5 }
}

function listen(well: HTMLElement, act: (act: KeyAct) => void) {
  const down = new Map<number, Spot>()
  const first = new Map<number, Spot>()
  let apart = 0
  let tapped: Spot | null = null
  const spread = () => {
    const [a, b] = [...down.values()]
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0
  }
  const press = (event: PointerEvent) => {
    well.style.touchAction = isBrowsersOwn() ? 'pan-y pinch-zoom' : 'none'
    down.set(event.pointerId, spotOf(event))
    first.set(event.pointerId, spotOf(event))
    apart = spread()
  }
  const move = (event: PointerEvent) => {
    if (!down.has(event.pointerId)) return
    down.set(event.pointerId, spotOf(event))
    if (apart > 0 && spread() > apart * PINCHED) {
      followPinch({ from: first, now: down, box: boxOf(well) }, (zoom) => act({ kind: 'zoom', zoom }))
      drop()
    }
  }
  const tap = (spot: Spot) => {
    if (!isDoubleTap(tapped, spot)) {
      tapped = spot
      return
    }
    tapped = null
    act({ kind: 'zoom-at', point: pointIn(well, spot) })
  }
  const lift = (event: PointerEvent) => {
    const from = first.get(event.pointerId)
    const alone = down.size === 1 && apart === 0
    const to = spotOf(event)
    down.delete(event.pointerId)
    first.delete(event.pointerId)
    if (down.size === 0) apart = 0
    if (!from || !alone) return
    if (isTap(from, to)) return tap(to)
    const swipe = event.pointerType === 'mouse' ? null : swipeOf(from, to, window.innerWidth)
    if (swipe) act(SWIPES[swipe])
  }
  const drop = () => {
    down.clear()
    first.clear()
    apart = 0
  }
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey) return
    event.preventDefault()
    if (event.deltaY < 0) act({ kind: 'zoom-by', way: 'in' })
  }
  const stop = new AbortController()
  const { signal } = stop
  well.style.touchAction = isBrowsersOwn() ? 'pan-y pinch-zoom' : 'none'
  well.addEventListener('pointerdown', press, { signal })
  well.addEventListener('pointermove', move, { signal })
  well.addEventListener('pointerup', lift, { signal })
  well.addEventListener('pointercancel', drop, { signal })
  well.addEventListener('wheel', wheel, { signal, passive: false })
  return () => stop.abort()
}

/** Swipes, a double tap and a pinch on the work; each has its button. */
export function useGestures(well: RefObject<HTMLElement | null>, act: (act: KeyAct) => void): void {
  useEffect(() => (well.current ? listen(well.current, act) : undefined), [well, act])
}
