import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { BallotDraft } from '#lib/ballots/drafts/schema.ts'
import type { Services } from '#lib/flows/services.ts'
import { forgetOverDrafts } from '#lib/flows/sweep/forget-over-drafts.ts'
import { AppError } from '#lib/platform/errors.ts'
import { addressOf, votingRoundWith } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'

const own = vi.hoisted(() => ({
  services: undefined as Services | undefined,
  signedIn: null as `0x${string}` | null,
}))
vi.mock('#lib/flows/services.ts', async (original) => ({
  ...(await original<typeof import('#lib/flows/services.ts')>()),
  services: () => own.services,
}))
vi.mock('#lib/platform/cookies.ts', () => ({
  requireSession: async () => {
    if (!own.signedIn) throw new AppError('not-signed-in')
    return { address: own.signedIn, chainId: 31_337 }
  },
}))
const { GET, PUT, DELETE } = await import('./route.ts')

const ANNA = addressOf('anna')
const BEN = addressOf('ben')
const NOTHING: BallotDraft = {
  picks: [],
  passes: [],
  ratings: [],
  chosen: null,
  values: [],
  order: [],
  duels: '',
  note: '',
}
const SECRET = 'nobody else reads this note'

let instance: Instance
let round: Awaited<ReturnType<typeof votingRoundWith>>
beforeAll(async () => {
  instance = await withInstance()
  own.services = instance.services
  round = await votingRoundWith(instance, { anna: 1n }, ['One', 'Two', 'Three'])
})
afterAll(() => instance.stop())
beforeEach(async () => {
  own.signedIn = ANNA
  await instance.services.db.ballotDraft.deleteMany()
})

type Init = { body?: unknown; raw?: string; id?: string }
function ask(handler: typeof GET, method: string, { body, raw, id = round.roundId }: Init = {}) {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const request = new Request(`http://localhost/api/v1/rounds/${id}/draft`, {
    method,
    ...(text !== undefined && { body: text }),
  })
  return handler(request, { params: Promise.resolve({ id }) })
}
const get = (init?: Init) => ask(GET, 'GET', init)
const forget = (init?: Init) => ask(DELETE, 'DELETE', init)
const put = (base: number, draft: Partial<BallotDraft>, address = own.signedIn ?? ANNA) =>
  ask(PUT, 'PUT', { body: { address, base, draft: { ...NOTHING, ...draft } } })
const rows = () => instance.services.db.ballotDraft.count()

it('keeps a draft, gives it back to its owner, and counts its versions', async () => {
  expect(await (await get()).json()).toEqual({ address: ANNA, version: 0, savedAt: null, draft: null })
  const first = await put(0, { picks: [1, 3], ratings: [[3, 5]], note: SECRET })
  expect([first.status, first.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const { version, savedAt } = await first.json()
  expect(Math.abs(savedAt - Date.now() / 1000)).toBeLessThan(60)
  const second = await (await put(version, { picks: [1] })).json()
  expect(second.version).toBe(version + 1)
  const answer = await get()
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await answer.json()).toEqual(second)
  expect(second.draft).toEqual({ ...NOTHING, picks: [1] })
})

it('refuses what rests on another version, with what is kept', async () => {
  const { version } = await (await put(0, { picks: [1] })).json()
  await put(version, { picks: [1, 2] })
  for (const base of [0, version, version + 7]) {
    const stale = await put(base, { picks: [3] })
    expect([stale.status, stale.headers.get('content-type')]).toEqual([409, 'application/problem+json'])
    expect(await stale.json()).toMatchObject({
      code: 'draft-stale',
      stored: { address: ANNA, version: version + 1, draft: { picks: [1, 2] } },
    })
  }
})

it('takes one of many that rest on the same', async () => {
  const { version } = await (await put(0, {})).json()
  const answers = await Promise.all([1, 2, 3].map((number) => put(version, { picks: [number] })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
})

it('shows it to nobody else', async () => {
  await put(0, { picks: [2], note: SECRET })
  own.signedIn = BEN
  expect(await (await get()).json()).toEqual({ address: BEN, version: 0, savedAt: null, draft: null })
  const theirs = await put(0, { picks: [1] }, ANNA)
  expect([theirs.status, (await theirs.json()).code]).toEqual([403, 'not-yours'])
  await forget()
  own.signedIn = ANNA
  expect((await (await get()).json()).draft.note).toBe(SECRET)
  own.signedIn = null
  for (const answer of [await get(), await put(0, {}), await forget()])
    expect([answer.status, (await answer.json()).code]).toEqual([401, 'not-signed-in'])
  const audited = JSON.stringify(await instance.services.db.auditEntry.findMany({ select: { detail: true } }))
  expect(audited).not.toContain(SECRET)
  expect(await instance.services.db.auditEntry.count({ where: { action: { contains: 'draft' } } })).toBe(0)
})

it('forgets it when its owner asks, and a device that did not hear of it is told', async () => {
  const { version } = await (await put(0, { picks: [2] })).json()
  expect(await (await forget()).json()).toEqual({ address: ANNA, version: 0, savedAt: null, draft: null })
  expect(await rows()).toBe(0)
  expect((await forget()).status).toBe(200)
  const stale = await put(version, { picks: [1] })
  expect([stale.status, (await stale.json()).stored.version]).toEqual([409, 0])
})

it.each<[string, Init, number, string]>([
  ['no JSON', { raw: '{' }, 400, 'bad-json'],
  ['another shape', { body: {} }, 400, 'bad-input'],
  [
    'a field too many',
    { body: { address: ANNA, base: 0, draft: { ...NOTHING, more: 1 } } },
    400,
    'bad-input',
  ],
  ['a work 0', { body: { address: ANNA, base: 0, draft: { ...NOTHING, picks: [0] } } }, 400, 'bad-input'],
  [
    'six stars',
    { body: { address: ANNA, base: 0, draft: { ...NOTHING, ratings: [[1, 6]] } } },
    400,
    'bad-input',
  ],
  [
    'other answers',
    { body: { address: ANNA, base: 0, draft: { ...NOTHING, duels: 'lx' } } },
    400,
    'bad-input',
  ],
  ['a NUL', { body: { address: ANNA, base: 0, draft: { ...NOTHING, note: '\0' } } }, 400, 'bad-input'],
  [
    'half a character',
    { body: { address: ANNA, base: 0, draft: { ...NOTHING, note: '\uD800' } } },
    400,
    'bad-input',
  ],
  ['too much', { raw: `"${'x'.repeat(262_144)}"` }, 413, 'body-too-large'],
  ['no id', { id: 'x', body: { address: ANNA, base: 0, draft: NOTHING } }, 400, 'bad-input'],
  [
    'a round that is not here',
    { id: `0x${'12'.repeat(32)}`, body: { address: ANNA, base: 0, draft: NOTHING } },
    404,
    'round-unknown',
  ],
])('keeps nothing of %s', async (_, init, status, code) => {
  const answer = await ask(PUT, 'PUT', init)
  expect([answer.status, (await answer.json()).code]).toEqual([status, code])
  expect(await rows()).toBe(0)
})

it('takes as many saves a minute as a person makes, by account', async () => {
  own.signedIn = addressOf('hasty')
  const codes = new Set<number>()
  for (let turn = 0; turn < 61; turn += 1) codes.add((await put(1, {})).status)
  expect(codes).toEqual(new Set([409, 429]))
  own.signedIn = ANNA
  expect((await put(0, {})).status).toBe(200)
})

it('keeps drafts while ballots are taken, and then none', async () => {
  await put(0, { picks: [1], note: SECRET })
  await forgetOverDrafts(instance.services)
  expect(await rows()).toBe(1)
  await instance.moveTo(round.rules.closesAt)
  await vi.waitFor(async () => expect((await put(0, {})).status).toBe(409))
  expect((await (await put(0, {})).json()).code).toBe('draft-closed')
  expect(await forgetOverDrafts(instance.services)).toBe(1)
  expect(await rows()).toBe(0)
})
