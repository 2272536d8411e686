import * as text from '#messages/rounds/flow-shapes.ts'
import type { FlowColumn, FlowLayout, FlowNode, FlowRibbon } from './flow-layout.ts'
import type { MethodRules } from './result-words.ts'

export type FlowDrawingProps = {
  layout: FlowLayout
  rules: MethodRules
  titles: ReadonlyMap<number, string>
  chosen: ReadonlySet<number>
  /** What the drawing shows, in sentences. */
  description: string
}

/** A point, given along the rounds and across the bands. */
export type Point = (along: number, across: number) => string

/** A ribbon between two rounds, as broad at its end as at its beginning. */
export function ribbonPath(
  { source, target }: FlowRibbon,
  [from, to]: readonly [number, number],
  at: Point,
): string {
  const half = (from + to) / 2
  const there = `C${at(half, source.from)} ${at(half, target.from)} ${at(to, target.from)}`
  const back = `C${at(half, target.to)} ${at(half, source.to)} ${at(from, source.to)}`
  return `M${at(from, source.from)}${there}L${at(to, target.to)}${back}Z`
}

/** Tones that stay apart where more contrast is asked for. */
export const RIBBON_TONE: Record<FlowRibbon['kind'], string> = {
  stays: 'fill-fg/14',
  passes: 'fill-fg/35',
  ends: 'fill-press',
}

export const MARK = 'stroke-1 stroke-fg [stroke-dasharray:3_2]'

export const middle = ({ from, to }: FlowNode): number => (from + to) / 2

/** So long that it is seen, however few votes it stands for. */
export const seen = ({ from, to }: FlowNode): number => Math.max(to, from + 0.4)

/** Where half the votes or a quota end in a column. */
export const marksOf = ({ halfAt, nodes }: FlowColumn): number[] =>
  [halfAt, ...nodes.map(({ quotaAt }) => quotaAt)].filter((mark) => mark !== null)

const EVENT: Partial<Record<FlowNode['state'], (work: number) => string>> = {
  goes: text.goes,
  elected: text.chosen,
}

/** What happened in a column: "#12 goes". */
export function eventOf({ nodes }: FlowColumn): string {
  for (const { number, state } of nodes) {
    const told = EVENT[state]
    if (told && number !== null) return told(number)
  }
  return ''
}
