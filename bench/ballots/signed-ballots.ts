import { instantiateSecp256k1 } from '@bitauth/libauth/build/lib/crypto/secp256k1.js'
import { ballotDigest } from '#lib/protocol/ballot.ts'
import { bytesOf32, bytesToHex, taggedHash, utf8 } from '#lib/protocol/bytes.ts'
import { keccak256 } from '#lib/protocol/crypto/keccak.ts'
import type { Leaf } from '#lib/protocol/leaf.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import type { Rules } from '#lib/protocol/rules.ts'

const curve = await instantiateSecp256k1()
const keyOf = (name: string) => taggedHash('bench-voter', utf8(name))

/** Account of a voter of the benches, by name. */
export function voterOf(name: string): Address {
  const key = curve.derivePublicKeyUncompressed(keyOf(name))
  if (typeof key === 'string') throw new Error(key)
  return bytesToHex(keccak256(key.subarray(1)).subarray(12))
}

/** Signature of a voter, low s: what a wallet answers, only faster. */
export function signAs(name: string, digest: Bytes32): `0x${string}` {
  const signed = curve.signMessageHashRecoverableCompact(keyOf(name), bytesOf32(digest))
  if (typeof signed === 'string') throw new Error(signed)
  return `${bytesToHex(signed.signature)}${signed.recoveryId === 0 ? '1b' : '1c'}`
}

export type Cast = { voter: string; choices: string; sequence: number; at: number; note?: string }

/** The leaf of a signed ballot, with a salt that is its place in the log. */
export function leafOf(
  round: { rules: Rules; roundId: Bytes32; candidateRoot: Bytes32 },
  cast: Cast,
  index: number,
): Leaf {
  const { rules, roundId, candidateRoot } = round
  const ballot = {
    round: roundId,
    candidateRoot,
    voter: voterOf(cast.voter),
    method: rules.method,
    choices: cast.choices,
    note: cast.note ?? '',
    sequence: String(cast.sequence),
    issuedAt: String(cast.at - 5),
    validUntil: String(cast.at + 3600),
    agent: '',
  }
  return {
    kind: 'ballot',
    signingChain: rules.chainId,
    ballot,
    signature: signAs(cast.voter, ballotDigest(rules.chainId, rules.collection, ballot)),
    check: { kind: 'ecdsa' },
    acceptedAt: cast.at,
    random16: `0x${bytesToHex(taggedHash('bench-salt', utf8(String(index)))).slice(2, 34)}`,
  }
}
