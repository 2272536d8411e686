import { buildBundle } from '#lib/protocol/bundle.ts'
import { bytesToHex } from '#lib/protocol/bytes.ts'
import { candidateRootOf } from '#lib/protocol/candidates.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import type { PostedRecord } from '#lib/protocol/evidence.ts'
import type { Leaf } from '#lib/protocol/leaf.ts'
import type { SignatureCheck } from '#lib/protocol/wallet-signature.ts'
import { blockAt, headOf, leafOf, OPENS, sampleAnchor, sampleBlock, type Vote } from './sample-facts.ts'
import { powerRecord, type SampleRound } from './sample-round.ts'

/** When the contract wallet of the sample votes, Unix seconds: after all others. */
export const WALLET_AT = OPENS + 5000

/** What a contract wallet signs with: nothing that a key could have made. */
export const WALLET_SIGNATURE = `0x${'5a'.repeat(130)}` as const

/** The check of a leaf as of the newest block when the wallet of the sample votes, on the sample's chain. */
export function walletCheck(change: Partial<Exclude<SignatureCheck, { kind: 'ecdsa' }>> = {}) {
  const { number, hash } = sampleBlock(blockAt(WALLET_AT) - 1)
  return { kind: 'erc1271' as const, chainId: 31_337, blockNumber: number, blockHash: hash, ...change }
}

/** Leaves that a contract wallet adds to a sample round, at the end of its log. */
export async function walletLeaf(
  { input, roundId }: SampleRound,
  vote: Partial<Vote> = {},
  change: Partial<Leaf> = {},
): Promise<Leaf> {
  const cast = { voter: 'wallet', choices: '#3', sequence: 1, at: WALLET_AT, ...vote }
  const leaf = await leafOf(roundId, candidateRootOf(input.candidates), cast, input.leaves.length)
  return { ...leaf, signature: WALLET_SIGNATURE, check: walletCheck(), ...change }
}

/** A posted ballot whose signature no key made. */
export function postedWallet({ signingChain, ballot, signature }: Leaf, logIndex = 2): PostedRecord {
  const bytes = canonicalBytes({ signingChain, ballot, signature })
  return { ballot: bytesToHex(bytes), anchor: sampleAnchor(blockAt(OPENS + 7200), logIndex) }
}

/** A sample round with more leaves and posted ballots, sealed and counted. */
export async function extendedRound(
  round: SampleRound,
  added: { leaves?: Leaf[]; posted?: PostedRecord[]; takes?: boolean },
): Promise<SampleRound> {
  const { input, roundId } = round
  const leaves = [...input.leaves, ...(added.leaves ?? [])]
  const [first] = input.heads
  if (!first) throw new Error('the sample has no head')
  const more = {
    ...input,
    leaves,
    heads: [first, await headOf(roundId, leaves, input.rules.closesAt + 60)],
    posted: [...input.posted, ...(added.posted ?? [])],
    powers: [...input.powers, powerRecord(input.rules, 'wallet')],
    askPosted: async () => added.takes ?? true,
  }
  const bundle = await buildBundle(more)
  const works = [...round.files].filter(([path]) => path.startsWith('works/'))
  return { input: more, roundId, bundle, files: new Map([...bundle.files, ...works]) }
}
