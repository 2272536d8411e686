import { formatMoment } from '#components/ui/moment.ts'
import { ballotDigest, recoverVoter } from '#lib/protocol/ballot.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { verifyHead } from '#lib/protocol/head.ts'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { leafHashOf, verifyConsistency, verifyInclusion } from '#lib/protocol/log-tree.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type Receipt, verifyReceipt } from '#lib/protocol/receipt.ts'
import type { Head, Home } from '#lib/protocol/typed-data.ts'
import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import type { ReceiptFacts } from './receipt-facts.ts'
import type { ReceiptCheck } from './receipt-view.tsx'

/** How the log is asked; null where nothing came, which is never a proof of anything. */
export type LogReader = {
  newestHead(): Promise<{ head: Head; signature: string } | null>
  inclusion(leaf: Bytes32, size: number): Promise<{ path: Bytes32[] } | null>
  consistency(first: number, second: number): Promise<{ path: Bytes32[] } | null>
}

export type CheckedReceipt = {
  leafHash: Bytes32
  checks: ReceiptCheck[]
  tree: { size: number; index: number; path: readonly Bytes32[] }
}

type Proof = { size: number; root: Bytes32 }

const proofOf = ({ size, root }: { size: string; root: Bytes32 }): Proof => ({ size: Number(size), root })

async function passes(check: () => Promise<unknown>): Promise<string | null> {
  try {
    await check()
    return null
  } catch (error) {
    if (error instanceof ProtocolError) return error.message
    throw error
  }
}

async function headFault(home: Home, facts: ReceiptFacts, head: Head, signature: string) {
  const faults = await Promise.all(
    facts.operators.map((operator) => passes(() => verifyHead({ home, head, signature, operator }))),
  )
  return faults.includes(null) ? null : (faults[0] ?? 'nobody may sign heads of this round')
}

async function ballotCheck(receipt: Receipt, facts: ReceiptFacts, digest: string): Promise<ReceiptCheck> {
  const { signingChain, ballot, signature } = receipt.leaf
  const { collection } = facts.rules
  const text = `The ballot in leaf ${receipt.leafIndex + 1} is the one that was signed`
  const found = ballotDigest(signingChain, collection, ballot)
  if (found !== digest) return { verdict: 'broken', text: 'The leaf holds another ballot', hash: found }
  const fault = await passes(async () => {
    if ((await recoverVoter(collection, { signingChain, ballot, signature })) !== ballot.voter)
      throw new ProtocolError('signature-mismatch', 'it is not signed by the voter it names')
  })
  return fault ? { verdict: 'broken', text: `${text}: ${fault}` } : { verdict: 'checked', text, hash: digest }
}

async function operatorCheck(receipt: Receipt, facts: ReceiptFacts): Promise<ReceiptCheck> {
  const { rules } = facts
  const faults = await Promise.all(
    facts.operators.map((operator) => passes(() => verifyReceipt(receipt, { rules, operator }))),
  )
  const { size, root } = receipt.head
  const text = `The operator signed head ${size} with this leaf in it`
  return faults.includes(null)
    ? { verdict: 'checked', text, hash: root }
    : { verdict: 'broken', text: `${text}: ${faults[0]}`, hash: root }
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

async function newestCheck(
  receipt: Receipt,
  facts: ReceiptFacts,
  newest: { head: Head; signature: string } | null,
  log: LogReader,
): Promise<ReceiptCheck> {
  if (!newest) return { verdict: 'unknown', text: 'The newest head did not arrive' }
  const [own, now] = [proofOf(receipt.head), proofOf(newest.head)]
  const text =
    now.size === own.size
      ? `Head ${own.size} is the newest so far`
      : `Head ${now.size} contains head ${own.size} unchanged`
  const fault = await headFault(facts.rules, facts, newest.head, newest.signature)
  if (fault) return { verdict: 'broken', text: `Head ${now.size}: ${fault}`, hash: now.root }
  if (now.size < own.size)
    return {
      verdict: 'broken',
      text: `The server shows an older head than this receipt: ${now.size}`,
      hash: now.root,
    }
  const grew = await grewFrom(log, own, now)
  if (grew === null) return { verdict: 'unknown', text: `No proof came that head ${now.size} contains yours` }
  return grew
    ? { verdict: 'checked', text, hash: now.root }
    : { verdict: 'broken', text: `Head ${now.size} does not contain head ${own.size}`, hash: now.root }
}

async function chainHead(chain: ChainReader, facts: ReceiptFacts): Promise<Proof | null> {
  try {
    const round = await chain.round(facts.rules.collection, facts.roundId)
    return round && { size: Number(round.logSize), root: round.logRoot }
  } catch {
    return null
  }
}

async function chainChecks(
  receipt: Receipt,
  facts: ReceiptFacts,
  anchored: Proof | null,
  log: LogReader,
): Promise<ReceiptCheck[]> {
  const { closesAt, sealGrace } = facts.rules
  const sealed = facts.now >= closesAt + sealGrace
  const later: ReceiptCheck = {
    verdict: 'unknown',
    text: 'The sealed head: known after the close',
    note: formatMoment((closesAt + sealGrace) * 1000, { short: true }),
  }
  if (!anchored)
    return [
      { verdict: 'unknown', text: 'The chain did not answer whether it has a head with this ballot' },
      later,
    ]
  const own = proofOf(receipt.head)
  const block = facts.anchored?.size === anchored.size ? `, block ${facts.anchored.block}` : ''
  const has = anchored.size > receipt.leafIndex
  const grew = anchored.size === 0 ? true : await grewFrom(log, own, anchored)
  const onChain: ReceiptCheck =
    grew === false
      ? {
          verdict: 'broken',
          text: `Head ${anchored.size} on chain is not the log of this receipt`,
          hash: anchored.root,
        }
      : grew === null
        ? { verdict: 'unknown', text: 'No proof came for the head on chain', hash: anchored.root }
        : has
          ? { verdict: 'checked', text: `Head ${anchored.size} is on chain${block}`, hash: anchored.root }
          : { verdict: 'todo', text: `On chain are ${anchored.size}; yours comes with the next head` }
  if (!sealed) return [onChain, later]
  if (!has)
    return [
      {
        verdict: 'broken',
        text: `The log was sealed at ${anchored.size}, without this ballot`,
        hash: anchored.root,
      },
    ]
  const seal: ReceiptCheck = {
    ...onChain,
    text: `The log is sealed with this ballot in it, at ${anchored.size}`,
  }
  return onChain.verdict === 'checked' ? [onChain, seal] : [onChain]
}

async function treeOf(receipt: Receipt, leafHash: Bytes32, newest: Head | null, log: LogReader) {
  const index = receipt.leafIndex
  const own = { size: Number(receipt.head.size), index, path: receipt.path }
  if (!newest || Number(newest.size) <= own.size) return own
  const size = Number(newest.size)
  const proof = await log.inclusion(leafHash, size)
  const holds = proof && verifyInclusion({ leafHash, index, size, path: proof.path, root: newest.root })
  return holds ? { size, index, path: proof.path } : own
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
  const checks = [
    await ballotCheck(receipt, facts, digest),
    await operatorCheck(receipt, facts),
    await newestCheck(receipt, facts, newest, log),
    ...(await chainChecks(receipt, facts, anchored, log)),
  ]
  return { leafHash, checks, tree: await treeOf(receipt, leafHash, newest?.head ?? null, log) }
}
