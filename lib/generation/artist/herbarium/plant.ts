import type { Random } from '#lib/generation/artist/random.ts'
import type { Point } from '#lib/generation/artist/raster.ts'
import { clamp } from '#lib/generation/artist/scalar.ts'
import { cosine, sine, TURN } from '#lib/generation/artist/trigonometry.ts'

export const UPWARD = -TURN / 4

/** A point on a stem and the direction of growth there. */
export type Node = { x: number; y: number; heading: number }

export type Element =
  | { kind: 'leaf'; points: Point[]; value: number }
  | { kind: 'stem'; points: Point[]; value: number; from: number; to: number }
  | { kind: 'dot'; points: [Point]; value: number; radius: number }

/** Elements that lie in one layer; where layers cross, less light comes through. */
export type Layer = { elements: Element[]; opacity: number; part: number }

/** How a plant of a kind is to grow. */
export type Habit = { random: Random; count?: number; density: number; sway: number; wild: number }

export class Plant {
  readonly layers: Layer[] = []
  /** The frond, stem or leaf being grown; one of them may be tinted. */
  part = -1
  private elements: Element[] = []
  private readonly habit: Habit

  constructor(habit: Habit) {
    this.habit = habit
  }

  close(opacity: number): void {
    this.layers.push({ elements: this.elements, opacity, part: this.part })
    this.elements = []
  }

  /** A stem walked step by step, wavering. */
  grow(start: Node, length: number, curve: number, steps = 40): Node[] {
    const nodes = [start]
    let { x, y, heading } = start
    const waver = 0.02 * (1 + 0.8 * this.habit.wild)
    for (let step = 0; step < steps; step++) {
      heading += curve / steps + this.habit.random.between(-waver, waver)
      x += (cosine(heading) * length) / steps
      y += (sine(heading) * length) / steps
      nodes.push({ x, y, heading })
    }
    return nodes
  }

  stem(nodes: readonly Node[], from: number, to: number, value: number): void {
    this.elements.push({ kind: 'stem', points: nodes.map(({ x, y }): Point => [x, y]), value, from, to })
  }

  line(from: Point, to: Point, width: number, end: number, value: number): void {
    this.elements.push({ kind: 'stem', points: [from, to], value, from: width, to: end })
  }

  dot(x: number, y: number, radius: number, value: number): void {
    this.elements.push({ kind: 'dot', points: [[x, y]], value, radius })
  }

  outline(points: Point[], value: number): void {
    this.elements.push({ kind: 'leaf', points, value })
  }

  /** A leaf along its midrib: `bend` turns it over its length, `taper` narrows the tip. */
  leaf(foot: Node, length: number, width: number, value: number, { bend = 0, taper = 0.35 } = {}): void {
    const left: Point[] = []
    const right: Point[] = []
    for (let step = 0; step <= 14; step++) {
      const t = step / 14
      const heading = foot.heading + bend * t
      const x = foot.x + cosine(heading) * length * t
      const y = foot.y + sine(heading) * length * t
      const half = width * sine((TURN / 2) * (t * 0.86 + 0.07)) * (1 - taper * t)
      left.push([x - sine(heading) * half, y + cosine(heading) * half])
      right.unshift([x + sine(heading) * half, y - cosine(heading) * half])
    }
    this.outline([...left, ...right], value)
  }
}

/** Left, top, right and bottom of all that grew. */
export function extentOf({ layers }: Plant): [left: number, top: number, right: number, bottom: number] {
  let [left, top, right, bottom] = [1e9, 1e9, -1e9, -1e9]
  for (const { elements } of layers) {
    for (const { points } of elements) {
      for (const [x, y] of points) {
        left = Math.min(left, x)
        top = Math.min(top, y)
        right = Math.max(right, x)
        bottom = Math.max(bottom, y)
      }
    }
  }
  return [left, top, right, bottom]
}

export const nodeAt = (nodes: readonly Node[], t: number): Node =>
  nodes[clamp(Math.floor(t * (nodes.length - 1)), 0, nodes.length - 1)] ?? { x: 0, y: 0, heading: UPWARD }
