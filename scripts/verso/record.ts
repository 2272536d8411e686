import { writeFile } from 'node:fs/promises'
import type { Client } from 'viem'
import { getChainId } from 'viem/actions'
import { provePowers } from '#lib/ballots/powers/prove-powers.ts'
import type { Files } from '#lib/protocol/bundle.ts'
import { unzipBundle, zipBundle } from '#lib/protocol/bundle-zip.ts'
import { canonicalBytes, jsonLines, parseCanonical, parseJsonLines } from '#lib/protocol/canonical.ts'
import { type Anchor, type Evidence, evidenceSchema } from '#lib/protocol/evidence.ts'
import { BLOCK_PROOFS, POWER_PROOFS } from '#lib/protocol/manifest.ts'
import { powerRecordSchema } from '#lib/protocol/power.ts'
import { type BlockProof, blockProofSchema, provenBlock } from '#lib/protocol/proofs/block-proof.ts'
import { parseRules, type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import { parseShape } from '#lib/protocol/shape.ts'
import type { RoundEvents } from '#lib/protocol/verify/chain-reader.ts'
import { blocksToProve, type NamedBlock } from '#lib/rounds/chain/blocks-to-prove.ts'
import { proveBlock } from '#lib/rounds/chain/prove-block.ts'
import { rpcClient, rpcReader } from './chain-reader.ts'
import { loadBundle } from './load-bundle.ts'
import { UsageError } from './usage.ts'

export type RecordFlags = { rpc?: string | undefined; out?: string; powers?: boolean }

/**
 * `verso record`: adds to a bundle what proves its blocks, and on request its powers, so that it can be checked
 * without a chain. Nothing else in the bundle changes. Exit code 0, or 2 when something cannot be proven.
 */
export async function recordCommand(source: string, flags: RecordFlags): Promise<number> {
  const rpc = flags.rpc ?? process.env.CHAIN_RPC_URL
  if (!rpc) throw new UsageError('record needs --rpc, or CHAIN_RPC_URL')
  if (!flags.out) throw new UsageError('record needs --out, the archive to write')
  const { files, rules, evidence } = await readBundle(source)
  const client = rpcClient(rpc)
  const chainId = await getChainId(client)
  if (chainId !== rules.chainId)
    throw new UsageError(`the round lives on chain ${rules.chainId}, but ${rpc} is chain ${chainId}`)
  const roundId = roundIdOf(rules)
  const events = await rpcReader(rpc).events(rules.collection, roundId, evidence.opening.anchor.blockNumber)
  const blocks = blocksToProve(evidence, anchorsIn(events))
  const proofs = await proveBlocks(client, { chainId, blocks, known: knownProofs(files) })
  files.set(BLOCK_PROOFS, jsonLines(proofs))
  say(`${proofs.length} of ${blocks.length} blocks are proven by header and receipts`)
  const complete =
    proofs.length === blocks.length &&
    (!flags.powers || (await addPowers(client, { files, rules, evidence }, proofs)))
  await writeFile(flags.out, zipBundle(files))
  say(`written to ${flags.out}`)
  return complete ? 0 : 2
}

type Opened = { files: Files; rules: Rules; evidence: Evidence }

async function readBundle(source: string): Promise<Opened> {
  try {
    const bundle = await loadBundle(source)
    const files: Files = new Map(bundle instanceof Uint8Array ? unzipBundle(bundle) : bundle)
    return { files, ...partsOf(files) }
  } catch (error) {
    throw new UsageError(`cannot read ${source}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

function fileIn(files: Files, path: string): Uint8Array {
  const bytes = files.get(path)
  if (!bytes) throw new UsageError(`the bundle has no ${path}`)
  return bytes
}

function partsOf(files: Files): { rules: Rules; evidence: Evidence } {
  const evidence = parseCanonical(fileIn(files, 'evidence.json'))
  return {
    rules: parseRules(parseCanonical(fileIn(files, 'rules.json'))),
    evidence: parseShape(evidenceSchema, evidence, 'evidence.json'),
  }
}

function anchorsIn(events: RoundEvents): Anchor[] {
  const { opened, heads, posted, voided, rotated, closed, minted, cancelled, freezes } = events
  const single = [opened, cancelled].flatMap((event) => (event ? [event] : []))
  const all = [...single, ...heads, ...posted, ...voided, ...rotated, ...closed, ...minted, ...freezes]
  return all.map(({ anchor }) => anchor)
}

function knownProofs(files: Files): BlockProof[] {
  const bytes = files.get(BLOCK_PROOFS)
  if (!bytes) return []
  return parseJsonLines(bytes).map((row) => parseShape(blockProofSchema, row, BLOCK_PROOFS))
}

type Proving = { chainId: number; blocks: readonly NamedBlock[]; known: readonly BlockProof[] }

async function proveBlocks(client: Client, { chainId, blocks, known }: Proving): Promise<BlockProof[]> {
  const proofs: BlockProof[] = []
  for (const [index, block] of blocks.entries()) {
    const there = known.find((proof) => proves(proof, block))
    const proof = there ?? (await proveBlock(client, { chainId, ...block }))
    if (proof) proofs.push(proof)
    else
      say(`block ${block.number} cannot be proven: another block, or headers and receipts of an unknown form`)
    if ((index + 1) % 100 === 0) say(`${index + 1} of ${blocks.length} blocks`)
  }
  return proofs
}

function proves(proof: BlockProof, { hash, transactions }: NamedBlock): boolean {
  const told = new Set(proof.transactions.map((transaction) => transaction.hash))
  return provenBlock(proof).header.hash === hash && transactions.every((transaction) => told.has(transaction))
}

async function addPowers(
  client: Client,
  { files, rules, evidence }: Opened,
  blocks: readonly BlockProof[],
): Promise<boolean> {
  const snapshot = evidence.snapshots.find(({ chainId }) => chainId === rules.chainId)
  const block = blocks.find(({ number }) => number === snapshot?.block.number)
  const powers = parseJsonLines(fileIn(files, 'powers.jsonl')).map((row) =>
    parseShape(powerRecordSchema, row, 'powers.jsonl'),
  )
  const proofs = block ? await provePowers(client, { rules, powers, header: provenBlock(block).header }) : []
  if (proofs.length > 0) files.set(POWER_PROOFS, canonicalBytes({ protocol: rules.protocol, proofs }))
  for (const { strategy, layout, slot } of proofs)
    say(`strategy ${strategy}: ${powers.length} powers are proven, kept as ${layout} in slot ${slot}`)
  const missing = rules.strategies.length - proofs.length
  if (missing > 0)
    say(`${missing} strategies cannot be proven: another chain, or a token that keeps its balances otherwise`)
  return missing === 0
}

function say(text: string): void {
  process.stderr.write(`${text}\n`)
}
