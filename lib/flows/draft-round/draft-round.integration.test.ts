import { X509Certificate } from 'node:crypto'
import { parseEventLogs } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { collectionAbi } from '#contracts-abi/collection.ts'
import { endMissed, numberCandidates } from '#lib/flows/open/number-candidates.ts'
import { openingFor } from '#lib/flows/open/opening.ts'
import { contentOf, fileOf } from '#lib/flows/publish/content.ts'
import { roundOnChain } from '#lib/flows/round-on-chain.ts'
import { dueRounds } from '#lib/flows/sweep/due-rounds.ts'
import { AppError } from '#lib/platform/errors.ts'
import { sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { roundIdOf } from '#lib/protocol/rules.ts'
import { findRound } from '#lib/rounds/data.ts'
import { createRoundSchema } from '#lib/rounds/schema.ts'
import { hangWorks } from '#scripts/testing/hang-works.ts'
import { addressOf, frozenRound, sendCall } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { createRound } from './create-round.ts'
import { cancelRound, freezeRound } from './freeze-round.ts'

let instance: Instance
beforeAll(async () => {
  instance = await withInstance()
})
afterAll(() => instance.stop())

const director = addressOf('director')

it('freezes once, and only for the director', async () => {
  const round = await frozenRound(instance, { anna: 1n })
  expect(roundIdOf(round.rules)).toBe(round.roundId)
  expect(round.rulesText).toContain('"protocol":"verso/1"')
  await expect(freezeRound(instance.services, round.rowId, director)).rejects.toMatchObject({
    code: 'round-frozen',
  })
  const stranger = cancelRound(instance.services, { id: round.roundId, reason: 'No.' }, addressOf('eve'))
  await expect(stranger).rejects.toMatchObject({ code: 'not-director' })
})

it('freezes the limits of a method, and refuses by field what it does not allow', async () => {
  const points = await frozenRound(instance, { anna: 1n }, { method: 'score', maxScore: 7 })
  expect(points.rules).toMatchObject({ method: 'score', limits: { maxScore: 7, maxChoices: 40 } })
  const crowd = frozenRound(instance, { anna: 1n }, { method: 'ranked', maxCandidates: 201 })
  await expect(crowd).rejects.toMatchObject({
    code: 'rules-invalid',
    fields: { maxCandidates: expect.stringContaining('at most 200 works') },
  })
})

it('names the root of the pictures on chain, and hands out the very certificate', async () => {
  const { services } = instance
  const round = await frozenRound(instance, { anna: 1n })
  const certificate = await services.rootCertificate()
  expect(new X509Certificate(certificate).ca).toBe(true)
  expect(round.rules.c2paRoot).toBe(sha256Bytes32(certificate))

  await hangWorks(services, round.rowId, ['One'])
  await instance.moveTo(round.rules.submissionsCloseAt)
  await numberCandidates(services, round.rowId)
  const hash = await sendCall(instance, 'director', (await openingFor(services, round.roundId)).call)
  const { logs } = await instance.client.getTransactionReceipt({ hash })
  const [opened] = parseEventLogs({ abi: collectionAbi, logs, eventName: 'RoundOpened' })
  expect(opened?.args.opening.c2paRoot).toBe(round.rules.c2paRoot)

  const named = opened?.args.opening.c2paRoot ?? ZERO_BYTES32
  expect(await fileOf(services, rawCidOf(named))).toEqual({
    bytes: certificate,
    mime: 'application/pkix-cert',
  })
  const draft = await services.storage.put(utf8('a certificate that no round names'))
  expect(await contentOf(services, rawCidOf(`0x${draft}`))).toBeNull()
})

it('names the root that is there when submissions open, whatever the draft said', async () => {
  const { services } = instance
  const round = await frozenRound(instance, { anna: 1n })
  const input = createRoundSchema.parse({
    community: round.community.slug,
    title: 'Moved',
    brief: 'Boats by day.',
  })
  const draft = await createRound(services, input, director)
  const moved = utf8('another root certificate')
  const elsewhere = { ...services, rootCertificate: async () => moved }
  expect(draft.rules.c2paRoot).toBe(round.rules.c2paRoot)
  expect((await freezeRound(elsewhere, draft.rowId, director)).rules.c2paRoot).toBe(sha256Bytes32(moved))
})

it('drafts and freezes nothing without a root', async () => {
  const { services } = instance
  const round = await frozenRound(instance, { anna: 1n })
  const rootless = {
    ...services,
    rootCertificate: () => Promise.reject(new AppError('credentials-unusable')),
  }
  const input = createRoundSchema.parse({
    community: round.community.slug,
    title: 'Rootless',
    brief: 'None.',
  })
  await expect(createRound(rootless, input, director)).rejects.toMatchObject({ code: 'credentials-unusable' })
  const draft = await createRound(services, input, director)
  await expect(freezeRound(rootless, draft.rowId, director)).rejects.toMatchObject({
    code: 'credentials-unusable',
  })
  expect(await findRound(services.db, draft.rowId)).toMatchObject({ status: 'draft', roundId: null })
})

it('tells the director what is missing until the round can be opened', async () => {
  const { services } = instance
  const round = await frozenRound(instance, { anna: 1n })
  expect((await openingFor(services, round.roundId)).missing).toEqual(['submissions-running'])
  await numberCandidates(services, round.rowId)
  expect((await findRound(services.db, round.rowId))?.candidateRoot).toBeNull()
  await instance.moveTo(round.rules.submissionsCloseAt)
  expect((await openingFor(services, round.roundId)).missing).toEqual(['not-numbered'])
  await numberCandidates(services, round.rowId)
  expect((await openingFor(services, round.roundId)).missing).toEqual(['no-candidates'])
})

it('cancels until the opening, and never after it', async () => {
  const { services } = instance
  const round = await frozenRound(instance, { anna: 1n })
  await hangWorks(services, round.rowId, ['One'])
  const second = await frozenRound(instance, { anna: 1n })
  await cancelRound(services, { id: second.roundId, reason: 'We start again.' }, director)
  expect((await roundOnChain(services, second.roundId)).state).toBe('cancelled')
  await instance.moveTo(round.rules.submissionsCloseAt)
  await numberCandidates(services, round.rowId)
  await sendCall(instance, 'director', (await openingFor(services, round.roundId)).call)
  const late = cancelRound(services, { id: round.roundId, reason: 'Too late.' }, director)
  await expect(late).rejects.toMatchObject({ code: 'round-state' })
  expect((await openingFor(services, round.roundId)).missing).toEqual(['opened'])
})

it('ends a round that nobody opened in time, once the chain has passed the moment', async () => {
  const { services } = instance
  const round = await frozenRound(instance, { anna: 1n })
  await hangWorks(services, round.rowId, ['One'])
  await instance.moveTo(round.rules.submissionsCloseAt)
  await numberCandidates(services, round.rowId)
  const before = round.rules.opensAt - 1
  await instance.moveTo(round.rules.opensAt)
  const mine = async (chainTime: number) =>
    (await dueRounds(services, chainTime)).filter(({ rowId }) => rowId === round.rowId)
  expect(await mine(before)).toEqual([])
  expect(await mine(round.rules.opensAt)).toEqual([{ job: 'end-missed', rowId: round.rowId }])
  expect(await endMissed(services, round.rowId)).toBe(true)
  expect(await endMissed(services, round.rowId)).toBe(false)
  expect(await findRound(services.db, round.rowId)).toMatchObject({
    status: 'cancelled',
    cancelReason: 'open-missed',
  })
  expect((await openingFor(services, round.roundId)).missing).toEqual(['cancelled'])
})
