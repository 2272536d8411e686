import type { Evidence } from '#lib/protocol/evidence.ts'
import { type BlockRecord, isTokenShare, type PowerRecord, type TokenShare } from '#lib/protocol/power.ts'
import { said } from '#lib/protocol/said.ts'
import { countsDelegated, type TokenStrategy, timesOf } from '#lib/protocol/strategy.ts'
import type { ChainReader, ClockMode } from './chain-reader.ts'
import { compare } from './context.ts'
import type { CheckLog, Place } from './report.ts'

const FILE = 'powers.jsonl'
const THE_ANSWER = said('the answer')
const THE_CODE = said('the code')
const THE_TIMEPOINT = said('the timepoint')
/** Reads of one token that are under way together. */
const READS = 25

/** One strategy with what the bundle says it gave. */
export type StrategyReads = {
  index: number
  strategy: TokenStrategy
  /** Of its chain. */
  snapshots: Evidence['snapshots']
  powers: readonly PowerRecord[]
  snapshotAt: number
}

/** A moment that the token is asked for, and what a share says it answered. */
type Read = {
  block: BlockRecord
  timepoint: string | null
  prefix: string
  said(share: TokenShare): { raw: string; timepoint: string | null } | undefined
}

/** The block that stands for a moment of the strategy's chain. */
export function blockAt({ snapshots, snapshotAt }: StrategyReads, moment: number): BlockRecord | undefined {
  return snapshots.find(({ at = snapshotAt }) => at === moment)?.block
}

/** Asks a token again for everything that the bundle says it answered. */
export async function compareStrategy(
  log: CheckLog,
  reader: ChainReader,
  reads: StrategyReads,
): Promise<void> {
  const { index, strategy, powers, snapshotAt } = reads
  const snapshot = blockAt(reads, snapshotAt)
  if (!snapshot) return
  const place = { file: FILE, field: 'codeHash' }
  const codeHash = await log.read(place, reader.codeHash(strategy.token, snapshot.number))
  const moments = await readsOf(log, reader, reads, snapshot)
  if (!moments) return
  for (let start = 0; start < powers.length; start += READS) {
    const batch = powers.slice(start, start + READS)
    await Promise.all(
      batch.map(async (record, offset) => {
        const share = record.shares[index]
        if (!share || !isTokenShare(share)) return
        const at = (field: string) => ({
          file: FILE,
          line: start + offset + 1,
          field: `shares[${index}].${field}`,
        })
        const asked = { reader, strategy, account: record.account, share, at }
        for (const moment of moments) await compareRead(log, asked, moment)
        if (codeHash === null) return
        const pair = { what: THE_CODE, here: share.codeHash, there: codeHash, source: sourceOf(strategy) }
        compare(log, at('codeHash'), 'power-code', pair)
      }),
    )
  }
}

const sourceOf = ({ id }: TokenStrategy) => said('the {id} token', { id })

type Asked = {
  reader: ChainReader
  strategy: TokenStrategy
  account: `0x${string}`
  share: TokenShare
  at(field: string): Place
}

async function compareRead(log: CheckLog, asked: Asked, read: Read): Promise<void> {
  const { strategy, at, share } = asked
  const said = read.said(share)
  if (!said) return
  const source = sourceOf(strategy)
  const raw = await log.read(at(`${read.prefix}raw`), rawOf(asked, read))
  if (raw !== null)
    compare(log, at(`${read.prefix}raw`), 'power-raw', {
      what: THE_ANSWER,
      here: said.raw,
      there: raw,
      source,
    })
  const pair = { what: THE_TIMEPOINT, here: said.timepoint, there: read.timepoint, source }
  compare(log, at(`${read.prefix}timepoint`), 'power-timepoint', pair)
}

function rawOf({ reader, strategy, account }: Asked, { timepoint, block }: Read): Promise<bigint> {
  const { token } = strategy
  if (timepoint !== null) return reader.pastVotes(token, account, timepoint)
  if (strategy.id === 'erc1155-balance')
    return reader.balanceOfIdAt(token, BigInt(strategy.params.tokenId), account, block.number)
  return reader.balanceAt(token, account, block.number)
}

/** Every moment that the token is asked for; null when it does not tell how it counts time. */
async function readsOf(
  log: CheckLog,
  reader: ChainReader,
  reads: StrategyReads,
  snapshot: BlockRecord,
): Promise<Read[] | null> {
  const { strategy, snapshotAt } = reads
  const mode = countsDelegated(strategy)
    ? await log.read<ClockMode>({ file: FILE }, reader.clockMode(strategy.token))
    : 'none'
  if (mode === null) return null
  const timepointOf = (moment: number, { number }: BlockRecord) =>
    mode === 'none' ? null : mode === 'timestamp' ? String(moment) : number
  const earlier = timesOf(strategy).flatMap((moment, place): Read[] => {
    const block = blockAt(reads, moment)
    if (!block) return []
    const prefix = `earlier[${place}].`
    const said = (share: TokenShare) => share.earlier?.[place]
    return [{ block, timepoint: timepointOf(moment, block), prefix, said }]
  })
  const said = ({ raw, atSnapshot = raw, timepoint }: TokenShare) => ({ raw: atSnapshot, timepoint })
  return [{ block: snapshot, timepoint: timepointOf(snapshotAt, snapshot), prefix: '', said }, ...earlier]
}
