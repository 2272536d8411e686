import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { type Address, getAddress, type Hex, keccak256, toHex } from 'viem'

const leafTypes = ['bytes32', 'uint32', 'uint32', 'bytes32', 'address']

/** A 32-byte value that depends on the label only. */
export const digestOf = (label: string): Hex => keccak256(toHex(label))

/** An account that has never been seen on the chain. */
export const freshAccount = (label: string): Address => getAddress(`0x${digestOf(label).slice(-40)}`)

export type Winner = { rank: number; number: number; tokenDigest: Hex; recipient: Address }

/** A round's winners, each to a holder of its own, in the order that `mintWinners` wants. */
export function winnersOf(roundId: Hex, count: number) {
  const rows = Array.from({ length: count }, (_, index) => ({
    rank: index + 1,
    number: ((index * 7919) % 10_000) + 1,
    tokenDigest: digestOf(`token ${roundId} ${index}`),
    recipient: freshAccount(`holder ${roundId} ${index}`),
  }))
  const leaf = (row: Winner) => [roundId, row.rank, row.number, row.tokenDigest, row.recipient]
  const tree = StandardMerkleTree.of(rows.map(leaf), leafTypes)
  const order = (row: Winner) => BigInt(tree.leafHash(leaf(row)))
  const winners = rows.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  return { winners, root: tree.root as Hex, proofOf: (row: Winner) => tree.getProof(leaf(row)) as Hex[] }
}
