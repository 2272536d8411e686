import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { droppedProof, type Fraud, fraudKey, stepsFor } from '#lib/protocol/verify/fraud-evidence.ts'
import { type SeenHead, sizeOf } from '#lib/protocol/verify/watch-log.ts'
import { fraudKeys, type Gathered, gather, MOST_DISPUTED, settledKey } from './gather-round.ts'
import type { InstanceRound } from './instance-api.ts'
import type { TreeOf } from './judge-round.ts'
import { grewAtAfter, lagConditions, laterOf, standingOf, summaryOf } from './standing.ts'
import type { Desk, Found, GivenReceipt, LogFacts, Look, Watched } from './watched-round.ts'

const ENDED: ReadonlySet<string> = new Set(['final', 'minted', 'cancelled'])

/** Receipts whose ballot the log was found to hold; told once, and not compared again: the log only goes on. */
function settleReceipts(desk: Desk, gathered: Gathered): string[] {
  if (!gathered.isFollowed) return []
  const denied = new Set(gathered.frauds.map(({ denied: { head } }) => `${head.size}:${head.root}`))
  return gathered.receipts.flatMap((given) => {
    const { head } = given.head
    const key = settledKey(given)
    if (desk.settled.has(key) || denied.has(`${head.size}:${head.root}`)) return []
    desk.settled.add(key)
    return [`receipt ${given.file}: ballot ${given.receipt.leafIndex + 1} is in the log`]
  })
}

/** Shows with the instance's own leaves that the later head does not continue the denied one. */
async function nodesOf({ denied, by, kind }: Fraud, treeOf: TreeOf): Promise<Bytes32[] | null> {
  if (kind === 'foreign-head' || !by || !('head' in by) || sizeOf(by) <= Number(denied.head.size)) return null
  const [size, root] = [sizeOf(by), by.head.root]
  return droppedProof(denied, { size, root }, await treeOf(size))
}

/** New frauds with what anyone can send about them. */
async function withSteps(gathered: Gathered, round: InstanceRound, watched: Watched): Promise<Found[]> {
  const known = fraudKeys(watched)
  const { side, receipts, treeOf } = gathered
  const sealed = side?.sealed ?? null
  const found: Found[] = []
  for (const fraud of gathered.frauds) {
    const key = fraudKey(fraud)
    if (known.has(key)) continue
    known.add(key)
    const needsTree = sealed && Number(fraud.denied.head.size) < sealed.size
    const tree = needsTree ? await treeOf(sealed.size) : null
    const steps = side?.over ? [] : stepsFor(fraud, { roundId: round.id, rules: round.rules }, side, tree)
    const receipt = receipts.find(({ head }) => head.head.root === fraud.denied.head.root) ?? null
    const later = laterOf(fraud, steps, round, side)
    found.push({ key, fraud, steps, later, receipt, nodes: await nodesOf(fraud, treeOf) })
  }
  return found
}

const headKey = ({ head }: SeenHead) => `${head.size}:${head.root}`

/** Heads of a contradiction that only the seal decides. */
function disputedAfter(watched: Watched, { frauds, continued }: Gathered): SeenHead[] {
  const heads = new Map(watched.disputed.map((seen) => [headKey(seen), seen]))
  for (const fraud of frauds) {
    if (fraud.kind === 'foreign-head' || fraud.kind === 'equivocation') continue
    const { denied, by } = fraud
    for (const seen of by && 'head' in by ? [denied, by] : [denied]) heads.set(headKey(seen), seen)
  }
  for (const seen of continued) heads.delete(headKey(seen))
  return [...heads.values()].slice(0, MOST_DISPUTED)
}

function logFacts({ log: { size, head }, chain }: Watched): LogFacts {
  const anchored = chain?.anchored
  return {
    size,
    root: head?.head.root ?? null,
    signedAt: head ? Number(head.head.signedAt) : null,
    anchored: anchored ? { size: anchored.size, block: anchored.block } : null,
  }
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
  const { side, log, conditions } = gathered
  const isNew = log.head?.head.root !== watched.log.head?.head.root
  const next: Watched = {
    ...watched,
    title: round.rules.title,
    log,
    seenAt: isNew ? desk.now() : watched.seenAt,
    pending: gathered.pending,
    disputed: disputedAfter(watched, gathered),
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
    followed: gathered.isFollowed,
    log: logFacts(next),
    over: side ? side.over : ENDED.has(round.state),
  }
}
