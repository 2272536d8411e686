import type { Picks } from '#components/voting/picks.ts'
import { type Act, numberAt, type Sitting } from './judging.ts'
import { FIT, NEAR, type Point, ZOOM_STEP, type Zoom, zoomedBy } from './zooming.ts'

export type View = 'one' | 'closer' | 'compare' | 'survey'

/** The work that is kept for now, and the one that challenges it. */
export type Pair = { left: number; right: number }

/** How one looks at the works of a pass; nothing of it is kept. */
export type Looking = { view: View; pair: Pair | null; zoom: Zoom }

export const LOOKING: Looking = { view: 'one', pair: null, zoom: FIT }

export type LookAct =
  /** The same view again leads back to one work. */
  | { kind: 'view'; view: 'one' | 'compare' | 'survey' }
  | { kind: 'zoom-by'; way: 'in' | 'out' | 'fit' }
  | { kind: 'zoom-at'; point: Point }
  | { kind: 'zoom'; zoom: Zoom }
  | { kind: 'swap' }
  /** One of the two compared gets the focus, and with it the marks. */
  | { kind: 'face'; number: number }

const LOOKS: ReadonlySet<string> = new Set<LookAct['kind']>([
  'view',
  'zoom-by',
  'zoom-at',
  'zoom',
  'swap',
  'face',
])
export const isLook = (act: Act | LookAct): act is LookAct => LOOKS.has(act.kind)

/** `number` is the work that is judged from now on. */
type Looked = { looking: Looking; number?: number }

/** The next of the works that are not passed, from a place on; null where there is no other. */
function nextKept(
  { order, picks, not }: { order: readonly number[]; picks: Picks; not: readonly number[] },
  from: number,
  step: 1 | -1,
): number | null {
  const out = new Set([...picks.passed, ...not])
  for (let tried = 1; tried <= order.length; tried += 1) {
    const at = (from + step * tried + order.length * tried) % order.length
    const number = order[at] ?? 0
    if (!out.has(number)) return number
  }
  return null
}

type Seen = { sitting: Sitting; picks: Picks }

function toCompare({ sitting, picks }: Seen): Looked | null {
  const left = numberAt(sitting)
  const right = nextKept({ order: sitting.order, picks, not: [left] }, sitting.place, 1)
  return right === null ? null : { looking: { view: 'compare', pair: { left, right }, zoom: FIT } }
}

function changeView(looking: Looking, view: 'one' | 'compare' | 'survey', seen: Seen): Looked | null {
  if (view === 'one' || view === looking.view) return { looking: LOOKING }
  return view === 'survey' ? { looking: { ...LOOKING, view } } : toCompare(seen)
}

/** Nearer than it fits, one work is looked at closer; back at its whole it is one again. */
function zoomed(looking: Looking, zoom: Zoom): Looked {
  if (looking.view === 'compare') return { looking: { ...looking, zoom } }
  return { looking: zoom.scale === 1 ? LOOKING : { view: 'closer', pair: null, zoom } }
}

function challenge(looking: Looking, pair: Pair, seen: Seen, step: 1 | -1): Looked {
  const { sitting, picks } = seen
  const { left, right } = pair
  const next = nextKept(
    { order: sitting.order, picks, not: [left, right] },
    sitting.order.indexOf(right),
    step,
  )
  if (next === null) return { looking }
  const paired = { ...looking, pair: { left, right: next } }
  return numberAt(sitting) === left ? { looking: paired } : { looking: paired, number: next }
}

function promote(looking: Looking, { left, right }: Pair, { sitting, picks }: Seen): Looked {
  const next = nextKept({ order: sitting.order, picks, not: [left, right] }, sitting.order.indexOf(right), 1)
  return { looking: { ...looking, pair: { left: right, right: next ?? left } }, number: right }
}

const WAYS: Record<'in' | 'out' | 'fit', (zoom: Zoom) => Zoom> = {
  in: (zoom) => zoomedBy(zoom, ZOOM_STEP),
  out: (zoom) => zoomedBy(zoom, 1 / ZOOM_STEP),
  fit: () => FIT,
}

/** In a pair the acts that lead on change the challenger; those that lead elsewhere do nothing. */
function inPair(looking: Looking, pair: Pair, act: Act | LookAct, seen: Seen): Looked | null {
  switch (act.kind) {
    case 'by':
      return challenge(looking, pair, seen, act.steps < 0 ? -1 : 1)
    case 'swap':
      return promote(looking, pair, seen)
    case 'face':
      return { looking, number: act.number }
    case 'first':
    case 'last':
      return { looking }
    case 'to': {
      const right = seen.sitting.order[act.place] ?? pair.right
      return right === pair.left
        ? { looking }
        : { looking: { ...looking, pair: { ...pair, right } }, number: right }
    }
    default:
      return null
  }
}

/** What an act does to how one looks; null where it is none of this and is judged, or there is no other work. */
export function look(looking: Looking, act: Act | LookAct, seen: Seen): Looked | null {
  const { pair, zoom } = looking
  switch (act.kind) {
    case 'view':
      return changeView(looking, act.view, seen)
    case 'zoom-by':
      return looking.view === 'survey' ? { looking } : zoomed(looking, WAYS[act.way](zoom))
    case 'zoom-at':
      return zoomed(looking, zoom.scale === 1 ? zoomedBy(zoom, NEAR, act.point) : FIT)
    case 'zoom':
      return zoomed(looking, act.zoom)
    case 'swap':
    case 'face':
      return pair ? inPair(looking, pair, act, seen) : { looking }
    default:
      return pair ? inPair(looking, pair, act, seen) : null
  }
}
