import fc from 'fast-check'
import { decodeFunctionData } from 'viem'
import { describe, expect, it } from 'vitest'
import { sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { verifyConsistency } from '#lib/protocol/log-tree.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { roundIdOf } from '#lib/protocol/rules.ts'
import { anchorLag } from './anchor-lag.ts'
import { COLLECTION_CALLS } from './collection-calls.ts'
import {
  describeFraud,
  droppedProof,
  type Fraud,
  fraudKey,
  type RoundOnChain,
  stepsFor,
} from './fraud-evidence.ts'
import { CLOSES, OPENS, sampleRules } from './sample-facts.ts'
import type { SeenHead } from './watch-log.ts'

const rules = sampleRules()
const round = { roundId: roundIdOf(rules), rules }
const operator: Address = `0x${'0a'.repeat(20)}`
const hashesOf = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => sha256Bytes32(utf8(`${name} ${index}`)))

function seen(size: number, root: Bytes32, source: SeenHead['source'] = 'server'): SeenHead {
  const head = { round: round.roundId, size: String(size), root, signedAt: String(OPENS) }
  return { head, signature: `0x${'11'.repeat(65)}`, signer: operator, source }
}

const log = new LogTree(hashesOf('leaf', 20))
const fork = new LogTree(hashesOf('forked', 20))
const voting: RoundOnChain = { operator, anchoredSize: 4, sealed: null, frozen: false }
const sealed: RoundOnChain = { ...voting, anchoredSize: 20, sealed: { size: 20, root: log.root() } }
const names = (fraud: Fraud, chain: RoundOnChain | null, tree: LogTree | null = null) =>
  stepsFor(fraud, round, chain, tree).map(({ name }) => name)

describe('what can be sent', () => {
  it('for two logs of one size is their two heads, at once', () => {
    const fraud: Fraud = {
      kind: 'equivocation',
      denied: seen(9, log.root(9), 'record'),
      by: seen(9, fork.root(9)),
    }
    const [step] = stepsFor(fraud, round, null, null)
    expect(step).toMatchObject({ name: 'proveEquivocation', to: rules.collection, until: null })
    const { functionName, args } = decodeFunctionData({ abi: COLLECTION_CALLS, data: step?.data ?? '0x' })
    expect(functionName).toBe('proveEquivocation')
    expect(args).toMatchObject([
      round.roundId,
      { size: 9n, root: log.root(9), signedAt: BigInt(OPENS) },
      { size: 9n, root: fork.root(9) },
    ])
    expect(names(fraud, { ...voting, frozen: true })).toEqual([])
  })

  it('for a log that shrank is the larger head, while it can be anchored', () => {
    const fraud: Fraud = { kind: 'shrank', denied: seen(9, log.root(9), 'record'), by: seen(7, log.root(7)) }
    const [step] = stepsFor(fraud, round, voting, null)
    expect(step).toMatchObject({ name: 'anchorHead', until: CLOSES + rules.sealGrace })
    expect(names(fraud, { ...voting, anchoredSize: 9 })).toEqual([])
    expect(names(fraud, { ...voting, operator: rules.treasury })).toEqual([])
    expect(names(fraud, sealed, log)).toEqual([])
  })

  it('for a dropped receipt is its head and the way from the sealed log, once that is sealed', () => {
    const dropped: Fraud = {
      kind: 'dropped',
      denied: seen(9, fork.root(9), 'receipt'),
      by: seen(20, log.root()),
    }
    expect(names(dropped, voting)).toEqual(['anchorHead'])
    expect(names(dropped, sealed, null)).toEqual([])
    expect(names(dropped, sealed, log)).toEqual(['proveDropped'])
    const beyond: Fraud = {
      kind: 'dropped',
      denied: seen(21, fork.root(), 'receipt'),
      by: { size: 20, root: log.root() },
    }
    expect(stepsFor(beyond, round, sealed, null)).toMatchObject([{ name: 'proveDropped', proof: [] }])
  })

  it('for a rewritten log is whichever head the seal denies', () => {
    const fraud: Fraud = {
      kind: 'rewritten',
      denied: seen(20, log.root(), 'record'),
      by: seen(22, fork.root()),
    }
    const [step] = stepsFor(fraud, round, sealed, log)
    const { args } = decodeFunctionData({ abi: COLLECTION_CALLS, data: step?.data ?? '0x' })
    expect(args).toMatchObject([round.roundId, { size: 22n }, []])
  })

  it('for a head of a stranger is nothing', () => {
    const denied = { ...seen(9, log.root(9)), signer: null, source: 'server' } as const
    const fraud: Fraud = { kind: 'foreign-head', denied, by: null }
    expect(names(fraud, voting)).toEqual([])
    expect(describeFraud(fraud)).toContain('signed by nobody')
  })
})

describe('the proof of a dropped head', () => {
  it('leads from the sealed root to another beginning, at every size', () => {
    const size = fc.integer({ min: 1, max: 19 })
    fc.assert(
      fc.property(size, (first) => {
        const proof = droppedProof(seen(first, fork.root(first)), { size: 20, root: log.root() }, log)
        const isPower = Number.isInteger(Math.log2(first))
        expect(proof?.[0]).toBe(isPower ? log.root(first) : log.consistencyPath(first)[0])
        const path = isPower ? (proof?.slice(1) ?? []) : (proof ?? [])
        const roots = { firstRoot: log.root(first), secondRoot: log.root() }
        expect(verifyConsistency({ first, second: 20, path, ...roots })).toBe(true)
      }),
    )
  })

  it.each([
    ['the sealed log continues it', seen(9, log.root(9)), log],
    ['it is the sealed log', seen(20, log.root()), log],
    ['the leaves at hand are not the sealed log', seen(9, log.root(9)), fork],
    ['there are no leaves at hand', seen(9, fork.root(9)), null],
  ])('is none when %s', (_name, head, tree) => {
    expect(droppedProof(head, { size: 20, root: log.root() }, tree)).toBeNull()
  })
})

it('names one fraud once, from either side', () => {
  const [a, b] = [seen(9, log.root(9)), seen(9, fork.root(9))]
  const key = fraudKey({ kind: 'equivocation', denied: a, by: b })
  expect(fraudKey({ kind: 'equivocation', denied: b, by: a })).toBe(key)
  const rewritten = (by: SeenHead) => fraudKey({ kind: 'rewritten', denied: a, by })
  expect(rewritten(seen(12, fork.root(12)))).toBe(rewritten(seen(14, fork.root(14))))
  expect(fraudKey({ kind: 'dropped', denied: a, by: { size: 20, root: log.root() } })).toMatch(/^sealed 9:/)
})

describe('an anchor', () => {
  const anchored = { size: 4, time: OPENS + 3600 }
  const due = OPENS + 7200
  it.each([
    ['covers the log', { size: 4, anchored, now: CLOSES }, 'covered'],
    ['is not due', { size: 5, anchored, now: due }, 'waiting'],
    ['is late by less than what a block may take', { size: 5, anchored, now: due + 900 }, 'waiting'],
    ['is overdue', { size: 5, anchored, now: due + 901 }, 'overdue'],
    ['is overdue from the opening on', { size: 1, anchored: null, now: OPENS + 3600 + 901 }, 'overdue'],
    [
      'follows a ballot after a long silence',
      { size: 5, anchored, grewAt: due + 5000, now: due + 5900 },
      'waiting',
    ],
    [
      'is still to come after the close',
      { size: 5, anchored: { size: 4, time: CLOSES - 60 }, now: CLOSES + 299 },
      'waiting',
    ],
    ['has to come now', { size: 5, anchored, now: CLOSES + 300 }, 'seal-now'],
    ['comes too late', { size: 5, anchored, now: CLOSES + 600 }, 'too-late'],
  ] as const)('%s', (_name, given, lag) => {
    expect(anchorLag(rules, { grewAt: OPENS, ...given })).toBe(lag)
  })
})
