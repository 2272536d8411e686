import { describe, expect, test } from 'vitest'
import { candidateRootOf } from '#lib/protocol/candidates.ts'
import { judgeLeaf } from '#lib/protocol/judge-lines.ts'
import type { Leaf } from '#lib/protocol/leaf.ts'
import type { ChainReader } from './chain-reader.ts'
import type { Report } from './report.ts'
import { sampleReader } from './sample-chain.ts'
import { blockAt, leafOf, OPENS, sampleBlock } from './sample-facts.ts'
import { sampleRound } from './sample-round.ts'
import { extendedRound, postedWallet, WALLET_AT, walletCheck, walletLeaf } from './sample-wallets.ts'
import { verifyBundle } from './verify.ts'

const plain = await sampleRound()
const leaf = await walletLeaf(plain)
const voted = await extendedRound(plain, { leaves: [leaf] })
const candidateRoot = candidateRootOf(plain.input.candidates)
const WALLET_VOTE = { voter: 'wallet', choices: '#3', sequence: 1, at: WALLET_AT }
const key = await leafOf(plain.roundId, candidateRoot, WALLET_VOTE, 0)
const posted = postedWallet(await walletLeaf(plain, { at: OPENS + 7200 }))
const answering = (answer: () => Promise<boolean>, round = voted): ChainReader => ({
  ...sampleReader(round),
  takesSignature: answer,
})
const takes = async () => true
const refuses = async () => false
const silent = () => Promise.reject(new Error('no archive'))
const colourOf = (report: Report, id: string) => report.checks.find((check) => check.id === id)?.colour
const codesOf = (report: Report, id: string) =>
  report.checks.find((check) => check.id === id)?.findings.map(({ code }) => code)

/** What is said of the leaf alone. */
async function verdictOn(change: Partial<Leaf>) {
  const { rules, candidates } = plain.input
  const { roundId } = plain
  const round = { rules, roundId, candidateRoot, candidateCount: candidates.length, openingBlock: null }
  const verdict = await judgeLeaf(round, { ...leaf, ...change })
  return verdict.kind === 'refused' ? verdict.code : verdict.kind
}

describe('what a leaf may say of its signature', () => {
  test.each<[string, Partial<Leaf>, string]>([
    ['a contract that took it', {}, 'sound'],
    ['a key that did not', { check: { kind: 'ecdsa' } }, 'signature-malformed'],
    ['a contract where the key signed', { signature: key.signature }, 'signature-check'],
    ['the key that signed', { signature: key.signature, check: { kind: 'ecdsa' } }, 'sound'],
    ['ERC-6492 without its mark', { check: walletCheck({ kind: 'erc6492' }) }, 'signature-check'],
    ['ERC-1271 with that mark', { signature: `0x00${'6492'.repeat(16)}` }, 'signature-check'],
    ['a chain that gives no weight', { check: walletCheck({ chainId: 10 }) }, 'signature-check'],
  ])('%s: %s', async (_, change, verdict) => {
    expect(await verdictOn(change)).toBe(verdict)
  })
})

describe('a ballot of a contract wallet in the log', () => {
  test('counts, and is attested where no chain was asked', async () => {
    const report = await verifyBundle(voted.files)
    expect(colourOf(report, '4')).toBe('attested')
    expect(codesOf(report, '4')).toEqual(['wallet-recorded'])
    expect(report.contractWallets).toEqual({ ballots: 1, power: '5000000000', winnersChange: true })
    expect(voted.bundle.result.turnout.voters).toBe(plain.bundle.result.turnout.voters + 1)
  })

  test('is right where the contract took it after that block', async () => {
    const asked: unknown[] = []
    const chain = answering(takes)
    const takesSignature: ChainReader['takesSignature'] = async (question, number) => {
      asked.push(question.account, question.signature, number)
      return true
    }
    const report = await verifyBundle(voted.files, { chain: { ...chain, takesSignature } })
    expect(asked).toEqual([leaf.ballot.voter, leaf.signature, walletCheck().blockNumber])
    expect(report).toMatchObject({ colour: 'attested', exitCode: 0 })
    expect(report.contractWallets.ballots).toBe(0)
  })

  test('is red, and nothing is counted, where it did not', async () => {
    const report = await verifyBundle(voted.files, { chain: answering(refuses) })
    const [finding] = report.checks.find(({ id }) => id === '4')?.findings ?? []
    expect(finding).toMatchObject({
      code: 'signature-mismatch',
      file: 'log/000000.jsonl',
      line: 7,
      field: 'signature',
    })
    expect(colourOf(report, '7')).toBe('unknown')
  })

  test('is unknown where the chain cannot tell', async () => {
    const report = await verifyBundle(voted.files, { chain: answering(silent) })
    expect(colourOf(report, '4')).toBe('unknown')
    expect(report.exitCode).toBe(2)
    expect(report.contractWallets.ballots).toBe(1)
  })

  test('is said to decide nothing where the winners are the same without it', async () => {
    const abstains = await walletLeaf(plain, { choices: '-' })
    const report = await verifyBundle((await extendedRound(plain, { leaves: [abstains] })).files)
    expect(report.contractWallets).toEqual({ ballots: 1, power: '5000000000', winnersChange: false })
  })

  test('has no power once its voter has a later ballot by key', async () => {
    const later = await leafOf(plain.roundId, candidateRoot, { ...WALLET_VOTE, sequence: 2 }, 7)
    const report = await verifyBundle((await extendedRound(plain, { leaves: [leaf, later] })).files)
    expect(report.contractWallets).toEqual({ ballots: 1, power: '0', winnersChange: false })
  })

  const blockTimed = (seconds: number) => {
    const { number, hash } = sampleBlock(blockAt(WALLET_AT + seconds))
    return { blockNumber: number, blockHash: hash }
  }
  test.each<[string, object, string]>([
    ['a block of another hash', { blockHash: `0x${'ab'.repeat(32)}` }, 'block-differs'],
    ['a block after the ballot', blockTimed(60), 'wallet-time'],
    ['a block a quarter of an hour before', blockTimed(-960), 'wallet-time'],
    ['a block that does not exist', { blockNumber: '99999' }, 'block-differs'],
  ])('is red with %s', async (_, change, code) => {
    const other = await extendedRound(plain, { leaves: [{ ...leaf, check: walletCheck(change) }] })
    const report = await verifyBundle(other.files, { chain: answering(takes, other) })
    expect(codesOf(report, '4')).toContain(code)
    expect(report.exitCode).toBe(1)
  })

  test.each<[string, object]>([
    ['after a block that is later', blockTimed(9 * 3600)],
    ['before one that is long before', { ...blockTimed(-4000) }],
  ])('is red without a chain, asked %s', async (_, change) => {
    const other = await extendedRound(plain, { leaves: [{ ...leaf, check: walletCheck(change) }] })
    expect(codesOf(await verifyBundle(other.files), '4')).toContain('wallet-time')
  })

  test('is red without a chain, asked at a block that has another hash elsewhere in the bundle', async () => {
    const { anchor } = plain.input.evidence.opening
    const check = walletCheck({ blockNumber: anchor.blockNumber, blockHash: `0x${'ab'.repeat(32)}` })
    const other = await extendedRound(plain, { leaves: [{ ...leaf, check }] })
    expect(codesOf(await verifyBundle(other.files), '4')).toContain('block-differs')
    const same = await extendedRound(plain, {
      leaves: [{ ...leaf, check: { ...check, blockHash: anchor.blockHash } }],
    })
    expect(codesOf(await verifyBundle(same.files), '4')).not.toContain('block-differs')
  })
})

describe('a posted ballot that no key signed', () => {
  test('is unknown without a chain, and so is the result', async () => {
    for (const counted of [true, false]) {
      const round = await extendedRound(plain, { posted: [posted], takes: counted })
      const report = await verifyBundle(round.files)
      expect(report.exitCode).toBe(2)
      expect(['4', '6', '7', '7b'].map((id) => colourOf(report, id))).toEqual(Array(4).fill('unknown'))
      expect(codesOf(report, '4')).toEqual(['needs-chain'])
    }
  })

  test('counts where the contract took it after the block of its posting, and not where it did not', async () => {
    for (const counted of [true, false]) {
      const round = await extendedRound(plain, { posted: [posted], takes: counted })
      const chain = answering(counted ? takes : refuses, round)
      const report = await verifyBundle(round.files, { chain })
      expect(report).toMatchObject({ colour: 'attested', exitCode: 0 })
      const other = answering(counted ? refuses : takes, round)
      expect((await verifyBundle(round.files, { chain: other })).exitCode).toBe(1)
    }
  })

  test('is unknown where the chain cannot tell', async () => {
    const round = await extendedRound(plain, { posted: [posted] })
    const report = await verifyBundle(round.files, { chain: answering(silent, round) })
    expect(report.exitCode).toBe(2)
    expect(codesOf(report, '4')).toEqual(['chain-unreadable'])
  })
})
