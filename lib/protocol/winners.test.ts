import { StandardMerkleTree } from '@openzeppelin/merkle-tree'
import { encodeAbiParameters, keccak256 } from 'viem'
import { describe, expect, test } from 'vitest'
import { type Bytes32, ZERO_BYTES32 } from './primitives.ts'
import { sampleRound } from './verify/sample-round.ts'
import { type WinnerRow, winnerProof, winnerRows, winnersInLeafOrder, winnersRoot } from './winners.ts'

const roundId: Bytes32 = `0x${'1d'.repeat(32)}`
const TYPES = ['bytes32', 'uint32', 'uint32', 'bytes32', 'address']
const rowsOf = (count: number): WinnerRow[] =>
  Array.from({ length: count }, (_, index) => ({
    rank: index + 1,
    number: 240 - index,
    tokenDigest: `0x${String(index).padStart(64, 'd')}`,
    recipient: `0x${String(index).padStart(40, 'a')}`,
  }))

/** The leaf as the contract hashes it. */
function leafHashOf({ rank, number, tokenDigest, recipient }: WinnerRow): `0x${string}` {
  const types = TYPES.map((type) => ({ type }))
  return keccak256(keccak256(encodeAbiParameters(types, [roundId, rank, number, tokenDigest, recipient])))
}

describe('the winners tree', () => {
  test('without winners the root is zero and nothing stands in leaf order', () => {
    expect(winnersRoot(roundId, [])).toBe(ZERO_BYTES32)
    expect(winnersInLeafOrder(roundId, [])).toEqual([])
  })

  test.each([1, 2, 3, 7, 8, 200])('%i winners: every proof leads to the root', (count) => {
    const rows = rowsOf(count)
    const root = winnersRoot(roundId, rows)
    if (count === 1) expect(root).toBe(leafHashOf(rows[0] ?? rowsOf(1)[0] ?? expect.fail('no row')))
    for (const row of [...rows.slice(0, 4), ...rows.slice(-4)]) {
      const leaf = [roundId, row.rank, row.number, row.tokenDigest, row.recipient]
      const proof = winnerProof(roundId, rows, row.rank)
      expect(StandardMerkleTree.verify(root, TYPES, leaf, proof)).toBe(true)
    }
  })

  test('leaf order is ascending by the hash that the contract computes', () => {
    const hashes = winnersInLeafOrder(roundId, rowsOf(9)).map(leafHashOf)
    expect(hashes).toEqual(hashes.toSorted())
    expect(new Set(hashes)).toHaveProperty('size', 9)
  })

  test('another round, recipient or digest is another root', () => {
    const rows = rowsOf(3)
    const changed = (part: Partial<WinnerRow>) =>
      rows.map((row, index) => (index === 1 ? { ...row, ...part } : row))
    const roots = [
      winnersRoot(roundId, rows),
      winnersRoot(`0x${'1e'.repeat(32)}`, rows),
      winnersRoot(roundId, changed({ recipient: `0x${'b'.repeat(40)}` })),
      winnersRoot(roundId, changed({ tokenDigest: ZERO_BYTES32 })),
      winnersRoot(roundId, changed({ rank: 9 })),
    ]
    expect(new Set(roots).size).toBe(roots.length)
  })

  test('a rank that nobody has is refused', () => {
    expect(() => winnerProof(roundId, rowsOf(2), 3)).toThrow(
      expect.objectContaining({ code: 'proof-invalid' }),
    )
  })
})

describe('who receives a token', async () => {
  const { input, bundle } = await sampleRound()
  const recipients = (recipient: typeof input.rules.recipient) =>
    winnerRows({ ...input, rules: { ...input.rules, recipient }, result: bundle.result }).map(
      (row) => row.recipient,
    )

  test('the creator of the candidate', () => {
    const creators = bundle.result.winners.map(({ number }) => input.candidates[number - 1]?.creator)
    expect(recipients({ kind: 'creator', address: null })).toEqual(creators)
  })
  test('the treasury', () => {
    const { treasury } = input.rules
    expect(recipients({ kind: 'treasury', address: null })).toEqual([treasury, treasury])
  })
  test('the sale address, which a sale must have', () => {
    const sale = `0x${'5a'.repeat(20)}` as const
    expect(recipients({ kind: 'sale', address: sale })).toEqual([sale, sale])
    expect(() => recipients({ kind: 'sale', address: null })).toThrow(
      expect.objectContaining({ code: 'schema-invalid' }),
    )
  })
})
