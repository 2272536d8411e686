import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import { candidateRootOf } from '#lib/protocol/candidates.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { judgeLeaf } from '#lib/protocol/judge-lines.ts'
import { type Leaf, parseLeaf } from '#lib/protocol/leaf.ts'
import { leafOf } from '#lib/protocol/verify/sample-facts.ts'
import type { SampleRound } from '#lib/protocol/verify/sample-round.ts'
import { extendedRound, WALLET_AT, walletCheck, walletLeaf } from '#lib/protocol/verify/sample-wallets.ts'
import { type Case, casesOf } from './case.ts'

const MARK = '6492'.repeat(16)

/** Leaves whose signature a key or a contract answers for, judged for the round of round.zip. */
async function leafVectors(round: SampleRound): Promise<Case[]> {
  const { input, roundId } = round
  const { rules, candidates } = input
  const candidateRoot = candidateRootOf(candidates)
  const leaf = await walletLeaf(round)
  const vote = { voter: 'wallet', choices: '#3', sequence: 1, at: WALLET_AT }
  const { signature } = await leafOf(roundId, candidateRoot, vote, 0)
  const stranger = await leafOf(roundId, candidateRoot, { ...vote, voter: 'ben' }, 0)
  const ecdsa = { kind: 'ecdsa' as const }
  const inputs: Record<string, unknown> = {
    'a contract': leaf,
    'a contract without a signature': { ...leaf, signature: '0x' },
    'a contract with the signature of one owner': { ...leaf, signature: stranger.signature },
    'a contract that is not deployed': {
      ...leaf,
      signature: `${leaf.signature}${MARK}`,
      check: walletCheck({ kind: 'erc6492' }),
    },
    'the key': { ...leaf, signature, check: ecdsa },
    'another key, as if it were the voter’s': { ...leaf, signature: stranger.signature, check: ecdsa },
    'a contract, as if it were a key': { ...leaf, check: ecdsa },
    'the key, as if it were a contract': { ...leaf, signature },
    'ERC-6492 without its mark': { ...leaf, check: walletCheck({ kind: 'erc6492' }) },
    'ERC-1271 with that mark': { ...leaf, signature: `${leaf.signature}${MARK}` },
    'a chain that gives no weight': { ...leaf, check: walletCheck({ chainId: 10 }) },
    'a kind that is none': { ...leaf, check: { ...walletCheck(), kind: 'erc1654' } },
    'a contract without a block': { ...leaf, check: { kind: 'erc1271', chainId: 31_337 } },
    'a key with a chain': { ...leaf, check: { ...ecdsa, chainId: 31_337 } },
  }
  const place = { rules, roundId, candidateRoot, candidateCount: candidates.length, openingBlock: null }
  return casesOf(inputs, async (given) => {
    const verdict = await judgeLeaf(place, parseLeaf(canonicalBytes(given as Leaf)))
    if (verdict.kind === 'refused') throw new ProtocolError(verdict.code, '{fault}', { fault: verdict.said })
    const { voter, numbers, wallet } = verdict.ballot
    return { voter, numbers, chain: wallet?.check.chainId ?? null }
  })
}

/** A small round with a ballot of a contract wallet, and leaves one by one. */
export async function walletVectors(round: SampleRound) {
  const voted = await extendedRound(round, { leaves: [await walletLeaf(round)] })
  const small = [...voted.files].filter(([, bytes]) => bytes.length < 100_000)
  return { archive: zipBundle(new Map(small)), files: { wallets: () => leafVectors(round) } }
}
