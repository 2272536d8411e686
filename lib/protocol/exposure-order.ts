import { bytesOf32, hexToBytes, taggedHash } from './bytes.ts'
import { Draws } from './draws.ts'
import type { Bytes32 } from './primitives.ts'

/** Every so many-th place of an order is drawn without a look at how often a work was seen. */
export const EXPLORED_EVERY = 5

/** Beyond so many impressions more than the least seen work, a work falls back no further. */
const FURTHEST = 2 ** 20

/** What an order of works is made from: how often each was seen, and a number that nobody's ballot has a part in. */
export type ExposureSeed = {
  roundId: Bytes32
  /** Which record of impressions: they are numbered from 0, where nothing was seen yet. */
  epoch: number
  /** Four hex digits that a visitor was dealt. */
  deal: string
  /** Impressions of the works #1 … #N at that epoch. */
  impressions: readonly number[]
}

function epochBytes(epoch: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, epoch)
  return bytes
}

/** 0 … count − 1 in a drawn order (Fisher–Yates). */
function shuffled(count: number, draws: Draws): number[] {
  const places = Array.from({ length: count }, (_, index) => index)
  for (let at = 0; at < count - 1; at += 1) {
    const other = at + draws.below(count - at)
    const moved = places[at] as number
    places[at] = places[other] as number
    places[other] = moved
  }
  return places
}

/**
 * Works with the less seen ones first: each draws a number below 2³², multiplied by one more than what it was seen
 * oftener than the least seen work; the smallest product comes first. So two visitors of one epoch are dealt other
 * works, and a work seen once more than another is dealt half as soon.
 */
function fairest(impressions: readonly number[], draws: Draws): number[] {
  const least = impressions.reduce((low, seen) => Math.min(low, seen), Number.POSITIVE_INFINITY)
  const keys = impressions.map((seen) => (draws.below(2 ** 32) + 1) * (1 + Math.min(FURTHEST, seen - least)))
  return impressions
    .map((_, index) => index)
    .sort((a, b) => (keys[a] as number) - (keys[b] as number) || a - b)
}

/**
 * The exposure-fair order of a round's works (docs/exposure.md): the less seen, the sooner, and every fifth place by
 * lot alone. Pure: whoever has the record of an epoch finds the order that a visitor was dealt.
 * @returns the numbers 1 … N, each once
 */
export function exposureOrder({ roundId, epoch, deal, impressions }: ExposureSeed): number[] {
  const root = taggedHash('exposure', bytesOf32(roundId), epochBytes(epoch), hexToBytes(`0x${deal}`))
  const lot = shuffled(impressions.length, new Draws(root, 0)).values()
  const fair = fairest(impressions, new Draws(root, 1)).values()
  const hung = new Set<number>()
  while (hung.size < impressions.length) {
    const source = (hung.size + 1) % EXPLORED_EVERY === 0 ? lot : fair
    let next = source.next()
    while (!next.done && hung.has(next.value)) next = source.next()
    if (!next.done) hung.add(next.value)
  }
  return [...hung].map((index) => index + 1)
}
