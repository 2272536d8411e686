import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { leafHashesFrom, listHeads } from '#lib/ballots/data.ts'
import { committedTree } from '#lib/ballots/log-trees.ts'
import type { BallotPost } from '#lib/protocol/ballot.ts'
import { logRoot } from '#lib/protocol/log-tree.ts'
import { verifyReceipt } from '#lib/protocol/receipt.ts'
import { verifyRefusal } from '#lib/protocol/refusal.ts'
import { addressOf, frozenRound, signedBallot, votingRoundWith } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { acceptBallot } from './accept-ballot.ts'
import type { Appended } from './append-batch.ts'
import { intakeFor } from './intake.ts'
import { refusedAnswer } from './refused-answer.ts'
import { votingRound } from './voting-round.ts'

type HeldRound = Awaited<ReturnType<typeof votingRoundWith>>

let instance: Instance
let round: HeldRound
beforeAll(async () => {
  instance = await withInstance()
  round = await votingRoundWith(instance, { anna: 1n }, ['One', 'Two', 'Three'])
})
afterAll(() => instance.stop())

const operator = addressOf('operator')
const post = (ballot: BallotPost) => acceptBallot(instance.services, round.roundId, ballot)

/** Sends a ballot that must be refused, checks the operator's signature under the refusal, and answers its body. */
async function refusedFor(ballot: BallotPost, at: HeldRound = round) {
  const answer = await acceptBallot(instance.services, at.roundId, ballot)
  if (answer.kind !== 'refused') throw new Error('the ballot was taken')
  const home = at.rules
  await verifyRefusal(answer.refusal, { home, roundId: at.roundId, operator })
  const body = refusedAnswer(answer)
  expect(body.title).not.toBe('')
  return body
}

const ballot = (overrides: Partial<BallotPost['ballot']> = {}, voter = 'dora') =>
  signedBallot(instance, round, voter, [1, 2], overrides)

it.each([
  ['for another round', { round: `0x${'ab'.repeat(32)}` as const }, 'ballot-round'],
  ['for another list of works', { candidateRoot: `0x${'ab'.repeat(32)}` as const }, 'ballot-root'],
  ['that has expired', { validUntil: '1000' }, 'ballot-expired'],
  ['dated ahead', { issuedAt: '4000000000' }, 'ballot-issued-in-future'],
  ['whose sequence is too high', { sequence: '1001' }, 'sequence-too-high'],
  ['with malformed choices', { choices: '#1,#2' }, 'choices-malformed'],
  ['with choices out of order', { choices: '#2 #1' }, 'choices-order'],
  ['for an unknown work', { choices: '#4' }, 'choices-unknown'],
  ['by another method', { method: 'ranked' }, 'ballot-method'],
])('refuses a ballot %s, signed and kept', async (_, overrides, code) => {
  expect(await refusedFor(await ballot(overrides))).toMatchObject({ code, lastSequence: null })
  const kept = await instance.services.db.refusal.findMany({ where: { code, voter: addressOf('dora') } })
  expect(kept).toHaveLength(1)
})

it('refuses what another account signed, and does not keep that', async () => {
  const { signature } = await ballot({}, 'eve')
  const refused = await refusedFor({ ...(await ballot()), signature })
  expect(refused.code).toBe('signature-mismatch')
  expect(await instance.services.db.refusal.count({ where: { code: 'signature-mismatch' } })).toBe(0)
})

it('answers what is no ballot at all without a signature', async () => {
  const body = { signingChain: 31337, ballot: {}, signature: '0x' }
  await expect(acceptBallot(instance.services, round.roundId, body)).rejects.toMatchObject({
    code: 'schema-invalid',
  })
})

it('gives the receipt again for the same ballot, and tells a replaced voter their last sequence', async () => {
  const first = await ballot({ sequence: '7' }, 'fay')
  const receipt = await post(first)
  const again = await post(first)
  expect(again).toEqual(receipt)
  const other = await ballot({ sequence: '7', note: 'another' }, 'fay')
  expect(await refusedFor(other)).toMatchObject({ code: 'sequence-used', status: 409, lastSequence: '7' })
})

it('logs a ballot without power: weight is judged in counting', async () => {
  expect((await post(await ballot({}, 'nobody-with-votes'))).kind).toBe('accepted')
})

it('logs 200 ballots that come at once, each once, under heads that continue each other', async () => {
  const before = await instance.services.db.logLeaf.count({ where: { roundRowId: round.rowId } })
  const ballots = await Promise.all(Array.from({ length: 200 }, (_, n) => ballot({}, `voter ${n}`)))
  const answers = await Promise.all([...ballots, ...ballots.slice(0, 20)].map(post))
  for (const answer of answers) {
    if (answer.kind !== 'accepted') throw answer.error
    await verifyReceipt(answer.receipt, { rules: round.rules, operator })
  }
  const hashes = await leafHashesFrom(instance.services.db, round.rowId, 0)
  expect(hashes).toHaveLength(before + 200)
  const heads = await listHeads(instance.services.db, round)
  expect(heads.length).toBeLessThan(200)
  for (const { size, head } of heads) expect(head.root).toBe(logRoot(hashes.slice(0, size)))
})

it('reads each leaf hash once, however many ask for their receipts again', async () => {
  const { services } = instance
  let read = 0
  const db = services.db.$extends({
    query: {
      logLeaf: {
        async findMany({ args, query }) {
          const rows = await query(args)
          read += rows.length
          return rows
        },
      },
    },
  }) as typeof services.db
  const ballots = await Promise.all(Array.from({ length: 30 }, (_, n) => ballot({}, `asks ${n}`)))
  const given = await Promise.all(ballots.map(post))
  const again = () =>
    Promise.all(ballots.map((entry) => acceptBallot({ ...services, db }, round.roundId, entry)))
  const receiptsOf = (answers: Awaited<ReturnType<typeof again>>) =>
    answers.map((answer) => (answer.kind === 'accepted' ? answer.receipt : answer.error))
  expect(receiptsOf(await again())).toEqual(receiptsOf(given))
  const size = await services.db.logLeaf.count({ where: { roundRowId: round.rowId } })
  expect(read).toBe(size)
  const later = await post(await ballot({}, 'asks later'))
  expect(receiptsOf(await again())).toEqual(receiptsOf(given))
  expect(read).toBe(size + 1)
  const tree = await committedTree(db, round.rowId)
  if (later.kind !== 'accepted') throw later.error
  expect(tree.root()).toBe(later.receipt.head.root)
})

it('keeps one log when two processes append, and none of a batch that fails', async () => {
  const { services } = instance
  const [one, two] = [intakeFor(services), intakeFor(services)]
  const voting = await votingRound(services, round.roundId)
  const posts = await Promise.all(Array.from({ length: 40 }, (_, n) => ballot({}, `twin ${n}`)))
  const failing = intakeFor({
    ...services,
    operator: () => {
      throw new Error('the key is gone')
    },
  })
  const [first] = posts
  if (!first) throw new Error('no ballot')
  await expect(failing.take(voting, first)).rejects.toThrow('the key is gone')
  const outcomes = await Promise.all(posts.map((entry, n) => (n % 2 === 0 ? one : two).take(voting, entry)))
  expect(outcomes.every(({ kind }) => kind === 'receipt')).toBe(true)
  const rows = await services.db.logLeaf.findMany({
    where: { roundRowId: round.rowId },
    orderBy: { index: 'asc' },
  })
  expect(rows.map(({ index }) => index)).toEqual(rows.map((_, n) => n))
  expect(rows.every((row, n) => n === 0 || row.acceptedAt >= (rows[n - 1]?.acceptedAt ?? 0n))).toBe(true)
})

it('judges what comes while a batch is written, and writes all of it in the next', async () => {
  const { services } = instance
  const intake = intakeFor(services)
  const voting = await votingRound(services, round.roundId)
  const { signature } = await ballot({}, 'eve')
  const forged = { ...(await ballot({}, 'waits')), signature }
  const [first, ...rest] = await Promise.all(Array.from({ length: 21 }, (_, n) => ballot({}, `waits ${n}`)))
  if (!first) throw new Error('no ballot')
  const letGo = Promise.withResolvers<void>()
  const isHeld = Promise.withResolvers<void>()
  const holding = services.db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT id FROM "Round" WHERE id = ${round.rowId}::uuid FOR NO KEY UPDATE`
      isHeld.resolve()
      await letGo.promise
    },
    { timeout: 20_000 },
  )
  await isHeld.promise
  const begun = intake.take(voting, first)
  await expect(intake.take(voting, forged)).resolves.toMatchObject({ kind: 'refused' })
  const waiting = rest.map((entry) => intake.take(voting, entry))
  await expect(intake.take(voting, forged)).resolves.toMatchObject({ kind: 'refused' })
  letGo.resolve()
  await holding
  const sizeOf = (outcome: Appended) =>
    outcome.kind === 'receipt' ? Number(outcome.receipt.head.size) : outcome.kind
  const alone = sizeOf(await begun)
  expect(new Set((await Promise.all(waiting)).map(sizeOf))).toEqual(new Set([Number(alone) + rest.length]))
})

it('refuses the same way in a second copy of the code, as the bundle of Next is one beside its hook', async () => {
  const { signature } = await ballot({}, 'eve')
  const forged = { ...(await ballot()), signature }
  expect((await refusedFor(forged)).code).toBe('signature-mismatch')
  vi.resetModules()
  const copy = await import('./accept-ballot.ts')
  expect(copy.acceptBallot).not.toBe(acceptBallot)
  const answer = await copy.acceptBallot(instance.services, round.roundId, forged)
  expect(answer).toMatchObject({ kind: 'refused', error: { code: 'signature-mismatch' } })
})

it('takes nothing before the opening, after the close, or in a round that nobody opened', async () => {
  const unopened = await frozenRound(instance, { gina: 1n })
  const early = await signedBallot(instance, unopened, 'gina', [1])
  expect((await refusedFor(early, unopened)).code).toBe('ballot-window')
  await instance.moveTo(Math.max(round.rules.closesAt, await instance.now()))
  expect((await refusedFor(await ballot({}, 'late'))).code).toBe('ballot-window')
})
