import { parseAbi } from 'viem'

/** What anyone can send with the operator's signatures in hand: an anchor, and the two proofs that freeze a round. */
export const COLLECTION_CALLS = parseAbi([
  'struct SignedHead { uint64 size; bytes32 root; uint64 signedAt; bytes signature; }',
  'function anchorHead(bytes32 roundId, uint40 size, bytes32 root, uint40 signedAt, bytes signature)',
  'function proveEquivocation(bytes32 roundId, SignedHead a, SignedHead b)',
  'function proveDropped(bytes32 roundId, SignedHead head, bytes32[] proof)',
])
