import { type AnchorLag, anchorLag } from '#lib/protocol/verify/anchor-lag.ts'
import { anchorStep, type Fraud, type Step } from '#lib/protocol/verify/fraud-evidence.ts'
import { sizeOf } from '#lib/protocol/verify/watch-log.ts'
import type { ChainSide } from './chain-side.ts'
import type { Gathered } from './gather-round.ts'
import type { InstanceRound } from './instance-api.ts'
import type { Condition, Watched } from './watched-round.ts'

const iso = (seconds: number) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`
const ballots = (count: number) => (count === 1 ? '1 ballot' : `${count} ballots`)

/** Local time of day, as a person reads it. */
export function clockTime(seconds: number): string {
  return new Date(seconds * 1000).toTimeString().slice(0, 8)
}

function anchorWords(size: number, side: ChainSide | null): string {
  if (!side) return 'anchors not compared'
  const anchored = side.record.anchored
  if (!anchored) return 'not anchored yet'
  const place = `anchored in block ${anchored.block}`
  return anchored.size === size ? place : `${anchored.size} of them ${place}`
}

/** How a round stands, in one line. */
export function summaryOf(
  { log, side, isShown, isFollowed }: Gathered,
  round: InstanceRound,
  before: Watched,
): string {
  const state = `${round.state}${side?.frozen ? ', frozen' : ''}`
  if (!isShown) return `${state}, the log is not shown`
  if (!isFollowed) return `${state}, followed no further than ${ballots(log.size)}`
  if (!log.head) return `${state}, no ballots yet`
  const who = side || before.chain ? '' : ' by the operator the rules name'
  const since =
    before.log.head === null ? 'seen for the first time' : `consistent with ${clockTime(before.seenAt ?? 0)}`
  return `${state}, ${ballots(log.size)}, head signed${who}, ${since}, ${anchorWords(log.size, side)}`
}

/** What the line rests on, so that it is said again only when that changes. */
export function standingOf({ log, side, isShown, isFollowed }: Gathered, round: InstanceRound): string {
  const anchored = side?.record.anchored
  return [
    round.state,
    isShown,
    isFollowed,
    side?.frozen,
    log.size,
    log.head?.head.root,
    anchored?.size,
    anchored?.block,
  ].join()
}

/** Since when leaves wait for an anchor, Unix seconds of the chain; null while none do. */
export function grewAtAfter(before: Watched, log: Watched['log'], side: ChainSide): number | null {
  if (log.size <= side.anchoredSize || !log.head) return null
  const isSameAnchor = before.chain?.anchored?.size === side.record.anchored?.size
  if (before.grewAt !== null && isSameAnchor) return before.grewAt
  return Math.min(Number(log.head.head.signedAt), side.now)
}

const LAGS: Partial<Record<AnchorLag, (size: number, anchored: number, interval: number) => string>> = {
  overdue: (size, anchored, interval) =>
    `the anchor is overdue: ${size} ballots are signed for, ${anchored} anchored, and the rules promise ${interval} s`,
  'seal-now': (size, anchored) =>
    `${size} ballots are signed for and ${anchored} anchored, and the log is sealed soon: anchor the head`,
}

/** What is late, and what a voter can send before the log is sealed without their ballot. */
export function lagConditions(
  { log, side, receipts }: Gathered,
  round: InstanceRound,
  watched: Watched,
): Condition[] {
  if (!side || side.over || side.sealed) return []
  const { rules, id: roundId } = round
  const anchored = side.record.anchored
  const canAnchor = (signer: string, size: number) => signer === side.operator && size > side.anchoredSize
  const times = { anchored, grewAt: watched.grewAt ?? side.now, now: side.now }
  const conditions: Condition[] = []
  const lag = anchorLag(rules, { size: log.size, ...times })
  const says = LAGS[lag]?.(log.size, side.anchoredSize, rules.headInterval)
  if (says && log.head) {
    const steps = canAnchor(log.head.signer, log.size) ? [anchorStep({ roundId, rules }, log.head)] : []
    conditions.push({ level: 'withheld', code: `anchor-${lag}`, says, steps })
  }
  for (const { file, receipt, head } of receipts) {
    const size = sizeOf(head)
    const isCovered = receipt.leafIndex < side.anchoredSize
    if (isCovered || anchorLag(rules, { size, ...times }) !== 'seal-now' || !canAnchor(head.signer, size))
      continue
    const mine = `receipt ${file}: ballot ${receipt.leafIndex + 1} is not anchored, and the log is sealed at ${iso(rules.closesAt + rules.sealGrace)}: anchor its head`
    const steps = [anchorStep({ roundId, rules }, head)]
    conditions.push({ level: 'withheld', code: `receipt ${file} unanchored`, says: mine, steps })
  }
  return conditions
}

/** What becomes possible later, when it cannot be sent yet. */
export function laterOf(
  fraud: Fraud,
  steps: readonly Step[],
  { rules }: InstanceRound,
  side: ChainSide | null,
): string | null {
  if (side?.over) return 'The round is over: nothing freezes it any more.'
  if (side?.frozen) return 'The round is frozen already.'
  if (fraud.kind === 'foreign-head')
    return 'There is no call for this: no operator said it, so it binds nobody. Do not vote on its word.'
  if (fraud.kind === 'equivocation' || steps.some(({ name }) => name === 'proveDropped')) return null
  if (side?.sealed)
    return 'What is sealed does not contradict it, or the instance withholds what would show it.'
  return `From ${iso(rules.closesAt + rules.sealGrace)} on, when the log is sealed, the head that it does not continue can be proven with proveDropped: keep this evidence and go on watching.`
}
