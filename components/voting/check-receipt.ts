import { formatMoment } from '#components/ui/moment.ts'
import { ballotDigest } from '#lib/protocol/ballot.ts'
import { bytesToHex } from '#lib/protocol/bytes.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { verifyHead } from '#lib/protocol/head.ts'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { leafHashOf, verifyConsistency, verifyInclusion } from '#lib/protocol/log-tree.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type Receipt, verifyReceipt } from '#lib/protocol/receipt.ts'
import type { Head, Home } from '#lib/protocol/typed-data.ts'
import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import { routeSignature, type WalletCheck, type WalletQuestion } from '#lib/protocol/wallet-signature.ts'
import * as words from '#messages/voting/check-receipt.ts'
import type { ReceiptFacts } from './receipt-facts.ts'
import type { ReceiptCheck } from './receipt-view.tsx'

/** How the log is asked; null where nothing came, which is never a proof of anything. */
export type LogReader = {
  newestHead(): Promise<SignedHead | null>
  inclusion(leaf: Bytes32, size: number): Promise<{ path: Bytes32[] } | null>
  consistency(first: number, second: number): Promise<{ path: Bytes32[] } | null>
  /** The highest head on chain, as the server has read it. */
  anchored(): Promise<{ size: number; block: number } | null>
}

type SignedHead = { head: Head; signature: string }

export type CheckedReceipt = {
  leafHash: Bytes32
  checks: ReceiptCheck[]
  tree: { size: number; index: number; path: readonly Bytes32[] }
  /** JCS of the ballot's POST body in hex, as `postBallot` takes it. */
  post: string
}

type Proof = { size: number; root: Bytes32 }

const proofOf = ({ size, root }: { size: string; root: Bytes32 }): Proof => ({ size: Number(size), root })

/** Most receipts hold: what is said of one that does not comes when it is needed. */
async function whyOf({ said }: ProtocolError): Promise<string> {
  const { say } = await import('#messages/protocol/say.ts')
  return say(said)
}

async function passes(check: () => Promise<unknown>): Promise<string | null> {
  try {
    await check()
    return null
  } catch (error) {
    if (error instanceof ProtocolError) return whyOf(error)
    throw error
  }
}

async function headFault(home: Home, facts: ReceiptFacts, head: Head, signature: string) {
  const faults = await Promise.all(
    facts.operators.map((operator) => passes(() => verifyHead({ home, head, signature, operator }))),
  )
  return faults.includes(null) ? null : (faults[0] ?? words.nobodySigns)
}

/** Whether the contract that the leaf names took the signature; the home chain is the only one that is asked here. */
async function walletCheck(
  question: WalletQuestion,
  { check, leaf, digest }: { check: WalletCheck; leaf: number; digest: string },
  { home, chain }: { home: number; chain: ChainReader },
): Promise<ReceiptCheck> {
  const place = { block: check.blockNumber, chain: check.chainId }
  if (check.kind !== question.kind) return { verdict: 'broken', text: words.otherKind(leaf, check.kind) }
  const taken =
    check.chainId === home ? await chain.takesSignature(question, check.blockNumber).catch(() => null) : null
  if (taken === null) return { verdict: 'unknown', text: words.notAsked(leaf, place) }
  return taken
    ? { verdict: 'checked', text: words.taken(leaf, place), hash: digest }
    : { verdict: 'broken', text: words.notTaken(leaf, place) }
}

async function ballotCheck(
  receipt: Receipt,
  facts: ReceiptFacts,
  { digest, chain }: { digest: string; chain: ChainReader },
): Promise<ReceiptCheck> {
  const { signingChain, ballot, signature, check } = receipt.leaf
  const { collection, chainId: home } = facts.rules
  const leaf = receipt.leafIndex + 1
  const found = ballotDigest(signingChain, collection, ballot)
  if (found !== digest) return { verdict: 'broken', text: words.otherBallot, hash: found }
  const route = await routeSignature({ account: ballot.voter, digest: found, signature })
  if (route.kind !== 'ecdsa' && check.kind !== 'ecdsa')
    return walletCheck(route.question, { check, leaf, digest }, { home, chain })
  if (route.kind === check.kind) return { verdict: 'checked', text: words.ballotHolds(leaf), hash: digest }
  const fault = route.kind === 'ecdsa' ? words.keySigned : await whyOf(route.fault)
  return { verdict: 'broken', text: words.ballotFault(leaf, fault) }
}

async function operatorCheck(receipt: Receipt, facts: ReceiptFacts): Promise<ReceiptCheck> {
  const { rules } = facts
  const faults = await Promise.all(
    facts.operators.map((operator) => passes(() => verifyReceipt(receipt, { rules, operator }))),
  )
  const { size, root } = receipt.head
  return faults.includes(null)
    ? { verdict: 'checked', text: words.operatorHolds(size), hash: root }
    : { verdict: 'broken', text: words.operatorFault(size, faults[0]), hash: root }
}

/** Whether the smaller of two heads is the beginning of the larger; null when no proof came. */
async function grewFrom(log: LogReader, a: Proof, b: Proof): Promise<boolean | null> {
  const [first, second] = a.size <= b.size ? [a, b] : [b, a]
  const proof = first.size === second.size ? { path: [] } : await log.consistency(first.size, second.size)
  return (
    proof &&
    verifyConsistency({
      first: first.size,
      firstRoot: first.root,
      second: second.size,
      secondRoot: second.root,
      path: proof.path,
    })
  )
}

const moment = (seconds: string) => formatMoment(Number(seconds) * 1000, { seconds: true })

/** The newest head as such: signed by the operator, and not older than the receipt. */
async function headCheck(
  own: Proof,
  facts: ReceiptFacts,
  { head, signature }: SignedHead,
): Promise<ReceiptCheck> {
  const hash = head.root
  const size = Number(head.size)
  const fault = await headFault(facts.rules, facts, head, signature)
  if (fault) return { verdict: 'broken', text: words.newestFault(size, fault), hash }
  if (size < own.size) return { verdict: 'broken', text: words.older(size), hash }
  const text = words.newest(size, moment(head.signedAt))
  return { verdict: 'checked', text, hash }
}

/** Whether the leaf is under a head, at its place. */
function inclusionCheck(input: {
  receipt: Receipt
  leafHash: Bytes32
  head: Head
  path: Bytes32[] | null
}): ReceiptCheck {
  const { receipt, leafHash, head, path } = input
  const index = receipt.leafIndex
  const leaf = index + 1
  const size = Number(head.size)
  if (path === null) return { verdict: 'unknown', text: words.noInclusion(leaf, size) }
  return verifyInclusion({ leafHash, index, size, path, root: head.root })
    ? { verdict: 'checked', text: words.included(leaf, size), hash: leafHash }
    : { verdict: 'broken', text: words.notIncluded(leaf, size), hash: leafHash }
}

async function growthCheck(own: Proof, now: Proof, log: LogReader): Promise<ReceiptCheck> {
  const grew = await grewFrom(log, own, now)
  if (grew === null) return { verdict: 'unknown', text: words.noGrowth(now.size) }
  return grew
    ? { verdict: 'checked', text: words.grew(now.size, own.size), hash: now.root }
    : { verdict: 'broken', text: words.notGrown(now.size, own.size), hash: now.root }
}

type Newest = { checks: ReceiptCheck[]; tree: CheckedReceipt['tree'] }

/** Holds the receipt against the newest head: its signature, the leaf under it, and that it continues the receipt's. */
async function newestChecks(
  { receipt, facts, leafHash }: { receipt: Receipt; facts: ReceiptFacts; leafHash: Bytes32 },
  newest: SignedHead | null,
  log: LogReader,
): Promise<Newest> {
  const own = proofOf(receipt.head)
  const index = receipt.leafIndex
  const tree = { size: own.size, index, path: receipt.path }
  if (!newest) return { checks: [{ verdict: 'unknown', text: words.noNewest }], tree }
  const now = proofOf(newest.head)
  const head = await headCheck(own, facts, newest)
  if (head.verdict === 'broken') return { checks: [head], tree }
  if (now.size === own.size) {
    const same = await growthCheck(own, now, log)
    const text = words.isNewest(own.size)
    return { checks: [head, same.verdict === 'checked' ? { ...same, text } : same], tree }
  }
  const path = (await log.inclusion(leafHash, now.size))?.path ?? null
  const included = inclusionCheck({ receipt, leafHash, head: newest.head, path })
  const checks = [head, included, await growthCheck(own, now, log)]
  return { checks, tree: included.verdict === 'checked' && path ? { size: now.size, index, path } : tree }
}

async function chainHead(chain: ChainReader, facts: ReceiptFacts): Promise<Proof | null> {
  try {
    const round = await chain.round(facts.rules.collection, facts.roundId)
    return round && { size: Number(round.logSize), root: round.logRoot }
  } catch {
    return null
  }
}

/** Whether a head with this ballot is on chain, and whether it is the newest one. */
async function onChainCheck(
  receipt: Receipt,
  anchored: Proof,
  { newest, log }: { newest: SignedHead | null; log: LogReader },
): Promise<ReceiptCheck> {
  const { size, root: hash } = anchored
  const [grew, known] = await Promise.all([
    size === 0 ? true : grewFrom(log, proofOf(receipt.head), anchored),
    log.anchored(),
  ])
  if (grew === false) return { verdict: 'broken', text: words.otherLog(size), hash }
  if (grew === null) return { verdict: 'unknown', text: words.noChainProof, hash }
  if (size <= receipt.leafIndex) return { verdict: 'todo', text: words.comesNext(size) }
  const block = known?.size === size ? known.block : null
  const later = newest && Number(newest.head.size) > size ? newest.head.size : null
  return { verdict: 'checked', text: words.onChain({ size, block, later }), hash }
}

async function chainChecks(
  receipt: Receipt,
  facts: ReceiptFacts,
  anchored: Proof | null,
  asked: { newest: SignedHead | null; log: LogReader },
): Promise<ReceiptCheck[]> {
  const sealedAt = facts.rules.closesAt + facts.rules.sealGrace
  const note = formatMoment(sealedAt * 1000, { short: true })
  const later: ReceiptCheck = { verdict: 'unknown', text: words.sealedLater, note }
  if (!anchored) {
    return [{ verdict: 'unknown', text: words.silent }, later]
  }
  const onChain = await onChainCheck(receipt, anchored, asked)
  if (facts.now < sealedAt) return [onChain, later]
  const { size, root: hash } = anchored
  if (size <= receipt.leafIndex) return [{ verdict: 'broken', text: words.sealedWithout(size), hash }]
  const text = words.sealedWith(size)
  return onChain.verdict === 'checked' ? [onChain, { ...onChain, text }] : [onChain]
}

/** The ballot as anybody may post it on chain. */
function postOf({ leaf }: Receipt): string {
  const { signingChain, ballot, signature, text } = leaf
  const post = { signingChain, ballot, signature, ...(text !== undefined && { text }) }
  return bytesToHex(canonicalBytes(post))
}

/** Checks a receipt here and against what log and chain say now; never throws for a receipt that does not hold. */
export async function checkReceipt(input: {
  receipt: Receipt
  digest: string
  facts: ReceiptFacts
  log: LogReader
  chain: ChainReader
}): Promise<CheckedReceipt> {
  const { receipt, digest, facts, log, chain } = input
  const leafHash = leafHashOf(leafBytes(receipt.leaf))
  const [newest, anchored] = await Promise.all([log.newestHead(), chainHead(chain, facts)])
  const held = await newestChecks({ receipt, facts, leafHash }, newest, log)
  const checks = [
    await ballotCheck(receipt, facts, { digest, chain }),
    await operatorCheck(receipt, facts),
    ...held.checks,
    ...(await chainChecks(receipt, facts, anchored, { newest, log })),
  ]
  return { leafHash, checks, tree: held.tree, post: postOf(receipt) }
}
