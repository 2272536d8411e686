import { figure } from '#messages/voting/figure.ts'
import { heightOf, splitOf } from './log-tree-layout.ts'

/** A full subtree drawn as one: its tip is the node, its foot the leaves `start` to `end` (exclusive). */
export type Cone = {
  x: number
  y: number
  foot: number
  width: number
  levels: number
  start: number
  end: number
}
export type GrowingNode = { x: number; y: number; kind: 'node' | 'path' | 'proof' | 'root'; key: string }
export type GrowingLeaf = { x: number; y: number; index: number; own: boolean }
export type GrowingEdge = { d: string; onPath: boolean }
/** A head on the axis below the leaves. */
export type HeadTick = { x: number; size: number }

export type GrowingTree = {
  width: number
  height: number
  /** Y of the ground. */
  foot: number
  /** Marks stand close together: draw them smaller. */
  tight: boolean
  cones: Cone[]
  nodes: GrowingNode[]
  leaves: GrowingLeaf[]
  edges: GrowingEdge[]
  labels: { x: number; text: string; own: boolean }[]
  heads: HeadTick[]
}

type GrowingInput = {
  size: number
  /** Own leaf, from 0; null without one. */
  own: number | null
  width: number
  /** Full subtrees off the own path become cones: a log of any size has at most some dozens of marks. */
  fold: boolean
  /** Sizes of heads to mark on the axis. */
  heads: readonly number[]
}

const MARGIN = 16
const TOP = 14
const LEVEL = 40
const TREE_HEIGHT = 260
const AXIS = 20
const LABELS = 44
/** A leaf is one part wide; a cone grows by this for each of its levels, so that small ones are still seen. */
const PER_LEVEL = 0.16
const LABEL_ROOM = 8
/** Narrower leaves than this, in the units of the drawing, would touch. */
const TIGHT = 14

type Slot = { start: number; end: number; parts: number }
type Point = { x: number; y: number }

const isFull = (leaves: number) => Number.isInteger(Math.log2(leaves))
const holds = (own: number | null, start: number, end: number) => own !== null && start <= own && own < end
const round = (value: number) => Math.round(value * 100) / 100

/** What stands on the ground, from left to right: leaves, and cones for full subtrees off the own path. */
function slotsOf(input: Pick<GrowingInput, 'own' | 'fold'>, start: number, end: number): Slot[] {
  const { own, fold } = input
  const leaves = end - start
  if (leaves === 1) return [{ start, end, parts: 1 }]
  if (fold && isFull(leaves) && !holds(own, start, end))
    return [{ start, end, parts: 1 + PER_LEVEL * Math.log2(leaves) }]
  const middle = start + splitOf(leaves)
  return [...slotsOf(input, start, middle), ...slotsOf(input, middle, end)]
}

class Drawing {
  readonly tree: GrowingTree
  private readonly input: GrowingInput
  private readonly slots: (Slot & { left: number; width: number })[]
  private readonly level: number
  private next = 0

  constructor(input: GrowingInput) {
    this.input = input
    const levels = Math.max(1, heightOf(input.size))
    this.level = Math.min(LEVEL, TREE_HEIGHT / levels)
    const foot = TOP + this.level * levels
    const slots = slotsOf(input, 0, input.size)
    const parts = slots.reduce((sum, slot) => sum + slot.parts, 0)
    const scale = (input.width - 2 * MARGIN) / parts
    let left = MARGIN
    this.slots = slots.map((slot) => {
      const placed = { ...slot, left, width: slot.parts * scale }
      left += placed.width
      return placed
    })
    const height = foot + LABELS
    this.tree = {
      width: input.width,
      height,
      foot,
      tight: scale < TIGHT,
      cones: [],
      nodes: [],
      leaves: [],
      edges: [],
      labels: [],
      heads: [],
    }
    this.subtree(0, input.size, false)
    this.tree.labels = this.labels()
    this.tree.heads = input.heads.flatMap((size) =>
      size <= input.size ? [{ size, x: this.edgeOf(size) }] : [],
    )
  }

  /** Where on the axis a log of so many leaves ends. */
  private edgeOf(size: number): number {
    const slot = this.slots.find(({ end }) => size <= end)
    if (!slot) return this.input.width - MARGIN
    return round(slot.left + (slot.width * (size - slot.start)) / (slot.end - slot.start))
  }

  private ground(start: number, end: number, sibling: boolean): Point {
    const slot = this.slots[this.next]
    this.next += 1
    const x = round((slot?.left ?? 0) + (slot?.width ?? 0) / 2)
    const { foot } = this.tree
    if (end - start === 1) {
      const own = start === this.input.own
      this.tree.leaves.push({ x, y: foot, index: start, own })
      if (sibling) this.mark({ x, y: foot }, 'proof', start, end)
      return { x, y: foot }
    }
    const levels = Math.log2(end - start)
    const y = round(foot - this.level * levels)
    this.tree.cones.push({ x, y, foot, width: round((slot?.width ?? 0) * 0.86), levels, start, end })
    const isRoot = end - start === this.input.size
    this.mark({ x, y }, isRoot ? 'root' : sibling ? 'proof' : 'node', start, end)
    return { x, y }
  }

  private subtree(start: number, end: number, sibling: boolean): Point {
    const slot = this.slots[this.next]
    if (slot?.start === start && slot.end === end) return this.ground(start, end, sibling)
    const onPath = holds(this.input.own, start, end)
    const middle = start + splitOf(end - start)
    const ownLeft = onPath && holds(this.input.own, start, middle)
    const children = [
      { point: this.subtree(start, middle, onPath && !ownLeft), own: ownLeft },
      { point: this.subtree(middle, end, ownLeft), own: onPath && !ownLeft },
    ]
    const [left, right] = children.map(({ point }) => point)
    const point = {
      x: round(((left?.x ?? 0) + (right?.x ?? 0)) / 2),
      y: round(this.tree.foot - this.level * heightOf(end - start)),
    }
    for (const { point: child, own } of children)
      this.tree.edges.push({ d: `M${child.x} ${child.y}V${point.y}H${point.x}`, onPath: own })
    const isRoot = end - start === this.input.size
    this.mark(point, isRoot ? 'root' : onPath ? 'path' : sibling ? 'proof' : 'node', start, end)
    return point
  }

  private mark({ x, y }: Point, kind: GrowingNode['kind'], start: number, end: number): void {
    this.tree.nodes.push({ x, y, kind, key: `${start}-${end}` })
  }

  /** Leaf numbers, or how many leaves stand under a cone; fewer where they would touch. */
  private labels(): GrowingTree['labels'] {
    const { own } = this.input
    const all = this.slots.map(({ start, end, left, width }) => ({
      x: round(left + width / 2),
      text: figure(end - start === 1 ? end : end - start),
      own: start === own && end - start === 1,
      /** What is named first where there is no room for all. */
      weight: start === own ? 2 : end === this.input.size || start === 0 ? 1 : 0,
      parts: end - start,
    }))
    const placed: typeof all = []
    const half = ({ text }: { text: string }) => text.length * 3.6 + LABEL_ROOM / 2
    for (const label of all.toSorted((a, b) => b.weight - a.weight || b.parts - a.parts))
      if (placed.every((other) => Math.abs(other.x - label.x) >= half(other) + half(label)))
        placed.push(label)
    return placed.toSorted((a, b) => a.x - b.x).map(({ x, text, own: isOwn }) => ({ x, text, own: isOwn }))
  }
}

/** Y of the axis on which heads are marked. */
export const axisOf = ({ foot }: Pick<GrowingTree, 'foot'>): number => foot + AXIS

/** Draws a log as the tree it grows into, from numbers only; one's own leaf keeps its way to the root. */
export function layoutGrowingTree(input: GrowingInput): GrowingTree {
  const { size, own } = input
  if (!Number.isInteger(size) || size < 1) throw new RangeError(`no log of ${size} leaves can be drawn`)
  return new Drawing({ ...input, own: own !== null && own < size ? own : null }).tree
}
