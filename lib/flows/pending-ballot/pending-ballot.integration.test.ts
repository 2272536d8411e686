import { afterAll, beforeAll, expect, it } from 'vitest'
import { acceptBallot } from '#lib/flows/accept-ballot/accept-ballot.ts'
import { verifyReceipt } from '#lib/protocol/receipt.ts'
import {
  addressOf,
  type FrozenRound,
  signBallot,
  unsignedBallot,
  votingRoundWith,
} from '#scripts/testing/hold-round.ts'
import { deploySafes, inOwnerOrder, type SafePlan, type Safes, signAsOwner } from '#scripts/testing/safe.ts'
import { accountOf, type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { answerPending } from './answer-pending.ts'
import { pendingView } from './pending-view.ts'
import type { PendingView } from './schema.ts'
import { signPending } from './sign-pending.ts'
import { startPending } from './start-pending.ts'

const HOME = 31_337
const CLIENT = 'a client'

let instance: Instance
let safes: Safes
let safe: SafePlan
let round: FrozenRound
beforeAll(async () => {
  instance = await withInstance()
  safes = await deploySafes(instance)
  safe = await safes.create(['olga', 'pia', 'quin'], 2, 1n)
  round = await votingRoundWith(instance, { anna: 1n }, ['One', 'Two'], {}, { anna: safe.address })
})
afterAll(() => instance.stop())

async function start(of: SafePlan = safe, sequence = '1', change: Partial<FrozenRound> = {}) {
  const at = { ...round, ...change }
  const overrides = { sequence, validUntil: String(round.rules.closesAt) }
  const ballot = await unsignedBallot(instance, at, of.address, [1], overrides)
  return startPending(instance.services, round.roundId, {
    body: { signingChain: HOME, ballot },
    client: CLIENT,
  })
}

const act = ({ key }: PendingView, body: Parameters<typeof signPending>[2]['body']) =>
  signPending(instance.services, { roundId: round.roundId, key }, { body, client: CLIENT })

const sign = async (pending: PendingView, owner: string, of: SafePlan = safe) =>
  act(pending, { signature: await signAsOwner(owner, of.address, pending.digest, HOME) })

const later = async (days: number) => instance.moveTo((await instance.now()) + Math.round(days * 600))
const signers = ({ signed }: PendingView) => signed.map(({ owner }) => owner)
const failing = (code: string) => expect.objectContaining({ code })

it('waits for two of three, in two sittings, and sends with the second', async () => {
  const pending = await start()
  expect(pending).toMatchObject({
    state: 'collecting',
    signed: [],
    receipt: null,
    safe: { owners: ['olga', 'pia', 'quin'].map(addressOf), threshold: 2 },
  })
  expect((await act(pending, {})).state).toBe('collecting')
  const first = await sign(pending, 'quin')
  expect([first.state, signers(first)]).toEqual(['collecting', [addressOf('quin')]])
  await later(0.5)
  const again = await sign(pending, 'quin')
  expect([again.state, signers(again)]).toEqual(['collecting', [addressOf('quin')]])
  await expect(sign(pending, 'stranger')).rejects.toEqual(failing('not-an-owner'))
  await expect(act(pending, { signature: '0x1234' })).rejects.toEqual(failing('signature-malformed'))

  const done = await sign(pending, 'olga')
  expect(done).toMatchObject({ state: 'taken', refused: null })
  const { receipt } = done
  if (!receipt) throw new Error('a taken ballot has a receipt')
  await verifyReceipt(receipt, { rules: round.rules, operator: addressOf('operator') })
  expect(receipt.leaf.check).toMatchObject({ kind: 'erc1271', chainId: HOME })
  expect((await sign(pending, 'pia')).receipt).toEqual(receipt)

  const answer = answerPending(new Request('http://localhost/'), done)
  expect(answer.headers.get('set-cookie')).toContain(receipt.leaf.random16.slice(2))
  const early = answerPending(new Request('http://localhost/'), first)
  expect(early.headers.get('set-cookie')).toBeNull()
})

it('sends both signatures when two owners sign at once', async () => {
  const pending = await start(safe, '2')
  await Promise.all([sign(pending, 'olga'), sign(pending, 'pia')])
  expect((await act(pending, {})).state).toBe('taken')
  const leaves = await instance.services.db.logLeaf.count({ where: { ballotDigest: pending.digest } })
  expect(leaves).toBe(1)
})

it('lets go of who is no owner any more, says so, and counts who has come', async () => {
  const changing = await safes.create(['olga', 'rosa'], 2, 2n)
  const pending = await start(changing)
  await sign(pending, 'rosa', changing)
  await safes.swapOwner(changing, ['olga', 'rosa'], 'rosa', 'sven')
  const { services } = instance
  const { votingRound } = await import('#lib/flows/accept-ballot/voting-round.ts')
  const seen = await pendingView(services, await votingRound(services, round.roundId), pending.key)
  expect(seen).toMatchObject({ signed: [], gone: [addressOf('rosa')] })
  await expect(sign(pending, 'rosa', changing)).rejects.toEqual(failing('not-an-owner'))
  const next = await sign(pending, 'olga', changing)
  expect(next).toMatchObject({ state: 'collecting', gone: [] })
  await later(0.05)
  expect((await sign(pending, 'sven', changing)).state).toBe('taken')
})

it('takes a Safe that signed on chain instead', async () => {
  const other = await safes.create(['olga', 'pia'], 2, 3n)
  const pending = await start(other)
  await expect(act(pending, { onChain: true })).rejects.toEqual(failing('safe-not-signed'))
  await safes.approve(other, ['olga', 'pia'], pending.digest)
  await later(0.05)
  const done = await act(pending, { onChain: true })
  expect([done.state, done.receipt?.leaf.signature]).toEqual(['taken', '0x'])
})

it('says that a newer ballot of the Safe came first, and keeps saying it', async () => {
  const other = await safes.create(['pia', 'quin'], 2, 4n)
  await later(0.05)
  const pending = await start(other, '1')
  await sign(pending, 'pia', other)
  const newer = await start(other, '2')
  const signatures = await Promise.all(
    ['pia', 'quin'].map(async (owner) => ({
      owner,
      signature: await signAsOwner(owner, other.address, newer.digest, HOME),
    })),
  )
  const post = { signingChain: HOME, ballot: newer.ballot, signature: inOwnerOrder(signatures) }
  expect((await acceptBallot(instance.services, round.roundId, post)).kind).toBe('accepted')
  const done = await sign(pending, 'quin', other)
  expect(done).toMatchObject({ state: 'refused', refused: { code: 'sequence-used' }, receipt: null })
  await expect(sign(pending, 'quin', other)).rejects.toEqual(failing('pending-over'))
})

it('keeps nothing for an account without a Safe, for another round, or under another key', async () => {
  const nobody = { address: addressOf('anna'), owners: [], create: safe.create }
  await expect(start(nobody)).rejects.toEqual(failing('safe-unknown'))
  await expect(start({ ...nobody, address: round.rules.collection })).rejects.toEqual(failing('safe-unknown'))
  const root = { candidateRoot: `0x${'ab'.repeat(32)}` as const }
  await expect(start(safe, '9', root)).rejects.toEqual(failing('ballot-root'))
  const key = 'A'.repeat(32)
  await expect(act({ key } as PendingView, {})).rejects.toEqual(failing('pending-unknown'))
  const signed = await signBallot('olga', (await start(safe, '9')).ballot, round.rules, HOME)
  expect(accountOf('olga').address).toBeTruthy()
  await expect(act(await start(safe, '9'), { signature: signed })).rejects.toEqual(failing('not-an-owner'))
})

it('is over when the round is', async () => {
  const pending = await start(safe, '9')
  await sign(pending, 'olga')
  await instance.moveTo(round.rules.closesAt)
  await expect(sign(pending, 'pia')).rejects.toEqual(failing('pending-over'))
  await expect(start(safe, '10')).rejects.toEqual(failing('ballot-window'))
})
