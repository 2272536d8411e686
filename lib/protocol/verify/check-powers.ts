import { type BallotSet, votersOf } from '#lib/protocol/ballot-set.ts'
import type { Evidence } from '#lib/protocol/evidence.ts'
import { type PowerRecord, powerFaults, type Share } from '#lib/protocol/power.ts'
import type { PowerProofs } from '#lib/protocol/proofs/power-proof.ts'
import type { Rules, Strategy } from '#lib/protocol/rules.ts'
import type { ChainReader, ClockMode } from './chain-reader.ts'
import { compareWithProof } from './check-power-proofs.ts'
import { type ChainView, type CheckContext, chainOf, compare, compareBlock, needs } from './context.ts'
import { type CheckLog, type CheckReport, startCheck } from './report.ts'

const FILE = 'powers.jsonl'
/** Reads of one token that are under way together. */
const READS = 25

/** Check 6: every voter's power follows from the rules, at the snapshot, from what the tokens answer. */
export async function checkPowers(context: CheckContext, set: BallotSet | null): Promise<CheckReport> {
  const log = startCheck('6')
  const core = needs(context, log, ['rules', 'powers', 'evidence'])
  if (!core) return log.done('the powers cannot be checked')
  const { rules, powers, evidence } = core
  checkSnapshots(log, rules, evidence)
  powers.forEach((record, index) => {
    for (const { field, message } of powerFaults(rules, record))
      log.red({ file: FILE, line: index + 1, field }, 'power-invalid', message)
    checkShareBlocks(log, record, index, evidence)
  })
  if (set) checkVoters(log, powers, set)
  else log.unknown({ file: FILE }, 'needs-file', 'who voted is not known, because a ballot is not valid')
  const chain = chainOf(context, log)
  if (chain) await compareWithChain(log, chain, core, context.core.powerProofs)
  return log.done(`${powers.length} powers by ${rules.strategies.length} strategies`)
}

function checkSnapshots(log: CheckLog, rules: Rules, evidence: Evidence): void {
  const chains = [...new Set(rules.strategies.map(({ chainId }) => chainId))].toSorted((a, b) => a - b)
  const place = (field: string) => ({ file: 'evidence.json', field })
  if (evidence.snapshots.map(({ chainId }) => chainId).join() !== chains.join())
    log.red(place('snapshots'), 'snapshot', `one snapshot for each of the chains ${chains.join(', ')}`)
  evidence.snapshots.forEach(({ block, successor }, index) => {
    const at = (field: string) => place(`snapshots[${index}].${field}`)
    if (block.timestamp > rules.snapshotAt)
      log.red(at('block.timestamp'), 'snapshot', 'later than snapshotAt')
    if (successor.timestamp <= rules.snapshotAt)
      log.red(
        at('successor.timestamp'),
        'snapshot',
        'not later than snapshotAt: this block would be the snapshot',
      )
    if (successor.parentHash !== block.hash || BigInt(successor.number) !== BigInt(block.number) + 1n)
      log.red(at('successor'), 'snapshot', 'does not follow the snapshot block')
  })
}

function checkShareBlocks(log: CheckLog, record: PowerRecord, index: number, evidence: Evidence): void {
  record.shares.forEach((share, place) => {
    const snapshot = evidence.snapshots.find(({ chainId }) => chainId === share.chainId)?.block
    const { number, hash, timestamp } = share.block
    if (snapshot?.number === number && snapshot.hash === hash && snapshot.timestamp === timestamp) return
    const field = `shares[${place}].block`
    log.red({ file: FILE, line: index + 1, field }, 'power-block', 'not the snapshot block of its chain')
  })
}

function checkVoters(log: CheckLog, powers: readonly PowerRecord[], set: BallotSet): void {
  const voters = new Set<string>(votersOf(set.ballots))
  powers.forEach(({ account }, index) => {
    if (!voters.delete(account))
      log.red({ file: FILE, line: index + 1, field: 'account' }, 'power-foreign', `${account} has no ballot`)
  })
  for (const account of voters)
    log.red({ file: FILE }, 'power-missing', `${account} voted, but has no power here`)
}

type PowersCore = { rules: Rules; powers: readonly PowerRecord[]; evidence: Evidence }

async function compareWithChain(
  log: CheckLog,
  chain: ChainView,
  core: PowersCore,
  proofs: PowerProofs | null,
): Promise<void> {
  const { rules, powers, evidence } = core
  for (const [index, strategy] of rules.strategies.entries()) {
    if (strategy.chainId !== rules.chainId) {
      log.unknown(
        null,
        'needs-chain',
        `strategy ${index} reads chain ${strategy.chainId}, which was not asked`,
      )
      continue
    }
    const snapshot = evidence.snapshots.find(({ chainId }) => chainId === strategy.chainId)
    if (!snapshot) continue
    await compareSnapshot(log, chain, snapshot)
    const reads = { index, strategy, snapshot, powers, snapshotAt: rules.snapshotAt }
    if (chain.reader) await compareStrategy(log, chain.reader, reads)
    else compareWithProof(log, chain, reads, proofs)
  }
}

type Snapshot = Evidence['snapshots'][number]

async function compareSnapshot(log: CheckLog, chain: ChainView, snapshot: Snapshot): Promise<void> {
  for (const name of ['block', 'successor'] as const) {
    const place = { file: 'evidence.json', field: `snapshots.${name}` }
    await compareBlock(log, chain, place, snapshot[name])
  }
}

export type StrategyReads = {
  index: number
  strategy: Strategy
  snapshot: Snapshot
  powers: readonly PowerRecord[]
  snapshotAt: number
}

async function compareStrategy(log: CheckLog, reader: ChainReader, reads: StrategyReads): Promise<void> {
  const { index, strategy, snapshot, powers } = reads
  const { number } = snapshot.block
  const codeHash = await log.read({ file: FILE, field: 'codeHash' }, reader.codeHash(strategy.token, number))
  const timepoint = await timepointOf(log, reader, reads)
  if (timepoint === undefined) return
  for (let start = 0; start < powers.length; start += READS) {
    const batch = powers.slice(start, start + READS)
    await Promise.all(
      batch.map(async (record, offset) => {
        const share = record.shares[index]
        if (!share) return
        const at = (field: string) => ({
          file: FILE,
          line: start + offset + 1,
          field: `shares[${index}].${field}`,
        })
        const source = `the ${strategy.id} token`
        const raw = await log.read(at('raw'), rawOf(reader, record.account, share, { timepoint, number }))
        if (raw !== null)
          compare(log, at('raw'), 'power-raw', { what: 'the answer', here: share.raw, there: raw, source })
        if (codeHash !== null)
          compare(log, at('codeHash'), 'power-code', {
            what: 'the code',
            here: share.codeHash,
            there: codeHash,
            source,
          })
        const pair = { what: 'the timepoint', here: share.timepoint, there: timepoint, source }
        compare(log, at('timepoint'), 'power-timepoint', pair)
      }),
    )
  }
}

function rawOf(
  reader: ChainReader,
  account: `0x${string}`,
  share: Share,
  { timepoint, number }: { timepoint: string | null; number: string },
): Promise<bigint> {
  if (timepoint === null) return reader.balanceAt(share.token, account, number)
  return reader.pastVotes(share.token, account, timepoint)
}

/** What getPastVotes has to be asked for by the token's own clock; null for balances, undefined when unknown. */
async function timepointOf(log: CheckLog, reader: ChainReader, reads: StrategyReads) {
  if (reads.strategy.id === 'erc721-balance') return null
  const mode = await log.read<ClockMode>({ file: FILE }, reader.clockMode(reads.strategy.token))
  if (mode === null) return undefined
  return mode === 'timestamp' ? String(reads.snapshotAt) : reads.snapshot.block.number
}
