import { encodeFunctionData } from 'viem'
import type { LogTree } from '#lib/protocol/log-levels.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { COLLECTION_CALLS } from './collection-calls.ts'
import { type SeenHead, sizeOf } from './watch-log.ts'

/**
 * What an operator was caught at. `denied` is the head that was signed first or that somebody holds; `by` is what is
 * shown instead of it, null when nothing is.
 */
export type Fraud =
  /** Two logs of one size under one signature. */
  | { kind: 'equivocation'; denied: SeenHead; by: SeenHead }
  /** A head is shown that nobody whom the chain names has signed. */
  | { kind: 'foreign-head'; denied: ShownHead; by: null }
  /** A signed head has more leaves than what is shown now. */
  | { kind: 'shrank'; denied: SeenHead; by: SeenHead | null }
  /** The log shown later is no continuation of one that was signed. */
  | { kind: 'rewritten'; denied: SeenHead; by: SeenHead }
  /** What is anchored is no beginning of the log shown. */
  | { kind: 'anchored-differs'; denied: SeenHead; by: SeenHead }
  /** A receipt's log is not the one shown, or not the one sealed. */
  | { kind: 'dropped'; denied: SeenHead; by: SeenHead | SealedLog | null }

/** A head as it was shown, whoever signed it; null for nobody. */
export type ShownHead = Omit<SeenHead, 'signer'> & { signer: Address | null }

/** The highest head on chain once no more can be anchored. */
export type SealedLog = { size: number; root: Bytes32 }

/** The kind of a fraud at a signed head that the log shown does not continue, by who showed that head. */
export function deniedKind({ source }: SeenHead): 'anchored-differs' | 'dropped' | 'rewritten' {
  if (source === 'receipt') return 'dropped'
  return source === 'chain' ? 'anchored-differs' : 'rewritten'
}

/** One name for one fraud, however often it is seen. */
export function fraudKey({ kind, denied, by }: Fraud): string {
  const name = ({ head }: { head: { size: string; root: Bytes32 } }) => `${head.size}:${head.root}`
  if (kind === 'equivocation') return [kind, ...[name(denied), name(by)].toSorted()].join(' ')
  // A log that goes on from a forked head is the same fork.
  return by && 'size' in by ? `sealed ${name(denied)}` : `${kind} ${name(denied)}`
}

/** A call on the collection that anyone can send. Unix seconds; null: at once, and without an end that is known. */
export type Step = {
  name: 'proveEquivocation' | 'proveDropped' | 'anchorHead'
  to: Address
  data: `0x${string}`
  /** Of `proveDropped`: the nodes that lead from the sealed log to another beginning. */
  proof?: readonly Bytes32[]
  until: number | null
}

/** The fraud in one sentence. */
export function describeFraud(fraud: Fraud): string {
  const { denied, by } = fraud
  const [size, who] = [denied.head.size, denied.signer ?? 'nobody']
  const shown = by && 'head' in by ? by.head.size : '0'
  switch (fraud.kind) {
    case 'equivocation':
      return `${who} signed two logs of ${size} ballots, with the roots ${denied.head.root} and ${fraud.by.head.root}`
    case 'foreign-head':
      return `a head of ${size} ballots is signed by ${who}, and by no operator of this round`
    case 'shrank':
      return `${who} signed for ${size} ballots, and now ${shown} are shown`
    case 'rewritten':
      return `the log of ${shown} ballots does not continue the ${size} that ${who} signed for before`
    case 'anchored-differs':
      return `the root anchored for ${size} ballots is not in the log of ${shown} that is shown`
    case 'dropped':
      return by && 'size' in by
        ? `the sealed log of ${by.size} ballots does not continue the ${size} that ${who} signed for`
        : `the log of ${shown} ballots does not continue the ${size} that a receipt of ${who} shows`
  }
}

type Round = { roundId: Bytes32; rules: Rules }

function signedHead({ head, signature }: SeenHead) {
  return { size: BigInt(head.size), root: head.root, signedAt: BigInt(head.signedAt), signature }
}

/** Freezes a round with two heads of one size and different roots, until it is final. */
export function equivocationStep({ roundId, rules }: Round, a: SeenHead, b: SeenHead): Step {
  const args = [roundId, signedHead(a), signedHead(b)] as const
  const data = encodeFunctionData({ abi: COLLECTION_CALLS, functionName: 'proveEquivocation', args })
  return { name: 'proveEquivocation', to: rules.collection, data, until: null }
}

/** Freezes a round with a head that its sealed log does not continue, until it is final. */
export function droppedStep({ roundId, rules }: Round, head: SeenHead, proof: readonly Bytes32[]): Step {
  const args = [roundId, signedHead(head), proof] as const
  const data = encodeFunctionData({ abi: COLLECTION_CALLS, functionName: 'proveDropped', args })
  return { name: 'proveDropped', to: rules.collection, data, proof, until: null }
}

/** Puts a signed head on chain, which binds the operator to its leaves; possible until the log is sealed. */
export function anchorStep({ roundId, rules }: Round, { head, signature }: SeenHead): Step {
  const args = [roundId, Number(head.size), head.root, Number(head.signedAt), signature] as const
  const data = encodeFunctionData({ abi: COLLECTION_CALLS, functionName: 'anchorHead', args })
  return { name: 'anchorHead', to: rules.collection, data, until: rules.closesAt + rules.sealGrace }
}

const isPowerOfTwo = (size: number): boolean => Number.isInteger(Math.log2(size))

/**
 * The proof that `proveDropped` takes: nodes of the consistency proof from the sealed log, the first always written
 * out. Empty when the sizes alone or the roots alone decide.
 * @param tree the sealed log, needed for a head smaller than it
 * @returns null when the sealed log continues the head, or when the tree is not the sealed one and cannot tell
 */
export function droppedProof(
  seen: Pick<SeenHead, 'head'>,
  sealed: SealedLog,
  tree: LogTree | null,
): Bytes32[] | null {
  const size = sizeOf(seen)
  if (size > sealed.size) return []
  if (size === sealed.size) return seen.head.root === sealed.root ? null : []
  if (!tree || tree.size < sealed.size || tree.root(sealed.size) !== sealed.root) return null
  if (tree.root(size) === seen.head.root) return null
  if (size === 0) return []
  return [...(isPowerOfTwo(size) ? [tree.root(size)] : []), ...tree.consistencyPath(size, sealed.size)]
}

/** What the chain says about a round at the moment of the judgement. */
export type RoundOnChain = {
  operator: Address
  anchoredSize: number
  /** Null until no more heads can be anchored. */
  sealed: SealedLog | null
  frozen: boolean
}

/**
 * What anyone can send about a fraud, best first.
 * @param chain null when no chain was asked; the proofs that need only signatures are given all the same
 * @param tree all leaf hashes published, when they are at hand
 */
export function stepsFor(
  fraud: Fraud,
  round: Round,
  chain: RoundOnChain | null,
  tree: LogTree | null,
): Step[] {
  if (chain?.frozen || fraud.kind === 'foreign-head') return []
  if (fraud.kind === 'equivocation') return [equivocationStep(round, fraud.denied, fraud.by)]
  const { denied, by } = fraud
  const heads = by && 'head' in by ? [denied, by] : [denied]
  const sealed = chain?.sealed
  if (sealed)
    return heads.flatMap((head) => {
      const proof = droppedProof(head, sealed, tree)
      return proof ? [droppedStep(round, head, proof)] : []
    })
  const canAnchor =
    chain === null || (denied.signer === chain.operator && sizeOf(denied) > chain.anchoredSize)
  return canAnchor ? [anchorStep(round, denied)] : []
}
