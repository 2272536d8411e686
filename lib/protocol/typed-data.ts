import type { Address, Bytes32 } from './primitives.ts'

/** EIP-712 types of the protocol (PROTOCOL 3). Flat on purpose: a wallet shows them whole. */
export const TYPES = {
  Ballot: [
    { name: 'round', type: 'bytes32' },
    { name: 'candidateRoot', type: 'bytes32' },
    { name: 'voter', type: 'address' },
    { name: 'method', type: 'string' },
    { name: 'choices', type: 'string' },
    { name: 'note', type: 'string' },
    { name: 'sequence', type: 'uint64' },
    { name: 'issuedAt', type: 'uint64' },
    { name: 'validUntil', type: 'uint64' },
    { name: 'agent', type: 'string' },
  ],
  Head: [
    { name: 'round', type: 'bytes32' },
    { name: 'size', type: 'uint64' },
    { name: 'root', type: 'bytes32' },
    { name: 'signedAt', type: 'uint64' },
  ],
  Refusal: [
    { name: 'round', type: 'bytes32' },
    { name: 'ballotDigest', type: 'bytes32' },
    { name: 'code', type: 'string' },
    { name: 'evidenceBlock', type: 'uint64' },
    { name: 'at', type: 'uint64' },
  ],
  Brief: [
    { name: 'round', type: 'bytes32' },
    { name: 'creator', type: 'address' },
    { name: 'prompt', type: 'string' },
    { name: 'promptHash', type: 'bytes32' },
    { name: 'style', type: 'string' },
    { name: 'traits', type: 'string' },
    { name: 'licence', type: 'string' },
    { name: 'royaltyReceiver', type: 'address' },
    { name: 'count', type: 'uint32' },
    { name: 'nonce', type: 'bytes32' },
    { name: 'deadline', type: 'uint64' },
  ],
} as const

/** Chain and collection that a statement is signed for. Rules are one. */
export type Home = { chainId: number; collection: Address }

/** The signing domain; Head, Refusal and Brief always use the home chain. */
export function versoDomain(chainId: number, collection: Address) {
  return { name: 'Verso', version: '1', chainId, verifyingContract: collection } as const
}

/** A ballot as it is signed; uint64 values are decimal strings. */
export type Ballot = {
  round: Bytes32
  candidateRoot: Bytes32
  voter: Address
  method: string
  choices: string
  note: string
  sequence: string
  issuedAt: string
  validUntil: string
  agent: string
}
export type Head = { round: Bytes32; size: string; root: Bytes32; signedAt: string }
export type Refusal = {
  round: Bytes32
  ballotDigest: Bytes32
  code: string
  evidenceBlock: string
  at: string
}
export type Brief = {
  round: Bytes32
  creator: Address
  prompt: string
  promptHash: Bytes32
  style: string
  traits: string
  licence: string
  royaltyReceiver: Address
  count: number
  nonce: Bytes32
  deadline: string
}
