import type { Operators } from '#lib/protocol/evidence.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Fraud } from '#lib/protocol/verify/fraud-evidence.ts'
import {
  followLog,
  newestOf,
  operatorsOf,
  type SeenHead,
  type ShownLog,
  seeHead,
  sizeOf,
  splitsAmong,
} from '#lib/protocol/verify/watch-log.ts'
import { Unanswered } from './ask.ts'
import type { InstanceApi, InstanceRound } from './instance-api.ts'
import { judgeDoubts, type TreeOf, unansweredCondition, withheld } from './judge-round.ts'
import type { Condition, Watched } from './watched-round.ts'

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

type Part = { shown: ShownLog; conditions: Condition[] }

/** The leaf hashes and proofs that the comparison with the newest head needs; what is kept back is left out. */
async function readShown(
  api: InstanceApi,
  { id }: InstanceRound,
  record: Watched['log'],
  given: { heads: readonly SeenHead[]; others: readonly SeenHead[] },
): Promise<Part> {
  const newest = newestOf(given.heads)
  const size = newest ? sizeOf(newest) : 0
  const conditions: Condition[] = []
  const orElse = async <T>(code: string, answer: Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await answer
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error
      conditions.push(unansweredCondition(code, error))
      return otherwise
    }
  }
  const hashes = size > record.size ? await orElse('hashes', api.hashes(id, record.size, size), []) : []
  const wanted = new Set([record.size, ...given.others.map(sizeOf).filter((other) => other < record.size)])
  const paths = new Map<number, readonly Bytes32[]>()
  for (const first of wanted)
    if (first > 0 && first < size)
      paths.set(first, await orElse('consistency', api.consistency(id, first, size), []))
  return { shown: { heads: given.heads, hashes, paths }, conditions }
}

type LogCase = {
  api: InstanceApi
  round: InstanceRound
  operators: Operators
  treeOf: TreeOf
  record: Watched['log']
  others: readonly SeenHead[]
  /** Time of the chain's latest block, Unix seconds; null when it does not say who the operators are. */
  chainTime: number | null
}

/** What one look at the log brought. */
export type LogSeen = {
  log: Watched['log']
  frauds: Fraud[]
  conditions: Condition[]
  /** Whether the instance showed its log at all. */
  isShown: boolean
  /** Whether all that it showed fits together and goes on from what is remembered. */
  isFollowed: boolean
}

/** Seconds by which a node must be past a signature before it is believed that no rotation came before it. */
const ROTATION_SECONDS = 120
const UNSURE = 'shows a head that is signed by no operator that is known'

/** Heads of strangers: a fraud when the chain knows of no rotation by then. */
function judgeForeign(foreign: Heads['foreign'], chainTime: number | null) {
  const isSure = ({ denied }: Heads['foreign'][number]) =>
    chainTime !== null &&
    (denied.signer === null || Number(denied.head.signedAt) + ROTATION_SECONDS <= chainTime)
  const frauds: Fraud[] = foreign.filter(isSure).slice(0, 1)
  const hint = chainTime === null ? '; a chain (--rpc) would tell whether it was rotated' : ''
  const isUnsure = foreign.length > 0 && frauds.length === 0
  return { frauds, conditions: isUnsure ? [withheld('head-signature', `${UNSURE}${hint}`)] : [] }
}

/** Reads what the instance shows of a log and compares it with what is remembered, anchored and receipted. */
export async function gatherLog(given: LogCase): Promise<LogSeen> {
  const { api, round, operators, record, others } = given
  let heads: Heads
  try {
    heads = await readHeads(api, round, record.size, operators)
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error
    // An instance that falls silent does not make signatures that are at hand agree.
    const splits = splitsAmong([...(record.head ? [record.head] : []), ...others])
    const { frauds } = await judgeDoubts(given, splits)
    const conditions = [unansweredCondition('log', error)]
    return { log: record, frauds, conditions, isShown: false, isFollowed: false }
  }
  const { signed, foreign } = heads
  const strange = judgeForeign(foreign, given.chainTime)
  if (signed.length === 0 && foreign.length > 0)
    return { log: record, ...strange, isShown: true, isFollowed: false }
  const { shown, conditions } = await readShown(api, round, record, { heads: signed, others })
  const followed = followLog(record, shown, others)
  const judged = await judgeDoubts(given, followed.doubts)
  const isDown = conditions.some(({ level }) => level === 'down')
  return {
    log: followed.record,
    frauds: [...strange.frauds, ...judged.frauds],
    // What is not answered for is not kept back.
    conditions: [...strange.conditions, ...conditions, ...(isDown ? [] : judged.conditions)],
    isShown: !isDown,
    isFollowed: followed.doubts.length === 0 && foreign.length === 0,
  }
}
