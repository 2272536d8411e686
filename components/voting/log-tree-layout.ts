/** Leaves `start` to `end` (exclusive) of the log, drawn as one mark. */
export type TreeMark = {
  x: number
  y: number
  kind: 'leaf' | 'node' | 'own' | 'path' | 'proof' | 'folded'
  start: number
  end: number
  /** Grew after the own leaf was taken in. */
  later: boolean
}

export type TreeEdge = { d: string; onPath: boolean; later: boolean }
export type TreeTick = { x: number; text: string; own: boolean }
export type TreeLayout = {
  width: number
  height: number
  marks: TreeMark[]
  edges: TreeEdge[]
  ticks: TreeTick[]
  /** Hashes that lead from the own leaf to the root. */
  proofSize: number
}

type LayoutInput = {
  /** Leaves in the log. */
  size: number
  /** Own leaf, from 0. */
  index: number
  width: number
  /** Each subtree off the path becomes one mark with a count. */
  fold: boolean
}

const MARGIN = 18
const TOP = 22
const LEVEL = 40
const TREE_HEIGHT = 240
const TICK_EVERY = 10
/** Width of a letter of a tick. */
const LETTER = 8
const TICK_ROOM = 60

/** RFC 9162 §2.1: the left subtree holds the largest power of two below n. */
export function splitOf(leaves: number): number {
  let power = 1
  while (power * 2 < leaves) power *= 2
  return power
}

export const heightOf = (leaves: number) => Math.ceil(Math.log2(leaves))

type Walk = {
  layout: TreeLayout
  input: LayoutInput
  level: number
  base: number
  slot: number
  step: number
}

function drawLeafSlot(walk: Walk, start: number, end: number, kind: TreeMark['kind']): TreeMark {
  const mark: TreeMark = {
    x: MARGIN + walk.step * walk.slot,
    y: kind === 'folded' ? walk.base - walk.level * heightOf(end - start) : walk.base,
    kind,
    start,
    end,
    later: start > walk.input.index,
  }
  walk.slot += 1
  walk.layout.marks.push(mark)
  return mark
}

function drawSubtree(walk: Walk, start: number, end: number, sibling: boolean): TreeMark {
  const { index, fold } = walk.input
  const onPath = start <= index && index < end
  if (sibling) walk.layout.proofSize += 1
  if (end - start === 1) return drawLeafSlot(walk, start, end, onPath ? 'own' : sibling ? 'proof' : 'leaf')
  if (fold && !onPath) return drawLeafSlot(walk, start, end, 'folded')

  const middle = start + splitOf(end - start)
  const left = drawSubtree(walk, start, middle, onPath && index >= middle)
  const right = drawSubtree(walk, middle, end, onPath && index < middle)
  const mark: TreeMark = {
    x: (left.x + right.x) / 2,
    y: walk.base - walk.level * heightOf(end - start),
    kind: onPath ? 'path' : sibling ? 'proof' : 'node',
    start,
    end,
    later: start > index,
  }
  for (const child of [left, right])
    walk.layout.edges.push({
      d: `M${round(child.x)} ${round(child.y)}V${round(mark.y)}H${round(mark.x)}`,
      onPath: onPath && (child.kind === 'own' || child.kind === 'path'),
      later: child.later,
    })
  walk.layout.marks.push(mark)
  return mark
}

const round = (value: number) => Math.round(value * 100) / 100

/** Those that do not stand in one another: one's own leaf before all, then the largest subtrees. */
function legible(ticks: readonly TreeTick[]): TreeTick[] {
  const kept: TreeTick[] = []
  const wanted = ticks.toSorted((a, b) => Number(b.own) - Number(a.own) || b.text.length - a.text.length)
  for (const tick of wanted) {
    const isFree = kept.every(
      ({ x, text }) => Math.abs(x - tick.x) >= (LETTER * (text.length + tick.text.length)) / 2 + LETTER / 2,
    )
    if (isFree) kept.push(tick)
  }
  return ticks.filter((tick) => kept.includes(tick))
}

function ticksOf(layout: TreeLayout, { size, index, fold }: LayoutInput): TreeTick[] {
  const slots = layout.marks.filter(({ kind, end, start }) => kind === 'folded' || end - start === 1)
  if (fold)
    return legible(
      slots.map((mark) => ({
        x: mark.x,
        text:
          mark.kind === 'own' ? String(index + 1) : mark.kind === 'folded' ? `${mark.end - mark.start}×` : '',
        own: mark.kind === 'own',
      })),
    )
  const own = slots[index]
  return slots.flatMap((mark, position) => {
    const number = position + 1
    const isOwn = position === index
    const wanted = isOwn || number === 1 || number === size || number % TICK_EVERY === 0
    const last = slots[size - 1]
    const crowded = [own, last].some(
      (other) => other && other !== mark && Math.abs(other.x - mark.x) < TICK_ROOM,
    )
    return wanted && (isOwn || !crowded) ? [{ x: mark.x, text: String(number), own: isOwn }] : []
  })
}

const slotCount = ({ size, index, fold }: LayoutInput): number => {
  if (!fold) return size
  let slots = 1
  for (let [start, end] = [0, size]; end - start > 1; slots += 1) {
    const middle = start + splitOf(end - start)
    if (index < middle) end = middle
    else start = middle
  }
  return slots
}

/** Draws the log as a tree from its size and one's own place in it: numbers only, no measuring. */
export function layoutLogTree(input: LayoutInput): TreeLayout {
  const { size, index, width } = input
  if (!Number.isInteger(size) || !Number.isInteger(index) || index < 0 || index >= size)
    throw new RangeError(`leaf ${index} is not in a log of ${size}`)
  const levels = Math.max(1, heightOf(size))
  const level = Math.min(LEVEL, TREE_HEIGHT / levels)
  const slots = slotCount(input)
  const base = TOP + level * levels
  const layout: TreeLayout = { width, height: base + 40, marks: [], edges: [], ticks: [], proofSize: 0 }
  const step = slots > 1 ? (width - 2 * MARGIN - 4) / (slots - 1) : 0
  drawSubtree({ layout, input, level, base, slot: 0, step }, 0, size, false)
  layout.ticks = ticksOf(layout, input)
  return layout
}
