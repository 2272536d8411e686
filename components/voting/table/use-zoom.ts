'use client'

import { type RefObject, useEffect, useRef } from 'react'
import { isDoubleTap, isTap, type Spot } from './gestures.ts'
import type { KeyAct } from './key-map.ts'
import { type Point, pannedBy, type Zoom, zoomedBy } from './zooming.ts'

/** So much of the wheel doubles the size. */
const WHEEL_DOUBLES = 300

/** The place where the picture under the pointer fits; everything is measured in parts of it. */
function frameOf(target: EventTarget | null): DOMRect | null {
  const pane = target instanceof Element ? target.closest('[data-pane]') : null
  return pane?.querySelector('[data-frame]')?.getBoundingClientRect() ?? null
}

const pointIn = (frame: DOMRect, { x, y }: { x: number; y: number }): Point => ({
  x: (x - frame.left) / frame.width - 0.5,
  y: (y - frame.top) / frame.height - 0.5,
})

type Held = { at: Spot; from: Spot }

const middleOf = (held: readonly Held[]) => ({
  x: held.reduce((sum, { at }) => sum + at.x, 0) / held.length,
  y: held.reduce((sum, { at }) => sum + at.y, 0) / held.length,
})

const spreadOf = ([a, b]: readonly Held[]) => (a && b ? Math.hypot(a.at.x - b.at.x, a.at.y - b.at.y) : 0)

function listen(panes: HTMLElement, latest: { zoom: Zoom; act: (act: KeyAct) => void }) {
  const held = new Map<number, Held>()
  let tapped: Spot | null = null
  const put = (zoom: Zoom) => {
    latest.zoom = zoom
    latest.act({ kind: 'zoom', zoom })
  }
  const spotOf = ({ clientX: x, clientY: y, timeStamp: at }: PointerEvent): Spot => ({ x, y, at })
  const press = (event: PointerEvent) => {
    if (event.button !== 0 || !frameOf(event.target)) return
    held.set(event.pointerId, { at: spotOf(event), from: spotOf(event) })
  }
  const move = (event: PointerEvent) => {
    const one = held.get(event.pointerId)
    const frame = frameOf(event.target)
    if (!one || !frame) return
    const before = [...held.values()]
    held.set(event.pointerId, { ...one, at: spotOf(event) })
    const after = [...held.values()]
    const [from, to] = [middleOf(before), middleOf(after)]
    const panned = pannedBy(latest.zoom, (to.x - from.x) / frame.width, (to.y - from.y) / frame.height)
    const grown = held.size === 2 ? spreadOf(after) / Math.max(1, spreadOf(before)) : 1
    put(zoomedBy(panned, grown, pointIn(frame, to)))
  }
  const lift = (event: PointerEvent) => {
    const one = held.get(event.pointerId)
    held.delete(event.pointerId)
    if (!one || held.size > 0 || !isTap(one.from, spotOf(event))) return
    const spot = spotOf(event)
    const isSecond = isDoubleTap(tapped, spot)
    tapped = isSecond ? null : spot
    const frame = frameOf(event.target)
    if (isSecond && frame) latest.act({ kind: 'zoom-at', point: pointIn(frame, spot) })
  }
  const drop = ({ pointerId }: PointerEvent) => held.delete(pointerId)
  const wheel = (event: WheelEvent) => {
    const frame = frameOf(event.target)
    const scrolls = document.documentElement.scrollHeight > window.innerHeight + 1
    if (!frame || (scrolls && !event.ctrlKey)) return
    event.preventDefault()
    put(
      zoomedBy(
        latest.zoom,
        2 ** (-event.deltaY / WHEEL_DOUBLES),
        pointIn(frame, { x: event.clientX, y: event.clientY }),
      ),
    )
  }
  const stop = new AbortController()
  const { signal } = stop
  panes.addEventListener('pointerdown', press, { signal })
  panes.addEventListener('wheel', wheel, { signal, passive: false })
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', lift, { signal })
  window.addEventListener('pointercancel', drop, { signal })
  return () => stop.abort()
}

/** Wheel, drag, pinch and double tap on any pane zoom and move the pictures of all. */
export function useZoom(panes: RefObject<HTMLElement | null>, zoom: Zoom, act: (act: KeyAct) => void): void {
  const latest = useRef({ zoom, act })
  latest.current.zoom = zoom
  latest.current.act = act
  useEffect(() => (panes.current ? listen(panes.current, latest.current) : undefined), [panes])
}
