import { connect } from 'node:net'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Services } from '#lib/flows/services.ts'
import { parseReceipt, verifyReceipt } from '#lib/protocol/receipt.ts'
import { addressOf, signedBallot, votingRoundWith } from '#scripts/testing/hold-round.ts'
import { BEHIND_THE_HOOK, type Hooked, withBallotHook } from '#scripts/testing/with-hook.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'

const own = vi.hoisted(() => ({ services: undefined as Services | undefined }))
vi.mock('#lib/flows/services.ts', async (original) => ({
  ...(await original<typeof import('#lib/flows/services.ts')>()),
  services: () => own.services,
}))
const { POST } = await import('./route.ts')

let instance: Instance
let round: Awaited<ReturnType<typeof votingRoundWith>>
let hook: Hooked

beforeAll(async () => {
  instance = await withInstance()
  own.services = instance.services
  round = await votingRoundWith(instance, { anna: 1n }, ['One', 'Two', 'Three'])
  hook = await withBallotHook(instance.services)
})
afterAll(async () => {
  await hook.stop()
  await instance.stop()
})

let clients = 0
type Init = { body: BodyInit; id?: string; headers?: Record<string, string> }
const requestOf = ({ body, id = round.roundId, headers = {} }: Init) => {
  clients += 1
  // Each from a client of its own, so that the limit on one client does not stand in the way.
  const all = { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${clients}`, ...headers }
  const url = `http://127.0.0.1:${hook.port}/api/v1/rounds/${id}/ballots`
  return { request: new Request(url, { method: 'POST', body, headers: all }), id }
}
const ways = {
  'the route of Next': (init: Init) => {
    const { request, id } = requestOf(init)
    return POST(request, { params: Promise.resolve({ id }) })
  },
  'the hook before it': (init: Init) => fetch(requestOf(init).request),
}
const leaves = () => instance.services.db.logLeaf.count({ where: { roundRowId: round.rowId } })

describe.each(Object.entries(ways))('%s', (name, send) => {
  const post = async (voter: string, overrides = {}) =>
    JSON.stringify(await signedBallot(instance, round, `${voter} by ${name}`, [1, 2], overrides))

  it('answers a sound ballot with its receipt, and remembers it for this browser', async () => {
    const body = await post('ada')
    const earlier = 'ab'.repeat(16)
    const answer = await send({ body, headers: { cookie: `other=1; verso-receipts=${earlier}.<script>` } })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([201, 'application/json'])
    const { receipt: given } = await answer.json()
    const receipt = parseReceipt(given)
    await verifyReceipt(receipt, { rules: round.rules, operator: addressOf('operator') })
    const key = receipt.leaf.random16.slice(2)
    expect(answer.headers.get('set-cookie')).toMatch(
      new RegExp(`^verso-receipts=${earlier}\\.${key}; Path=/; Max-Age=\\d+; HttpOnly; SameSite=Lax$`),
    )
    expect(await (await send({ body })).json()).toMatchObject({ receipt })
  })

  it('answers a ballot at fault with a signed refusal', async () => {
    const answer = await send({ body: await post('ben', { choices: '#9' }) })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({
      code: 'choices-unknown',
      refusal: { signature: expect.stringMatching(/^0x/) },
    })
    expect(answer.headers.get('set-cookie')).toBeNull()
  })

  const DEEP = `${'['.repeat(90_000)}${']'.repeat(90_000)}`
  it.each<[string, BodyInit, number, string]>([
    ['nothing', '', 400, 'bad-json'],
    ['half an object', '{"ballot":', 400, 'bad-json'],
    ['bytes that are no UTF-8', new Uint8Array([0x22, 0xff, 0xfe, 0x22]), 400, 'bad-json'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0]), 400, 'bad-json'],
    ['a key twice', '{"signingChain":1,"signingChain":2}', 400, 'bad-json'],
    ['another shape', '{"ballot":{}}', 422, 'schema-invalid'],
    ['a list', '[]', 422, 'schema-invalid'],
    ['null', 'null', 422, 'schema-invalid'],
    ['more than a ballot can have', `"${'x'.repeat(196_608)}"`, 413, 'body-too-large'],
  ])('refuses %s', async (_, body, status, code) => {
    const before = await leaves()
    const answer = await send({ body })
    expect([answer.status, (await answer.json()).code]).toEqual([status, code])
    expect(await leaves()).toBe(before)
  })

  it('refuses what is nested beyond reason', async () => {
    const answer = await send({ body: DEEP })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(['bad-json', 'schema-invalid']).toContain((await answer.json()).code)
  })

  it.each([
    ['no id', 'x', 400, 'bad-input'],
    ['a round that is not here', `0x${'12'.repeat(32)}`, 404, 'round-unknown'],
  ])('refuses %s', async (_, id, status, code) => {
    const answer = await send({ body: '{}', id })
    expect([answer.status, (await answer.json()).code]).toEqual([status, code])
  })

  it('takes nothing that differs from what was signed, whatever the change', async () => {
    const sound = JSON.parse(await post('cleo'))
    const before = await leaves()
    const hostile = fc.oneof(
      fc.constant(null),
      fc.integer(),
      fc.double(),
      fc.boolean(),
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.array(fc.integer(), { maxLength: 3 }),
      fc.constantFrom('#1', '#2 #1', '0', '-1', '1e3', '18446744073709551616', '\u202E#1', '0x', 'ranked'),
    )
    const paths = [
      'signingChain',
      'signature',
      ...Object.keys(sound.ballot).map((field) => `ballot.${field}`),
    ]
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...paths, 'text', 'extra'), hostile, async (path, value) => {
        const [top = '', field] = path.split('.')
        const changed = field
          ? { ...sound, ballot: { ...sound.ballot, [field]: value } }
          : { ...sound, [top]: value }
        if (JSON.stringify(changed) === JSON.stringify(sound)) return
        const answer = await send({ body: JSON.stringify(changed) })
        expect(answer.status).toBeGreaterThanOrEqual(400)
        expect(answer.status).toBeLessThan(500)
        expect((await answer.json()).code).toMatch(/^[a-z]+(-[a-z]+)*$/)
      }),
      { numRuns: 120 },
    )
    expect(await leaves()).toBe(before)
    expect((await send({ body: JSON.stringify(sound) })).status).toBe(201)
  })
})

describe('the hook', () => {
  it('leaves to Next whatever is no posted ballot', async () => {
    const at = (path: string, method: string) => fetch(`http://127.0.0.1:${hook.port}${path}`, { method })
    for (const [path, method] of [
      [`/api/v1/rounds/${round.roundId}/ballots`, 'GET'],
      [`/api/v1/rounds/${round.roundId}/ballots/0x12`, 'POST'],
      [`/api/v1/rounds/${round.roundId}/briefs`, 'POST'],
      ['/', 'POST'],
    ] as const)
      expect((await at(path, method)).status).toBe(BEHIND_THE_HOOK)
  })

  it('goes on after clients that leave in the middle of a ballot', async () => {
    const head = `POST /api/v1/rounds/${round.roundId}/ballots HTTP/1.1\r\nhost: x\r\ncontent-length: 9000\r\n\r\n{"ballot"`
    for (let turn = 0; turn < 5; turn += 1)
      await new Promise<void>((gone) => {
        const socket = connect(hook.port, '127.0.0.1', () => {
          socket.write(head, () => setTimeout(() => socket.destroy(), 20))
        })
        socket.on('close', () => gone())
      })
    const body = JSON.stringify(await signedBallot(instance, round, 'after the leavers', [3]))
    expect((await ways['the hook before it']({ body })).status).toBe(201)
  })
})
