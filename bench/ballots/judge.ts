import { recoverTypedDataAddress } from 'viem'
import { type VerifiedPost, verifyBallot } from '#lib/protocol/ballot.ts'
import { type Leaf, parseLeaf } from '#lib/protocol/leaf.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import { TYPES, versoDomain } from '#lib/protocol/typed-data.ts'
import { ROUND } from './lines.ts'

/** Parse, validate, digest, recover, leaf hash: what a verifier does with one line of the log. */
export async function judge(line: Uint8Array): Promise<VerifiedPost> {
  const { signingChain, ballot, signature, acceptedAt } = parseLeaf(line)
  leafHashOf(line)
  const post = { signingChain, ballot, signature }
  return verifyBallot({ ...ROUND, post, acceptedAt, lastSequence: 0n })
}

/** The account that viem finds behind a ballot. */
export function viemVoter({ signingChain, ballot, signature }: Leaf) {
  return recoverTypedDataAddress({
    domain: versoDomain(signingChain, ROUND.rules.collection),
    types: { Ballot: TYPES.Ballot },
    primaryType: 'Ballot',
    message: {
      ...ballot,
      sequence: BigInt(ballot.sequence),
      issuedAt: BigInt(ballot.issuedAt),
      validUntil: BigInt(ballot.validUntil),
    },
    signature,
  })
}

/** The same with viem's digest and curve in place of ours. */
export async function judgeByViem(line: Uint8Array): Promise<boolean> {
  const leaf = parseLeaf(line)
  leafHashOf(line)
  return (await viemVoter(leaf)).toLowerCase() === leaf.ballot.voter
}
