import { z } from 'zod'
import { ProtocolError } from './errors.ts'
import { addressSchema, bytes32Schema, decimalSchema, secondsSchema, uint64Schema } from './primitives.ts'
import type { Rules, Strategy } from './rules.ts'

/** A block by number, hash and time (Unix seconds). */
export const blockSchema = z.strictObject({
  number: uint64Schema,
  hash: bytes32Schema,
  timestamp: secondsSchema,
})

/**
 * One strategy's part of an account's power.
 * `block` is the snapshot block of the strategy's chain; `timepoint` is the argument of getPastVotes and null where
 * the token is read at the block itself (erc721-balance).
 */
export const shareSchema = z.strictObject({
  strategy: z.int().min(0).max(15),
  id: z.enum(['erc20-votes', 'erc721-balance']),
  version: z.literal('1'),
  chainId: z
    .int()
    .min(1)
    .max(2 ** 32),
  token: addressSchema,
  raw: decimalSchema,
  share: decimalSchema,
  block: blockSchema,
  timepoint: uint64Schema.nullable(),
  codeHash: bytes32Schema,
})

/** One line of powers.jsonl, sorted by account: every account with a ballot, those without power included. */
export const powerRecordSchema = z.strictObject({
  account: addressSchema,
  power: decimalSchema,
  shares: z.array(shareSchema).min(1).max(16),
})

export type BlockRecord = z.infer<typeof blockSchema>
export type Share = z.infer<typeof shareSchema>
export type PowerRecord = z.infer<typeof powerRecordSchema>

/** Floor of the square root of a non-negative integer (Newton's method on integers). */
function integerRoot(value: bigint): bigint {
  if (value < 2n) return value
  let estimate = 1n << BigInt((value.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (estimate + value / estimate) >> 1n
    if (next >= estimate) return estimate
    estimate = next
  }
}

/**
 * Power that one strategy gives (PROTOCOL 5): cap, then floor root, then numerator / denominator, floored.
 * @param raw the token's answer in its smallest unit
 */
export function shareOf(strategy: Strategy, raw: bigint): bigint {
  if (raw < 0n) throw new ProtocolError('power-invalid', 'a token answered with a negative amount')
  const { cap, root, numerator, denominator } = strategy.params
  const capped = cap !== null && raw > BigInt(cap) ? BigInt(cap) : raw
  const rooted = root === 'square' ? integerRoot(capped) : capped
  return (rooted * BigInt(numerator)) / BigInt(denominator)
}

/** Power of an account: the sum of its shares under the rules' total cap. */
export function totalPower(rules: Pick<Rules, 'powerCap'>, shares: readonly bigint[]): bigint {
  const sum = shares.reduce((total, share) => total + share, 0n)
  return rules.powerCap !== null && sum > BigInt(rules.powerCap) ? BigInt(rules.powerCap) : sum
}

/** A place in a power record that contradicts the rules. */
export type PowerFault = { field: string; message: string }

/** Everything in one record that does not follow from the rules and the raw answers; empty for a sound one. */
export function powerFaults(rules: Rules, record: PowerRecord): PowerFault[] {
  const faults: PowerFault[] = []
  if (record.shares.length !== rules.strategies.length)
    return [
      {
        field: 'shares',
        message: `${record.shares.length} shares for ${rules.strategies.length} strategies`,
      },
    ]
  rules.strategies.forEach((strategy, index) => {
    const share = record.shares[index]
    if (share) faults.push(...shareFaults(rules, strategy, index, share))
  })
  const total = totalPower(
    rules,
    record.shares.map((share) => BigInt(share.share)),
  )
  if (total !== BigInt(record.power)) faults.push({ field: 'power', message: `the shares give ${total}` })
  return faults
}

function shareFaults(rules: Rules, strategy: Strategy, index: number, share: Share): PowerFault[] {
  const at = (name: string) => `shares[${index}].${name}`
  const faults: PowerFault[] = []
  if (share.strategy !== index) faults.push({ field: at('strategy'), message: `stands at place ${index}` })
  for (const name of ['id', 'version', 'chainId', 'token'] as const)
    if (share[name] !== strategy[name])
      faults.push({ field: at(name), message: `the rules say ${strategy[name]}` })
  const expected = shareOf(strategy, BigInt(share.raw))
  if (expected !== BigInt(share.share))
    faults.push({ field: at('share'), message: `${share.raw} gives ${expected} under the rules` })
  if (share.block.timestamp > rules.snapshotAt)
    faults.push({ field: at('block.timestamp'), message: 'later than snapshotAt' })
  if (!timepointFits(rules, strategy, share))
    faults.push({ field: at('timepoint'), message: 'neither the snapshot block nor snapshotAt' })
  return faults
}

/** Block-clock tokens are asked for the snapshot block, timestamp-clock tokens for snapshotAt, balances at the block. */
function timepointFits(rules: Rules, strategy: Strategy, share: Share): boolean {
  if (strategy.id === 'erc721-balance') return share.timepoint === null
  return share.timepoint === share.block.number || share.timepoint === String(rules.snapshotAt)
}

/** Powers by account, for the tally. A record that contradicts the rules is refused with `power-invalid`. */
export function powersByAccount(rules: Rules, records: readonly PowerRecord[]): Map<`0x${string}`, bigint> {
  const powers = new Map<`0x${string}`, bigint>()
  for (const record of records) {
    const [fault] = powerFaults(rules, record)
    if (fault) throw new ProtocolError('power-invalid', `${record.account}, ${fault.field}: ${fault.message}`)
    if (powers.has(record.account)) throw new ProtocolError('power-invalid', `${record.account} stands twice`)
    powers.set(record.account, BigInt(record.power))
  }
  return powers
}
