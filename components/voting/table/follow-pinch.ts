import type { Spot } from './gestures.ts'
import { FIT, type Point, pannedBy, type Zoom, zoomedBy } from './zooming.ts'

type Finger = Pick<Spot, 'x' | 'y'>
type Two = readonly [Finger, Finger]

const apartOf = ([a, b]: Two) => Math.hypot(a.x - b.x, a.y - b.y)
const middleOf = ([a, b]: Two): Finger => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 })

/** What two fingers that parted on a whole picture make of it. `box` is where the picture lay, in px of the window. */
export function pinchedZoom(
  from: Two,
  to: Two,
  box: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
): Zoom {
  const [began, now] = [middleOf(from), middleOf(to)]
  const point: Point = {
    x: (began.x - box.left) / box.width - 0.5,
    y: (began.y - box.top) / box.height - 0.5,
  }
  const grown = zoomedBy(FIT, apartOf(to) / Math.max(1, apartOf(from)), point)
  return pannedBy(grown, (now.x - began.x) / box.width, (now.y - began.y) / box.height)
}

type Fingers = ReadonlyMap<number, Finger>
type Pinch = { from: Fingers; now: Fingers; box: DOMRect }

function twoOf(fingers: Fingers): Two | null {
  const [a, b] = [...fingers.values()]
  return a && b ? [a, b] : null
}

/** Follows two fingers until one is lifted, also when what they were put on has given way to a view from nearer. */
export function followPinch({ from, now, box }: Pinch, put: (zoom: Zoom) => void): void {
  const began = twoOf(from)
  const down = new Map(now)
  const follow = () => {
    const two = twoOf(down)
    if (began && two) put(pinchedZoom(began, two, box))
  }
  const stop = new AbortController()
  const { signal } = stop
  const move = ({ pointerId, clientX: x, clientY: y }: PointerEvent) => {
    if (!down.has(pointerId)) return
    down.set(pointerId, { x, y })
    follow()
  }
  const lift = ({ pointerId }: PointerEvent) => {
    if (down.has(pointerId)) stop.abort()
  }
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', lift, { signal })
  window.addEventListener('pointercancel', lift, { signal })
  follow()
}
