'use client'

import { type RefObject, useEffect, useRef } from 'react'
import type { Side } from './sides.ts'
import { isWhole, movedBy, type View, zoomBy } from './zoom.ts'

/** A finger that moves less than this has tapped. */
const TAP_PX = 8
/** How much a notch of a wheel enlarges. */
const WHEEL = 0.002

type Point = { x: number; y: number }
type Handled = { view: View; change: (view: View) => void; choose: (side: Side) => void }

const sideAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element && !target.closest('button, a')
    ? target.closest<HTMLElement>('[data-side]')
    : null

/** Where a point lies on the work under it: from its middle, in parts of its whole size. */
function onWork(side: HTMLElement, { x, y }: Point): Point & { width: number; height: number } {
  const frame = side.querySelector('[data-frame]') ?? side
  const { left, top, width, height } = frame.getBoundingClientRect()
  return { x: (x - left) / width - 0.5, y: (y - top) / height - 0.5, width, height }
}

const middle = (points: Point[]): Point => ({
  x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
  y: points.reduce((sum, { y }) => sum + y, 0) / points.length,
})
const distance = ([one, other]: Point[]) => (one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0)

/** Fingers or a mouse on the pair: where they are, and how far they have gone. */
class Hand {
  private readonly points = new Map<number, Point>()
  private gone = 0
  private most = 0

  put(id: number, point: Point): void {
    if (this.points.size === 0) [this.gone, this.most] = [0, 0]
    this.points.set(id, point)
    this.most = Math.max(this.most, this.points.size)
  }

  /** How far the middle of it moved and how much it opened, while it moves; null for another's movement. */
  move(id: number, point: Point): { by: Point; factor: number; at: Point } | null {
    const last = this.points.get(id)
    if (!last) return null
    const before = [...this.points.values()]
    this.points.set(id, point)
    const now = [...this.points.values()]
    this.gone += Math.hypot(point.x - last.x, point.y - last.y)
    const [from, to] = [middle(before), middle(now)]
    const opened = distance(before)
    return {
      by: { x: to.x - from.x, y: to.y - from.y },
      factor: opened > 0 ? distance(now) / opened : 1,
      at: to,
    }
  }

  /** Whether what ends now was a tap. */
  lift(id: number): boolean {
    return this.points.delete(id) && this.most === 1 && this.gone < TAP_PX
  }
}

/** Wheel, drag and pinch enlarge and move both works of the pair alike; a tap on a whole one chooses it. */
export function useGestures(pair: RefObject<HTMLElement | null>, handled: Handled): void {
  const latest = useRef(handled)
  latest.current = handled
  useEffect(() => {
    const element = pair.current
    if (!element) return
    const hand = new Hand()
    const ending = new AbortController()
    const on = <K extends keyof HTMLElementEventMap>(
      type: K,
      act: (event: HTMLElementEventMap[K], side: HTMLElement) => void,
    ) =>
      element.addEventListener(
        type,
        (event) => {
          const side = sideAt(event.target)
          if (side) act(event, side)
        },
        { signal: ending.signal, passive: false },
      )
    on('wheel', (event, side) => {
      if (event.deltaY === 0) return
      event.preventDefault()
      const { view, change } = latest.current
      change(
        zoomBy(view, Math.exp(-event.deltaY * WHEEL), onWork(side, { x: event.clientX, y: event.clientY })),
      )
    })
    on('pointerdown', (event) => {
      if (event.button === 0) hand.put(event.pointerId, { x: event.clientX, y: event.clientY })
    })
    on('pointermove', (event, side) => {
      const moved = hand.move(event.pointerId, { x: event.clientX, y: event.clientY })
      if (!moved) return
      const { view, change } = latest.current
      const { width, height, x, y } = onWork(side, moved.at)
      const dragged = movedBy(view, { x: moved.by.x / width, y: moved.by.y / height })
      const next = zoomBy(dragged, moved.factor, { x, y })
      if (!isWhole(view) || !isWhole(next)) change(next)
    })
    on('pointerup', (event, side) => {
      const tapped = hand.lift(event.pointerId)
      const { view, choose } = latest.current
      if (tapped && isWhole(view)) choose(side.dataset.side === 'left' ? 'left' : 'right')
    })
    const lost = (event: PointerEvent) => void hand.lift(event.pointerId)
    for (const type of ['pointerup', 'pointercancel'] as const)
      window.addEventListener(type, lost, { signal: ending.signal })
    return () => ending.abort()
  }, [pair])
}
