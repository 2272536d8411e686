import { z } from 'zod'
import type { Operators } from '#lib/protocol/evidence.ts'
import { addressSchema, bytes32Schema, secondsSchema, uint64Schema } from '#lib/protocol/primitives.ts'
import type { ChainBlock, ChainReader, RoundEvents, RoundFacts } from '#lib/protocol/verify/chain-reader.ts'
import type { RoundOnChain } from '#lib/protocol/verify/fraud-evidence.ts'
import { type SeenHead, seeHead } from '#lib/protocol/verify/watch-log.ts'
import type { InstanceRound } from './instance-api.ts'

/** Blocks that are read again each time: a chain may take its last ones back. */
const REORG_BLOCKS = 64n
/** More than that is not read for one round. */
const MOST_BLOCKS = 5_000_000n

/** What is remembered of a round's events, so that only new blocks are read. */
export const chainRecordSchema = z.strictObject({
  scannedTo: uint64Schema,
  opening: z.strictObject({ operator: addressSchema }),
  rotations: z.array(z.strictObject({ operator: addressSchema, size: uint64Schema, block: uint64Schema })),
  anchored: z
    .strictObject({ size: z.int().min(0), root: bytes32Schema, block: uint64Schema, time: secondsSchema })
    .nullable(),
  cancelled: z.boolean(),
})
export type ChainRecord = z.infer<typeof chainRecordSchema>

/** What the chain says of a round now. */
export type ChainSide = RoundOnChain & {
  record: ChainRecord
  operators: Operators
  /** Unix seconds of the latest block. */
  now: number
  /** Heads that were anchored since the record. */
  anchors: SeenHead[]
  /** Nothing can be proven any more: final or cancelled. */
  over: boolean
}

/** A chain that answers, and does not bear out what the instance says. */
export class NotOnChain extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'NotOnChain'
  }
}

function merge(
  known: ChainRecord | null,
  events: RoundEvents,
  from: bigint,
  scannedTo: string,
): ChainRecord | null {
  const opening = events.opened ?? known?.opening
  if (!opening) return null
  const isKept = ({ block }: { block: string }) => BigInt(block) < from
  const rotations = events.rotated.map(({ operator, size, anchor }) => ({
    operator,
    size,
    block: anchor.blockNumber,
  }))
  const last = events.heads.at(-1)
  const before = known?.anchored && isKept(known.anchored) ? known.anchored : null
  return {
    scannedTo,
    opening: { operator: opening.operator },
    rotations: [...(known?.rotations.filter(isKept) ?? []), ...rotations],
    anchored: last
      ? {
          size: Number(last.size),
          root: last.root,
          block: last.anchor.blockNumber,
          time: last.anchor.blockTime,
        }
      : before,
    cancelled: events.cancelled !== null || (known?.cancelled ?? false),
  }
}

async function newAnchors(
  round: InstanceRound,
  events: RoundEvents,
  known: ChainRecord | null,
): Promise<SeenHead[]> {
  const told = known?.anchored
  const anchors: SeenHead[] = []
  for (const { size, root, signedAt, signature } of events.heads) {
    if (told && (Number(size) < told.size || (Number(size) === told.size && root === told.root))) continue
    const head = { round: round.id, size, root, signedAt }
    const seen = await seeHead(round.rules, { head, signature }, 'chain')
    if (seen) anchors.push(seen)
  }
  return anchors
}

const isOver = (facts: RoundFacts, cancelled: boolean, now: number): boolean =>
  cancelled || (facts.closes > 0 && !facts.frozen && now >= facts.finalAt)

/** The first block whose events are still to be read. */
async function scanFrom(
  reader: ChainReader,
  { rules, openedBlock }: InstanceRound,
  known: ChainRecord | null,
  latest: ChainBlock,
): Promise<bigint> {
  if (known) {
    const again = BigInt(known.scannedTo) - REORG_BLOCKS
    return again > 0n ? again : 0n
  }
  const opened = openedBlock === null ? null : await reader.block(openedBlock)
  // The instance's word for where to look, held against the rules, so that it cannot send us through all of a chain.
  const isFitting = opened && opened.timestamp >= rules.submissionsOpenAt && opened.timestamp < rules.opensAt
  if (!isFitting || BigInt(latest.number) - BigInt(opened.number) > MOST_BLOCKS)
    throw new NotOnChain('the round was not opened where the instance says')
  return BigInt(opened.number)
}

/**
 * Reads a round's events from where the record ends.
 * @throws NotOnChain when the chain does not know the round as the instance tells it; whatever the reader throws
 */
export async function readChainSide(
  reader: ChainReader,
  round: InstanceRound,
  known: ChainRecord | null,
): Promise<ChainSide> {
  const { rules, id } = round
  const chainId = await reader.chainId()
  if (chainId !== rules.chainId)
    throw new NotOnChain(`the node serves chain ${chainId}, the round is on ${rules.chainId}`)
  const latest = await reader.latestBlock()
  const facts = await reader.round(rules.collection, id)
  if (!facts) throw new NotOnChain(`collection ${rules.collection} knows no such round`)
  if (
    facts.opensAt !== rules.opensAt ||
    facts.closesAt !== rules.closesAt ||
    facts.sealGrace !== rules.sealGrace
  )
    throw new NotOnChain('the chain has other times for the round')
  const from = await scanFrom(reader, round, known, latest)
  const events = await reader.events(rules.collection, id, String(from))
  const record = merge(known, events, from, latest.number)
  if (!record)
    throw new NotOnChain(`the round was not opened in block ${from}, as the instance says, or later`)
  const sealed = latest.timestamp >= rules.closesAt + rules.sealGrace
  return {
    record,
    operators: record,
    now: latest.timestamp,
    anchors: await newAnchors(round, events, known),
    over: isOver(facts, record.cancelled, latest.timestamp),
    operator: record.rotations.at(-1)?.operator ?? record.opening.operator,
    anchoredSize: Number(facts.logSize),
    sealed: sealed ? { size: Number(facts.logSize), root: facts.logRoot } : null,
    frozen: facts.frozen,
  }
}
