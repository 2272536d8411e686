import { BLOCK_PROOFS } from '#lib/protocol/manifest.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import { type Said, said } from '#lib/protocol/said.ts'
import type { Text } from '#lib/protocol/sentences.ts'
import type { ChainBlock, ChainReader, RoundEvents, RoundFacts } from './chain-reader.ts'
import type { Core } from './core.ts'
import type { ReadCredentials } from './picture-credentials.ts'
import type { CheckLog, Place, Say } from './report.ts'

/** What the home chain says about the round, read once for all checks. */
export type ChainView = {
  /** Null where nobody was asked: all that is known was recorded in the bundle, and proves itself. */
  reader: ChainReader | null
  block(number: string): Promise<ChainBlock | null>
  /** Root of the state after a block, where it was recorded. */
  stateRoot(number: string): Bytes32 | null
  facts: RoundFacts
  events: RoundEvents
}

/** What is needed to compare blocks. */
export type BlockView = Pick<ChainView, 'reader' | 'block'>

/** What every check is given. `chain` is null without a chain, or when it does not know the round. */
export type CheckContext = {
  core: Core
  chain: ChainView | null
  /** Other chains that votes are read on, by id, as far as they were given. */
  chains: ReadonlyMap<number, ChainReader>
  /** The collection that the reader of the report names; null when they trust the bundle's. */
  collection: Address | null
  receipts: readonly Receipt[]
  /** Reads C2PA credentials; null where nobody does. */
  credentials: ReadCredentials | null
  say: Say
}

/** The chain, or null with one unknown finding. */
export function chainOf(context: CheckContext, log: CheckLog): ChainView | null {
  if (!context.chain)
    log.unknown(null, 'needs-chain', 'the anchors of this check were not compared with a chain')
  return context.chain
}

/** Records prove what they hold, but not that nothing was left out of them: that is somebody's word. */
export function attestWhole(chain: ChainView, log: CheckLog): void {
  if (chain.reader) return
  log.attested(
    { file: BLOCK_PROOFS },
    'events-as-recorded',
    'that the chain has no other events of this round is the word of who recorded them',
  )
}

/** Values of the core that a check needs; null with one unknown finding when one of them could not be read. */
export function needs<K extends Needed>(
  context: CheckContext,
  log: CheckLog,
  names: readonly K[],
): { [N in K]: NonNullable<Core[N]> } | null {
  const missing = names.filter((name) => context.core[name] === null)
  if (missing.length > 0) {
    log.unknown(null, 'needs-file', 'cannot be checked without {files}', {
      files: missing.map((name) => said(NAMES[name])),
    })
    return null
  }
  return context.core as { [N in K]: NonNullable<Core[N]> }
}

const NAMES = {
  rules: 'rules',
  roundId: 'round id',
  candidates: 'candidates',
  metadata: 'metadata',
  log: 'log',
  heads: 'heads',
  posted: 'posted',
  powers: 'powers',
  voids: 'voids',
  evidence: 'evidence',
  result: 'result',
  winners: 'winners',
} as const satisfies Partial<Record<keyof Core, Text>>
type Needed = keyof typeof NAMES

/** A field or file by its own name, or a thing in words. */
export type Named = string | Said

/** What is said of two values that should be one. */
export const DIFFERS = '{what} is {here}; {source} says {there}'

/** Red when two values differ; both are shown. Values are compared as text. */
export function compare(
  log: CheckLog,
  place: Place | null,
  code: string,
  pair: { what: Named; here: unknown; there: unknown; source: Named },
): void {
  if (String(pair.here) === String(pair.there)) return
  log.red(place, code, DIFFERS, { ...pair, here: String(pair.here), there: String(pair.there) })
}

/** Red when a block of the bundle is not the one that the chain has under its number. */
export async function compareBlock(
  log: CheckLog,
  chain: BlockView,
  place: Place,
  block: { number: string; hash: string; timestamp: number },
): Promise<void> {
  const answer = await log.read(
    place,
    chain.block(block.number).then((found) => ({ found })),
  )
  if (!answer) return
  const source = said(chain.reader ? 'the chain' : 'the recorded header')
  const { found } = answer
  if (!found)
    return log.red(place, 'block-differs', 'the chain has no block {number}', { number: block.number })
  compare(log, place, 'block-differs', {
    what: said('the hash'),
    here: block.hash,
    there: found.hash,
    source,
  })
  const time = { what: said('the time'), here: block.timestamp, there: found.timestamp, source }
  compare(log, place, 'block-differs', time)
}

/**
 * Red wherever two lists of records differ, each record given as one text.
 * @param placeOf where record `index` stands in the bundle, also for one that the bundle lacks
 */
export function compareLists(
  log: CheckLog,
  here: readonly string[],
  there: readonly string[],
  placeOf: (index: number) => Place,
): void {
  for (let index = 0; index < Math.max(here.length, there.length); index += 1) {
    if (here[index] === there[index]) continue
    const place = placeOf(index)
    if (here[index] === undefined)
      log.red(place, 'record-missing', 'the chain has an event that the bundle lacks')
    else if (there[index] === undefined) log.red(place, 'record-foreign', 'the chain has no such event')
    else log.red(place, 'record-differs', 'the event on the chain says something else')
  }
}
