import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { roundIdOf } from '#lib/protocol/rules.ts'
import { sampleRules } from '#lib/protocol/verify/sample-facts.ts'
import { serveLoopback } from '#scripts/testing/loopback-api.ts'
import { fetchBounded } from './ask.ts'
import { type InstanceApi, instanceApi } from './instance-api.ts'

const rules = sampleRules()
const id = roundIdOf(rules)
const root = `0x${'ab'.repeat(32)}` as const
const head = (size: number) => ({ size, root, signedAt: 1_800_000_000, signature: '0x00', anchorTx: null })
const page = (items: unknown[], nextCursor: string | null = null) => Response.json({ items, nextCursor })

let answer: (url: URL) => Response | Promise<Response>
let asked: string[]
let server: Awaited<ReturnType<typeof serveLoopback>>
let api: InstanceApi
beforeEach(async () => {
  asked = []
  server = await serveLoopback(async ({ url }) => {
    asked.push(url)
    return answer(new URL(url))
  })
  api = instanceApi(server.url, new AbortController().signal)
})
afterEach(() => server.close())

describe('an instance that does not play by the rules', () => {
  it.each<[string, () => Response, (api: InstanceApi) => Promise<unknown>, string, RegExp]>([
    [
      'sends us elsewhere',
      () => Response.redirect(`${server.url}/else`),
      (a) => a.rounds(),
      'withheld',
      /elsewhere/,
    ],
    [
      'answers too much',
      () => new Response(new Uint8Array(5 * 2 ** 20)),
      (a) => a.rounds(),
      'withheld',
      /more than/,
    ],
    ['answers no JSON', () => new Response('<html>'), (a) => a.rounds(), 'withheld', /no JSON/],
    [
      'answers something else',
      () => Response.json({ items: [{}] }),
      (a) => a.rounds(),
      'withheld',
      /no list of rounds/,
    ],
    [
      'knows nothing',
      () => new Response(null, { status: 404 }),
      (a) => a.round(id),
      'withheld',
      /answers 404/,
    ],
    ['has broken down', () => new Response(null, { status: 503 }), (a) => a.round(id), 'down', /answers 503/],
    ['has had enough', () => new Response(null, { status: 429 }), (a) => a.round(id), 'down', /answers 429/],
    ['lists rounds without an end', () => page([], 'again'), (a) => a.rounds(), 'withheld', /without an end/],
    [
      'lists heads out of order',
      () => page([head(3), head(3)]),
      (a) => a.headsDownTo(id, 0),
      'withheld',
      /in order/,
    ],
    [
      'has a size beyond all',
      () => page([head(2 ** 41)]),
      (a) => a.headsDownTo(id, 0),
      'withheld',
      /no list of heads/,
    ],
    [
      'has ballots without end',
      () => page([]),
      (a) => a.hashes(id, 0, 2_000_000),
      'withheld',
      /more than can be read/,
    ],
    [
      'leaves out a hash',
      () => page([{ index: 1, hash: root }]),
      (a) => a.hashes(id, 0, 2),
      'withheld',
      /from 0 on/,
    ],
    ['leaves out the rest', () => page([]), (a) => a.hashes(id, 4, 6), 'withheld', /from 4 on/],
    [
      'answers a long proof',
      () => Response.json({ path: Array(65).fill(root) }),
      (a) => a.consistency(id, 1, 2),
      'withheld',
      /no consistency proof/,
    ],
  ])('%s', async (_name, given, ask, kind, says) => {
    answer = given
    await expect(ask(api)).rejects.toMatchObject({
      name: 'Unanswered',
      kind,
      message: expect.stringMatching(says),
    })
    expect(asked.every((url) => !url.endsWith('/else'))).toBe(true)
  })

  it('answers rules that are not those of the round', async () => {
    const view = { roundId: id, state: 'voting', chain: { opened: null } }
    answer = () => Response.json({ ...view, rules })
    expect(await api.round(id)).toMatchObject({ id, state: 'voting', openedBlock: null })
    answer = () => Response.json({ ...view, rules: { ...rules, title: 'Tidal studios' } })
    await expect(api.round(id)).rejects.toMatchObject({ kind: 'withheld' })
    answer = () => Response.json({ ...view, rules: null })
    await expect(api.round(id)).rejects.toMatchObject({ kind: 'withheld' })
  })

  it('takes its time, or is not there', async () => {
    answer = () => new Promise(() => undefined)
    const bounds = { maxBytes: 10, timeoutMs: 50, stop: new AbortController().signal }
    await expect(fetchBounded(server.url, {}, bounds)).rejects.toMatchObject({ kind: 'down' })
    const nowhere = instanceApi('http://127.0.0.1:9', bounds.stop)
    await expect(nowhere.rounds()).rejects.toMatchObject({ kind: 'down' })
  })

  it('is not waited for once the watch is stopped', async () => {
    answer = () => new Promise(() => undefined)
    const stop = new AbortController()
    const asking = instanceApi(server.url, stop.signal).rounds()
    stop.abort()
    await expect(asking).rejects.toMatchObject({ kind: 'down' })
  })
})

describe('an honest instance', () => {
  it('is read page by page, and no further than needed', async () => {
    answer = ({ searchParams }) => {
      const below = Number(searchParams.get('cursor') ?? 9)
      return page([head(below - 1), head(below - 2)], String(below - 2))
    }
    const heads = await api.headsDownTo(id, 4)
    expect(heads.map(({ head: { size } }) => size)).toEqual(['8', '7', '6', '5', '4', '3'])
    answer = ({ searchParams }) => {
      const from = Number(searchParams.get('cursor'))
      return page([{ index: from, hash: root }])
    }
    expect(await api.hashes(id, 3, 5)).toEqual([root, root])
  })

  it('shows the head of a size, if there is one', async () => {
    answer = () => page([head(4)])
    expect(await api.headAt(id, 4)).toMatchObject({ head: { round: id, size: '4' } })
    expect(await api.headAt(id, 5)).toBeNull()
  })
})
