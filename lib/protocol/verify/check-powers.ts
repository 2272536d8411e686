import { type BallotSet, votersOf } from '#lib/protocol/ballot-set.ts'
import type { Evidence } from '#lib/protocol/evidence.ts'
import { type BlockRecord, isTokenShare, type PowerRecord, powerFaults } from '#lib/protocol/power.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { said } from '#lib/protocol/said.ts'
import { momentsOf, readsToken } from '#lib/protocol/strategy.ts'
import { checkAllowlists } from './check-allowlists.ts'
import { compareWithProof } from './check-power-proofs.ts'
import { compareStrategy } from './compare-strategy.ts'
import { type BlockView, type ChainView, type CheckContext, chainOf, compareBlock, needs } from './context.ts'
import { type CheckLog, type CheckReport, startCheck } from './report.ts'

const FILE = 'powers.jsonl'

/** Check 6: every voter's power follows from the rules, at the snapshot, from what tokens and lists say. */
export async function checkPowers(context: CheckContext, set: BallotSet | null): Promise<CheckReport> {
  const log = startCheck('6', context.say)
  const core = needs(context, log, ['rules', 'powers', 'evidence'])
  if (!core) return log.done('the powers cannot be checked')
  const { rules, powers, evidence } = core
  checkSnapshots(log, rules, evidence)
  powers.forEach((record, index) => {
    for (const { field, said: fault } of powerFaults(rules, record))
      log.red({ file: FILE, line: index + 1, field }, 'power-invalid', '{fault}', { fault })
    checkShareBlocks(log, record, index, { rules, evidence })
  })
  checkAllowlists(log, core, context.core.allowlists)
  if (set) checkVoters(log, powers, set)
  else log.unknown({ file: FILE }, 'needs-file', 'who voted is not known, because a ballot is not valid')
  if (rules.strategies.some(readsToken)) await compareWithChains(log, context, core)
  return log.done('{powers} powers by {strategies} strategies', {
    powers: powers.length,
    strategies: rules.strategies.length,
  })
}

type Snapshot = Evidence['snapshots'][number]

function checkSnapshots(log: CheckLog, rules: Rules, evidence: Evidence): void {
  const place = (field: string) => ({ file: 'evidence.json', field })
  const { snapshotAt } = rules
  const wanted = momentsOf(rules)
  const isEach =
    evidence.snapshots.length === wanted.length &&
    evidence.snapshots.every(({ chainId, at }, index) => {
      const moment = wanted[index]
      return moment?.chainId === chainId && at === (moment.at === snapshotAt ? undefined : moment.at)
    })
  if (!isEach) {
    const chains = wanted.map(({ chainId, at }) =>
      at === snapshotAt ? chainId : said('{chain} at {moment}', { chain: chainId, moment: at }),
    )
    log.red(place('snapshots'), 'snapshot', 'one snapshot for each of the chains {chains}', { chains })
  }
  evidence.snapshots.forEach(({ at: moment = snapshotAt, block, successor }, index) => {
    const at = (field: string) => place(`snapshots[${index}].${field}`)
    const name = moment === snapshotAt ? 'snapshotAt' : String(moment)
    if (block.timestamp > moment) log.red(at('block.timestamp'), 'snapshot', 'later than {name}', { name })
    if (successor.timestamp <= moment)
      log.red(
        at('successor.timestamp'),
        'snapshot',
        'not later than {name}: this block would be the snapshot',
        { name },
      )
    if (successor.parentHash !== block.hash || BigInt(successor.number) !== BigInt(block.number) + 1n)
      log.red(at('successor'), 'snapshot', 'does not follow the snapshot block')
  })
}

type Recorded = { rules: Rules; evidence: Evidence }

function checkShareBlocks(log: CheckLog, record: PowerRecord, index: number, recorded: Recorded): void {
  const { rules, evidence } = recorded
  const isSnapshot = (chainId: number, moment: number, { number, hash, timestamp }: BlockRecord) => {
    const found = evidence.snapshots.find(
      ({ chainId: id, at = rules.snapshotAt }) => id === chainId && at === moment,
    )?.block
    return found?.number === number && found.hash === hash && found.timestamp === timestamp
  }
  record.shares.forEach((share, place) => {
    if (!isTokenShare(share)) return
    const at = (field: string) => ({ file: FILE, line: index + 1, field: `shares[${place}].${field}` })
    if (!isSnapshot(share.chainId, rules.snapshotAt, share.block))
      log.red(at('block'), 'power-block', 'not the snapshot block of its chain')
    share.earlier?.forEach((read, row) => {
      if (!isSnapshot(share.chainId, read.at, read.block))
        log.red(at(`earlier[${row}].block`), 'power-block', 'not the block of this moment of its chain')
    })
  })
}

function checkVoters(log: CheckLog, powers: readonly PowerRecord[], set: BallotSet): void {
  const voters = new Set<string>(votersOf(set.ballots))
  // Whether these have a ballot is not known.
  const open = new Set<string>(set.open.map(({ voter }) => voter))
  powers.forEach(({ account }, index) => {
    if (!voters.delete(account) && !open.has(account))
      log.red({ file: FILE, line: index + 1, field: 'account' }, 'power-foreign', '{account} has no ballot', {
        account,
      })
  })
  for (const account of voters)
    log.red({ file: FILE }, 'power-missing', '{account} voted, but has no power here', { account })
}

type PowersCore = { rules: Rules; powers: readonly PowerRecord[]; evidence: Evidence }

/** What is asked of each chain: the home chain, or its record, and the other chains that were given. */
function viewOf(
  context: CheckContext,
  home: ChainView | null,
  rules: Rules,
  chainId: number,
): BlockView | null {
  if (chainId === rules.chainId) return home
  const reader = context.chains.get(chainId)
  return reader ? { reader, block: reader.block } : null
}

async function compareWithChains(log: CheckLog, context: CheckContext, core: PowersCore): Promise<void> {
  const { rules, evidence } = core
  const home = chainOf(context, log)
  const view = (chainId: number) => viewOf(context, home, rules, chainId)
  for (const snapshot of evidence.snapshots) {
    const chain = view(snapshot.chainId)
    if (chain) await compareSnapshot(log, chain, snapshot)
  }
  for (const [index, strategy] of rules.strategies.entries()) {
    if (!readsToken(strategy)) continue
    const chain = view(strategy.chainId)
    const snapshots = evidence.snapshots.filter(({ chainId }) => chainId === strategy.chainId)
    const reads = { index, strategy, snapshots, powers: core.powers, snapshotAt: rules.snapshotAt }
    if (chain?.reader) await compareStrategy(log, chain.reader, reads)
    else if (chain && home) compareWithProof(log, home, reads, context.core.powerProofs)
    else if (strategy.chainId !== rules.chainId) sayUnasked(log, index, strategy.chainId)
  }
}

function sayUnasked(log: CheckLog, index: number, chainId: number): void {
  log.unknown(null, 'needs-chain', 'strategy {index} reads chain {chainId}, which was not asked', {
    index,
    chainId,
  })
}

async function compareSnapshot(log: CheckLog, chain: BlockView, snapshot: Snapshot): Promise<void> {
  for (const name of ['block', 'successor'] as const) {
    const place = { file: 'evidence.json', field: `snapshots.${name}` }
    await compareBlock(log, chain, place, snapshot[name])
  }
}
