import { ProtocolError } from '#lib/protocol/errors.ts'
import type { Operators } from '#lib/protocol/evidence.ts'
import { verifyReceipt } from '#lib/protocol/receipt.ts'
import { type Fraud, fraudKey, stepsFor } from '#lib/protocol/verify/fraud-evidence.ts'
import {
  followLog,
  newestOf,
  operatorsOf,
  type SeenHead,
  type ShownLog,
  seeHead,
  sizeOf,
} from '#lib/protocol/verify/watch-log.ts'
import { causeOf } from '#scripts/verso/doctor/finding.ts'
import { Unanswered } from './ask.ts'
import { type ChainSide, NotOnChain, readChainSide } from './chain-side.ts'
import type { InstanceApi, InstanceRound } from './instance-api.ts'
import {
  judgeDoubts,
  judgeSeal,
  type TreeOf,
  treeReader,
  unansweredCondition,
  withheld,
} from './judge-round.ts'
import { grewAtAfter, lagConditions, laterOf, standingOf, summaryOf } from './standing.ts'
import type { Condition, Desk, Found, GivenReceipt, Look, Watched } from './watched-round.ts'

type Asked = { side: ChainSide | null; conditions: Condition[] }

/** What the chain says; a chain that does not answer leaves what is remembered of it. */
async function askChain(desk: Desk, round: InstanceRound, watched: Watched): Promise<Asked> {
  if (!desk.chain) return { side: null, conditions: [] }
  try {
    return { side: await readChainSide(desk.chain(), round, watched.chain), conditions: [] }
  } catch (error) {
    if (error instanceof NotOnChain)
      return { side: null, conditions: [withheld('chain-differs', error.message)] }
    const says = `the chain does not answer: ${causeOf(error)}`
    return { side: null, conditions: [{ level: 'down', code: 'chain-down', says, steps: [] }] }
  }
}

const operatorsOfRules = ({ rules }: InstanceRound): Operators => ({
  opening: { operator: rules.operator },
  rotations: [],
})

/** More contradictions than that are the same fork again. */
const MOST_DISPUTED = 64
const ENDED: ReadonlySet<string> = new Set(['final', 'minted', 'cancelled'])

const settledKey = ({ file, receipt }: GivenReceipt) => `${file} ${receipt.head.root}`

type Heads = { signed: SeenHead[]; foreign: Extract<Fraud, { kind: 'foreign-head' }>[] }

/** Heads down to a size, apart by whether an operator has signed them. */
async function readHeads(
  api: InstanceApi,
  round: InstanceRound,
  size: number,
  operators: Operators,
): Promise<Heads> {
  const known = operatorsOf(operators)
  const heads: Heads = { signed: [], foreign: [] }
  for (const signed of await api.headsDownTo(round.id, size)) {
    const seen = await seeHead(round.rules, signed, 'server')
    if (seen && known.has(seen.signer)) heads.signed.push(seen)
    else {
      const denied = { ...signed, source: 'server', signer: seen?.signer ?? null } as const
      heads.foreign.push({ kind: 'foreign-head', denied, by: null })
    }
  }
  return heads
}

/** The leaf hashes and proofs that the comparison with the newest head needs. */
async function readShown(
  api: InstanceApi,
  { id }: InstanceRound,
  record: Watched['log'],
  given: { heads: readonly SeenHead[]; others: readonly SeenHead[] },
): Promise<ShownLog> {
  const newest = newestOf(given.heads)
  const size = newest ? sizeOf(newest) : 0
  const hashes = size > record.size ? await api.hashes(id, record.size, size) : []
  const wanted = new Set([record.size, ...given.others.map(sizeOf).filter((other) => other < record.size)])
  const paths = new Map<number, readonly `0x${string}`[]>()
  for (const first of wanted)
    if (first > 0 && first < size) paths.set(first, await api.consistency(id, first, size))
  return { heads: given.heads, hashes, paths }
}

type Receipts = { sound: (GivenReceipt & { head: SeenHead })[]; conditions: Condition[] }

async function checkReceipts(
  { rules }: InstanceRound,
  operators: Operators,
  receipts: readonly GivenReceipt[],
): Promise<Receipts> {
  const checked: Receipts = { sound: [], conditions: [] }
  for (const given of receipts) {
    const { file, receipt } = given
    try {
      const signed = { head: receipt.head, signature: receipt.headSignature }
      const head = await seeHead(rules, signed, 'receipt')
      if (!head || !operatorsOf(operators).has(head.signer))
        throw new ProtocolError('head-signature', 'no operator of this round has signed it')
      await verifyReceipt(receipt, { rules, operator: head.signer })
      checked.sound.push({ ...given, head })
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
      const says = `receipt ${file} is none: ${error.message}`
      checked.conditions.push({ level: 'note', code: `receipt ${file}`, says, steps: [] })
    }
  }
  return checked
}

/** Everything that one look gathers before it is put into words. */
export type Gathered = {
  side: ChainSide | null
  operators: Operators
  log: Watched['log']
  pending: SeenHead[]
  frauds: Fraud[]
  conditions: Condition[]
  receipts: Receipts['sound']
  /** Whether the instance showed its log at all. */
  isShown: boolean
  treeOf: TreeOf
}

type LogCase = {
  api: InstanceApi
  round: InstanceRound
  operators: Operators
  treeOf: TreeOf
  record: Watched['log']
  others: readonly SeenHead[]
  /** The operators are the chain's, not only those that the rules name. */
  isSure: boolean
}
type LogSeen = Pick<Gathered, 'log' | 'frauds' | 'conditions' | 'isShown'>

const UNSURE =
  'its heads are not signed by the operator that is known; a chain (--rpc) would tell whether there is another'

async function gatherLog(given: LogCase): Promise<LogSeen> {
  const { api, round, operators, record, others } = given
  try {
    const { signed, foreign } = await readHeads(api, round, record.size, operators)
    const frauds: Fraud[] = given.isSure ? foreign.slice(0, 1) : []
    const conditions = foreign.length > 0 && !given.isSure ? [withheld('head-signature', UNSURE)] : []
    if (signed.length === 0 && foreign.length > 0) return { log: record, frauds, conditions, isShown: true }
    const shown = await readShown(api, round, record, { heads: signed, others })
    const followed = followLog(record, shown, others)
    const judged = await judgeDoubts(given, followed.doubts)
    return {
      log: followed.record,
      frauds: [...frauds, ...judged.frauds],
      conditions: [...conditions, ...judged.conditions],
      isShown: true,
    }
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error
    return { log: record, frauds: [], conditions: [unansweredCondition('log', error)], isShown: false }
  }
}

async function gather(
  desk: Desk,
  round: InstanceRound,
  watched: Watched,
  given: readonly GivenReceipt[],
): Promise<Gathered> {
  const { side, conditions: fromChain } = await askChain(desk, round, watched)
  const operators = side?.operators ?? watched.chain ?? operatorsOfRules(round)
  const receipts = await checkReceipts(round, operators, given)
  const pending = [...watched.pending, ...(side?.anchors ?? [])]
  const unsettled = receipts.sound.filter((receipt) => !desk.settled.has(settledKey(receipt)))
  const treeOf = treeReader(desk.api, round)
  const seen = await gatherLog({
    api: desk.api,
    round,
    operators,
    treeOf,
    record: watched.log,
    others: [...pending, ...unsettled.map(({ head }) => head)],
    isSure: side !== null || watched.chain !== null,
  })
  const own = seen.log.head ? [seen.log.head] : []
  const sound = [...own, ...receipts.sound.map(({ head }) => head)]
  const unsealed = side?.sealed
    ? await judgeSeal(side.sealed, { sound, doubtful: watched.disputed }, treeOf)
    : []
  const isCompared = seen.isShown && seen.conditions.every(({ code }) => code !== 'not-continued')
  return {
    side,
    operators,
    log: seen.log,
    pending: isCompared ? [] : pending,
    frauds: [...seen.frauds, ...unsealed],
    conditions: [...fromChain, ...seen.conditions, ...receipts.conditions],
    receipts: receipts.sound,
    isShown: seen.isShown,
    treeOf,
  }
}

/** Receipts whose ballot the log was found to hold; told once, and not compared again: the log only goes on. */
function settleReceipts(desk: Desk, gathered: Gathered): string[] {
  const denied = new Set(gathered.frauds.map(({ denied: { head } }) => `${head.size}:${head.root}`))
  const isWell = gathered.isShown && gathered.conditions.every(({ level }) => level !== 'withheld')
  if (!isWell) return []
  return gathered.receipts.flatMap((given) => {
    const { head } = given.head
    const key = settledKey(given)
    if (desk.settled.has(key) || denied.has(`${head.size}:${head.root}`)) return []
    desk.settled.add(key)
    return [`receipt ${given.file}: ballot ${given.receipt.leafIndex + 1} is in the log`]
  })
}

/** New frauds with what anyone can send about them. */
async function withSteps(gathered: Gathered, round: InstanceRound, watched: Watched): Promise<Found[]> {
  const known = new Set(watched.frauds.map(({ key }) => key))
  const found: Found[] = []
  for (const fraud of gathered.frauds) {
    const key = fraudKey(fraud)
    if (known.has(key)) continue
    known.add(key)
    const { side, receipts } = gathered
    const needsTree = side?.sealed && Number(fraud.denied.head.size) < side.sealed.size
    const tree = needsTree ? await gathered.treeOf(side?.sealed?.size ?? 0) : null
    const steps = stepsFor(fraud, { roundId: round.id, rules: round.rules }, side, tree)
    const receipt = receipts.find(({ head }) => head.head.root === fraud.denied.head.root) ?? null
    found.push({ key, fraud, steps, later: laterOf(fraud, steps, round, side), receipt })
  }
  return found
}

/** Heads of a contradiction that only the seal decides. */
function disputedAfter(watched: Watched, frauds: readonly Fraud[]): SeenHead[] {
  const heads = new Map(watched.disputed.map((seen) => [`${seen.head.size}:${seen.head.root}`, seen]))
  for (const fraud of frauds) {
    if (fraud.kind === 'foreign-head' || fraud.kind === 'equivocation') continue
    const { denied, by } = fraud
    for (const seen of by && 'head' in by ? [denied, by] : [denied])
      heads.set(`${seen.head.size}:${seen.head.root}`, seen)
  }
  return [...heads.values()].slice(0, MOST_DISPUTED)
}

/**
 * Looks at a round once: asks the chain, then the instance, compares both with what is remembered and with the
 * receipts given. Changes nothing but what it returns.
 */
export async function lookAtRound(
  desk: Desk,
  round: InstanceRound,
  watched: Watched,
  given: readonly GivenReceipt[],
): Promise<Look> {
  let gathered = await gather(desk, round, watched, given)
  // The operator may have been rotated between the two reads.
  if (gathered.frauds.some(({ kind }) => kind === 'foreign-head'))
    gathered = await gather(desk, round, watched, given)
  const { side, log, frauds, conditions } = gathered
  const isNew = log.head?.head.root !== watched.log.head?.head.root
  const next: Watched = {
    ...watched,
    title: round.rules.title,
    log,
    seenAt: isNew ? desk.now() : watched.seenAt,
    pending: gathered.pending,
    disputed: disputedAfter(watched, frauds),
    grewAt: side ? grewAtAfter(watched, log, side) : watched.grewAt,
    chain: side?.record ?? watched.chain,
  }
  return {
    watched: next,
    summary: summaryOf(gathered, round, watched),
    standing: standingOf(gathered, round),
    notes: settleReceipts(desk, gathered),
    conditions: [...conditions, ...lagConditions(gathered, round, next)],
    found: await withSteps(gathered, round, watched),
    shown: gathered.isShown,
    over: side ? side.over : ENDED.has(round.state),
  }
}
