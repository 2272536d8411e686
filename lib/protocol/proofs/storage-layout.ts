import { bytesToHex, concatBytes, hexToBytes } from '#lib/protocol/bytes.ts'
import { keccak256 } from '#lib/protocol/crypto/keccak.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { type Strategy, timesOf } from '#lib/protocol/strategy.ts'

/**
 * How contracts keep what an account holds, in a mapping at some slot:
 * `votes-208`: OpenZeppelin 5, checkpoints of uint48 moment and uint208 votes;
 * `votes-224`: OpenZeppelin 4, checkpoints of uint32 block and uint224 votes;
 * `balance`: one uint256.
 */
export const LAYOUTS = ['votes-208', 'votes-224', 'balance'] as const
export type Layout = (typeof LAYOUTS)[number]

const LAYOUTS_OF: Partial<Record<Strategy['id'], readonly Layout[]>> = {
  'erc20-votes': ['votes-208', 'votes-224'],
  'erc20-balance': ['balance'],
  'erc721-balance': ['balance'],
}

/** Layouts whose storage after the snapshot block says what a strategy gives; none for one with earlier times. */
export function layoutsOf(strategy: Strategy): readonly Layout[] {
  return timesOf(strategy).length > 0 ? [] : (LAYOUTS_OF[strategy.id] ?? [])
}

const MOMENT_BITS = { 'votes-208': 48n, 'votes-224': 32n } as const

/** 32 bytes of a slot or value. */
export function wordOf(value: bigint): Uint8Array {
  return hexToBytes(`0x${value.toString(16).padStart(64, '0')}`)
}

const numberOf = (bytes: Uint8Array): bigint => BigInt(bytesToHex(bytes))
const mappedSlot = (account: Address, slot: bigint): bigint =>
  numberOf(keccak256(concatBytes(wordOf(BigInt(account)), wordOf(slot))))

/**
 * What an account held after a block: yields each slot to be read and takes its value. For votes that is the
 * newest checkpoint, whatever clock the token counts by.
 */
export function* heldBy(account: Address, layout: Layout, slot: bigint): Generator<bigint, bigint, bigint> {
  const mapped = mappedSlot(account, slot)
  const value = yield mapped
  if (layout === 'balance' || value === 0n) return value
  const newest = yield numberOf(keccak256(wordOf(mapped))) + value - 1n
  return newest >> MOMENT_BITS[layout]
}
