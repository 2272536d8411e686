import type { FlowRound } from './count-flow.ts'

/** A stretch across the drawing, in hundredths of it. */
export type Stretch = { from: number; to: number }

/** A work in a round, or the votes without one; `leaves` in this round, or was elected before it. */
export type FlowNode = Stretch & {
  key: string
  number: number | null
  votes: bigint
  state: 'stands' | 'goes' | 'elected' | 'holds' | 'exhausted'
  /** Of an elected work: where its quota ends and what it passes on begins. */
  quotaAt: number | null
}

export type FlowColumn = { round: number; nodes: readonly FlowNode[]; halfAt: number | null }

export type FlowRibbon = {
  key: string
  kind: 'stays' | 'passes' | 'ends'
  /** The number of the column it starts at, from 0. */
  column: number
  source: Stretch
  target: Stretch
}

export type FlowLayout = {
  columns: readonly FlowColumn[]
  /** Those that move lie above those that stay. */
  ribbons: readonly FlowRibbon[]
}

const LAYERS: readonly FlowRibbon['kind'][] = ['ends', 'stays', 'passes']

const WHOLE = 100
const PARTS = 1_000_000n

type Scale = (votes: bigint) => number

/** Votes as hundredths of the drawing, gaps between bands taken off. */
function scaleOf(total: bigint, bands: number, gap: number): Scale {
  const room = WHOLE - gap * Math.max(0, bands - 1)
  return (votes) => (total > 0n ? (Number((votes * PARTS) / total) / Number(PARTS)) * room : 0)
}

type Held = ReadonlyMap<number, bigint>

/** Elected works that the drawing has seen, with what they keep, before each round. */
function heldBefore(rounds: readonly FlowRound[]): Held[] {
  const held = new Map<number, bigint>()
  return rounds.map(({ leaving, kept }) => {
    const before = new Map(held)
    if (leaving.kind === 'elected') held.set(leaving.number, kept)
    return before
  })
}

function stateOf({ leaving }: FlowRound, number: number): FlowNode['state'] {
  if (leaving.number !== number) return 'stands'
  return leaving.kind === 'elected' ? 'elected' : 'goes'
}

type Setting = { order: readonly number[]; scale: Scale; gap: number }

/** Bands one after the other in the order of the ranking; the votes without a work end where the drawing ends. */
function nodesOf(round: FlowRound, held: Held, { order, scale, gap }: Setting): FlowNode[] {
  let at = 0
  const nodes: FlowNode[] = []
  for (const number of order) {
    const holds = held.get(number)
    const votes = holds ?? round.standing.get(number)
    if (votes === undefined) continue
    const state = holds === undefined ? stateOf(round, number) : 'holds'
    const to = at + scale(votes)
    const quotaAt = state === 'elected' && round.kept < votes ? at + scale(round.kept) : null
    nodes.push({ key: `${round.round}-${number}`, number, votes, state, from: at, to, quotaAt })
    at = to + gap
  }
  if (round.exhausted > 0n)
    nodes.push({
      key: `${round.round}-exhausted`,
      number: null,
      votes: round.exhausted,
      state: 'exhausted',
      from: WHOLE - scale(round.exhausted),
      to: WHOLE,
      quotaAt: null,
    })
  return nodes
}

const after = (from: number, length: number): Stretch => ({ from, to: from + length })

/** Ribbons from one column to the next: what stays, then what was passed on, from its own side of each band. */
function ribbonsOf(
  round: FlowRound,
  columns: readonly [number, FlowColumn, FlowColumn],
  { order, scale }: Setting,
): FlowRibbon[] {
  const [column, here, there] = columns
  const leaving = here.nodes.find(({ number }) => number === round.leaving.number)
  if (!leaving) return []
  const place = (number: number | null) =>
    number === null ? Number.POSITIVE_INFINITY : order.indexOf(number)
  const gained = new Map(round.passed.map(({ to, votes }) => [to, scale(votes)]))
  const ribbons: FlowRibbon[] = []
  let passedFrom = leaving.from + scale(round.kept)
  for (const target of there.nodes) {
    const { number } = target
    const gain = gained.get(number) ?? 0
    const comesFirst = number === null || place(leaving.number) < place(number)
    const source = here.nodes.find((node) => node.number === number)
    const stays = source === leaving ? scale(round.kept) : source ? source.to - source.from : 0
    if (source && stays > 0)
      ribbons.push({
        key: `${target.key}-stays`,
        kind: number === null ? 'ends' : 'stays',
        column,
        source: after(source.from, stays),
        target: after(target.from + (comesFirst ? gain : 0), stays),
      })
    if (gain === 0) continue
    ribbons.push({
      key: `${target.key}-passes`,
      kind: number === null ? 'ends' : 'passes',
      column,
      source: after(passedFrom, gain),
      target: after(target.from + (comesFirst ? 0 : stays), gain),
    })
    passedFrom += gain
  }
  return ribbons
}

function halfOf(round: FlowRound, scale: Scale): number {
  return scale([...round.standing.values()].reduce((sum, votes) => sum + votes, 0n)) / 2
}

/**
 * The flow of votes through consecutive rounds of a count: bands along one axis, in hundredths, rounds along the
 * other. The work that was ranked first lies at the edge, so that half the votes can be marked from there.
 * @param order numbers as they are ranked
 * @param quota null for an instant runoff
 */
export function flowLayout(
  rounds: readonly FlowRound[],
  { order, quota, gap }: { order: readonly number[]; quota: bigint | null; gap: number },
): FlowLayout {
  const held = heldBefore(rounds)
  const weightOf = (round: FlowRound, index: number) =>
    [...round.standing.values(), ...(held[index]?.values() ?? [])].reduce((sum, votes) => sum + votes, 0n) +
    round.exhausted
  const total = rounds.map(weightOf).reduce((most, weight) => (weight > most ? weight : most), 0n)
  const bands = Math.max(
    0,
    ...rounds.map(
      ({ standing, exhausted }, index) => standing.size + (held[index]?.size ?? 0) + (exhausted > 0n ? 1 : 0),
    ),
  )
  const scale = scaleOf(total, bands, gap)
  const setting = { order, scale, gap }
  const columns = rounds.map((round, index) => ({
    round: round.round,
    nodes: nodesOf(round, held[index] ?? new Map(), setting),
    halfAt: quota === null ? halfOf(round, scale) : null,
  }))
  const ribbons = rounds.flatMap((round, index) => {
    const [here, there] = columns.slice(index, index + 2)
    return here && there ? ribbonsOf(round, [index, here, there], setting) : []
  })
  return { columns, ribbons: ribbons.toSorted((a, b) => LAYERS.indexOf(a.kind) - LAYERS.indexOf(b.kind)) }
}
