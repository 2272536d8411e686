import { z } from 'zod'
import { ProtocolError } from './errors.ts'
import {
  type Address,
  addressSchema,
  bytes32Schema,
  decimalSchema,
  secondsSchema,
  uint64Schema,
} from './primitives.ts'
import type { Rules } from './rules.ts'
import { type Said, said } from './said.ts'
import { countsDelegated, readsToken, type Strategy, TOKEN_IDS, type TokenStrategy } from './strategy.ts'

/** A block by number, hash and time (Unix seconds). */
export const blockSchema = z.strictObject({
  number: uint64Schema,
  hash: bytes32Schema,
  timestamp: secondsSchema,
})

/** What a token answered for one of a strategy's times: at the last block not after `at`. */
const earlierReadSchema = z.strictObject({
  at: secondsSchema,
  raw: decimalSchema,
  block: blockSchema,
  timepoint: uint64Schema.nullable(),
})

const strategyPlace = z.int().min(0).max(15)
const version = z.literal('1')

/**
 * What a token gives. `block` is the snapshot block of the strategy's chain; `timepoint` is the argument of
 * getPastVotes and null where the token is read at the block itself. A strategy with times has `earlier`, a read for
 * each, and `atSnapshot`, what it answered for the snapshot; `raw` is then the least of them all.
 */
export const tokenShareSchema = z.strictObject({
  strategy: strategyPlace,
  id: z.enum(TOKEN_IDS),
  version,
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
  atSnapshot: decimalSchema.optional(),
  earlier: z.array(earlierReadSchema).min(1).max(8).optional(),
})

/** One strategy's part of an account's power. What stands in a list, or is the same for all, has no block. */
export const shareSchema = z.discriminatedUnion('id', [
  tokenShareSchema,
  z.strictObject({
    strategy: strategyPlace,
    id: z.enum(['merkle-allowlist', 'fixed']),
    version,
    raw: decimalSchema,
    share: decimalSchema,
  }),
])

/** One line of powers.jsonl, sorted by account: every account with a ballot, those without power included. */
export const powerRecordSchema = z.strictObject({
  account: addressSchema,
  power: decimalSchema,
  shares: z.array(shareSchema).min(1).max(16),
})

export type BlockRecord = z.infer<typeof blockSchema>
export type EarlierRead = z.infer<typeof earlierReadSchema>
export type TokenShare = z.infer<typeof tokenShareSchema>
export type Share = z.infer<typeof shareSchema>
export type PowerRecord = z.infer<typeof powerRecordSchema>

/** Whether a share is what a token answered. */
export function isTokenShare(share: Share): share is TokenShare {
  return 'token' in share
}

/** Floor of the square root of a non-negative integer (Newton's method on integers). */
export function integerRoot(value: bigint): bigint {
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
 * @param raw what the token or the list says, in its smallest unit; the stated amount for `fixed`
 */
export function shareOf(strategy: Strategy, raw: bigint): bigint {
  if (raw < 0n) throw new ProtocolError('power-invalid', 'a token answered with a negative amount')
  if (strategy.id === 'fixed') return raw
  const { cap, root, numerator, denominator } = strategy.params
  const capped = cap !== null && raw > BigInt(cap) ? BigInt(cap) : raw
  const rooted = root === 'square' ? integerRoot(capped) : capped
  return (rooted * BigInt(numerator)) / BigInt(denominator)
}

/** What an account had all the while: the least of what a token answered. */
export function leastOf(answers: readonly bigint[]): bigint {
  return answers.reduce((least, answer) => (answer < least ? answer : least))
}

/** Power of an account: the sum of its shares under the rules' total cap. */
export function totalPower(rules: Pick<Rules, 'powerCap'>, shares: readonly bigint[]): bigint {
  const sum = shares.reduce((total, share) => total + share, 0n)
  return rules.powerCap !== null && sum > BigInt(rules.powerCap) ? BigInt(rules.powerCap) : sum
}

/** The chain that a strategy belongs to: its token's; lists and fixed amounts are of the home chain. */
const chainOf = (rules: Pick<Rules, 'chainId'>, strategy: Strategy): number =>
  readsToken(strategy) ? strategy.chainId : rules.chainId

/** Chains that give weight, each once, in the order of the strategies. */
export function weighingChains(rules: Pick<Rules, 'chainId' | 'strategies'>): number[] {
  const chains = new Set(rules.strategies.map((strategy) => chainOf(rules, strategy)))
  return chains.size > 0 ? [...chains] : [rules.chainId]
}

/**
 * Power of an account from the strategies of one chain: what a contract wallet's ballot weighs that was checked
 * there, because the same address may have other owners elsewhere.
 */
export function powerOnChain(rules: Rules, record: Pick<PowerRecord, 'shares'>, chainId: number): bigint {
  const shares = record.shares.filter((_, index) => {
    const strategy = rules.strategies[index]
    return strategy !== undefined && chainOf(rules, strategy) === chainId
  })
  return totalPower(
    rules,
    shares.map(({ share }) => BigInt(share)),
  )
}

/** Power by account and chain, as `powerOnChain`; undefined for an account without a record. */
export type ChainPowers = (account: Address, chainId: number) => bigint | undefined

/** The powers of records by account and chain. */
export function powersByChain(rules: Rules, records: readonly PowerRecord[]): ChainPowers {
  let byAccount: Map<Address, PowerRecord> | undefined
  return (account, chainId) => {
    // Most rounds have no contract wallets, and no use for the table.
    byAccount ??= new Map(records.map((record) => [record.account, record]))
    const record = byAccount.get(account)
    return record && powerOnChain(rules, record, chainId)
  }
}

/** A place in a power record that contradicts the rules. */
export type PowerFault = { field: string; said: Said }

/** Everything in one record that does not follow from the rules and the raw answers; empty for a sound one. */
export function powerFaults(rules: Rules, record: PowerRecord): PowerFault[] {
  const faults: PowerFault[] = []
  if (record.shares.length !== rules.strategies.length)
    return [
      {
        field: 'shares',
        said: said('{shares} shares for {strategies} strategies', {
          shares: record.shares.length,
          strategies: rules.strategies.length,
        }),
      },
    ]
  rules.strategies.forEach((strategy, index) => {
    const share = record.shares[index]
    if (!share) return
    const at = (name: string) => `shares[${index}].${name}`
    for (const { field, said: words } of shareFaults(rules, strategy, index, share))
      faults.push({ field: at(field), said: words })
  })
  const total = totalPower(
    rules,
    record.shares.map((share) => BigInt(share.share)),
  )
  if (total !== BigInt(record.power))
    faults.push({ field: 'power', said: said('the shares give {total}', { total }) })
  return faults
}

function shareFaults(rules: Rules, strategy: Strategy, index: number, share: Share): PowerFault[] {
  const faults: PowerFault[] = []
  if (share.strategy !== index)
    faults.push({ field: 'strategy', said: said('stands at place {place}', { place: index }) })
  for (const name of ['id', 'version'] as const)
    if (share[name] !== strategy[name])
      faults.push({ field: name, said: said('the rules say {value}', { value: strategy[name] }) })
  const expected = shareOf(strategy, BigInt(share.raw))
  if (expected !== BigInt(share.share))
    faults.push({
      field: 'share',
      said: said('{raw} gives {share} under the rules', { raw: share.raw, share: expected }),
    })
  if (strategy.id === 'fixed' && share.raw !== strategy.params.amount)
    faults.push({ field: 'raw', said: said('every voter has {amount}', { amount: strategy.params.amount }) })
  if (readsToken(strategy) && isTokenShare(share)) faults.push(...tokenFaults(rules, strategy, share))
  return faults
}

function tokenFaults(rules: Rules, strategy: TokenStrategy, share: TokenShare): PowerFault[] {
  const faults: PowerFault[] = []
  for (const name of ['chainId', 'token'] as const)
    if (share[name] !== strategy[name])
      faults.push({ field: name, said: said('the rules say {value}', { value: strategy[name] }) })
  faults.push(...readFaults(strategy, { ...share, at: rules.snapshotAt }, ''))
  const { times } = strategy.params
  const { earlier = [], atSnapshot } = share
  if (earlier.map(({ at }) => at).join() !== (times ?? []).join())
    return [...faults, { field: 'earlier', said: said('one read for each time of the strategy, in order') }]
  if ((atSnapshot !== undefined) !== (times !== undefined))
    return [...faults, { field: 'atSnapshot', said: said('stands beside earlier reads, and only there') }]
  earlier.forEach((read, place) => {
    faults.push(...readFaults(strategy, read, `earlier[${place}].`))
  })
  if (atSnapshot === undefined) return faults
  const least = leastOf([atSnapshot, ...earlier.map(({ raw }) => raw)].map(BigInt))
  if (least !== BigInt(share.raw))
    faults.push({ field: 'raw', said: said('the least of the reads is {least}', { least }) })
  return faults
}

type Read = { at: number; block: BlockRecord; timepoint: string | null }

/** Block-clock tokens are asked for the block, timestamp-clock tokens for the time, balances at the block. */
function readFaults(strategy: Strategy, { at, block, timepoint }: Read, prefix: string): PowerFault[] {
  const faults: PowerFault[] = []
  if (block.timestamp > at)
    faults.push({ field: `${prefix}block.timestamp`, said: said('later than the moment that counts') })
  const sound = countsDelegated(strategy)
    ? timepoint === block.number || timepoint === String(at)
    : timepoint === null
  if (!sound)
    faults.push({ field: `${prefix}timepoint`, said: said('neither the block nor the moment that counts') })
  return faults
}

/** Powers by account, for the tally. A record that contradicts the rules is refused with `power-invalid`. */
export function powersByAccount(rules: Rules, records: readonly PowerRecord[]): Map<`0x${string}`, bigint> {
  const powers = new Map<`0x${string}`, bigint>()
  for (const record of records) {
    const [fault] = powerFaults(rules, record)
    if (fault)
      throw new ProtocolError('power-invalid', '{account}, {field}: {fault}', {
        account: record.account,
        field: fault.field,
        fault: fault.said,
      })
    if (powers.has(record.account))
      throw new ProtocolError('power-invalid', '{account} stands twice', { account: record.account })
    powers.set(record.account, BigInt(record.power))
  }
  return powers
}
