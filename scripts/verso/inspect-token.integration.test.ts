import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { findWork } from '#lib/flows/find-work/find-work.ts'
import { contentOf } from '#lib/flows/publish/content.ts'
import { hashOfHung } from '#scripts/testing/hang-works.ts'
import { addressOf, type FrozenRound, votingRoundWith } from '#scripts/testing/hold-round.ts'
import { serveLoopback } from '#scripts/testing/loopback-api.ts'
import { mintChosen } from '#scripts/testing/mint-chosen.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { runVerso } from './command-line.ts'

let instance: Instance
let round: FrozenRound
let winner: Awaited<ReturnType<typeof mintChosen>>
let server: Awaited<ReturnType<typeof serveLoopback>>
const contentHash = await hashOfHung('Ebb')
/** What the server answers in place of what it has. */
let instead: ((path: string) => Response | null) | null = null

async function serve({ url, method }: Request): Promise<Response> {
  const { pathname } = new URL(url)
  const other = instead?.(pathname)
  if (other) return other
  if (pathname === '/api/v1/communities') {
    const { slug, collection } = round.community
    return Response.json({ items: [{ slug, collection }], nextCursor: null })
  }
  const content = method === 'GET' && (await contentOf(instance.services, pathname.replace('/ipfs/', '')))
  return content ? new Response(content.stream()) : new Response(null, { status: 404 })
}

beforeAll(async () => {
  instance = await withInstance()
  round = await votingRoundWith(instance, { anna: 1n }, ['Neap', 'Ebb'])
  winner = await mintChosen(instance, round, contentHash)
  server = await serveLoopback(serve)
})
afterAll(async () => {
  await server.close()
  await instance.stop()
})

async function inspect(...args: string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const listen = (text: string | Uint8Array) => {
    said += text
    return true
  }
  const spies = [process.stdout, process.stderr].map((to) => vi.spyOn(to, 'write').mockImplementation(listen))
  vi.stubEnv('CHAIN_RPC_URL', '')
  vi.stubEnv('PUBLIC_URL', '')
  try {
    return { code: await runVerso(['inspect', ...args]), said }
  } finally {
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
  }
}

const named = () => `${round.rules.collection}/${winner.tokenId}`
const places = () => ['--rpc', instance.control.url, '--gateway', server.url]
const picturePath = async () => {
  const { contentCid } = await instance.services.db.asset.findUniqueOrThrow({ where: { contentHash } })
  return `/ipfs/${contentCid}`
}
const documentPath = () => winner.tokenUri.replace('ipfs://', '/ipfs/')

describe('verso inspect of a token', () => {
  it('follows it from the contract to the picture', async () => {
    const { code, said } = await inspect(named(), ...places())
    expect(said).toContain(winner.tokenDigest)
    expect(said).toMatch(/whole +token.json +“Ebb”, place 1 of Harbour lights/)
    expect(said).toMatch(/whole +picture/)
    expect(said).toMatch(/said +credentials +The file carries none/)
    expect(code).toBe(0)
  })

  it('finds it by the address of its page', async () => {
    const page = `${server.url}/c/${round.community.slug}/tokens/${winner.tokenId}`
    const { code, said } = await inspect(page, '--rpc', instance.control.url, '--json')
    expect(JSON.parse(said)).toMatchObject({ digest: winner.tokenDigest, document: { name: 'Ebb' } })
    expect(code).toBe(0)
    const elsewhere = await inspect(`${server.url}/c/nowhere/tokens/1`, '--rpc', instance.control.url)
    expect([elsewhere.code, elsewhere.said]).toEqual([2, expect.stringContaining('no such community')])
  })

  it('asks the chain through the instance where no other node is named, and says so', async () => {
    const asked: string[] = []
    instead = (path) => {
      asked.push(path)
      return null
    }
    const { code, said } = await inspect(`${server.url}/c/${round.community.slug}/tokens/${winner.tokenId}`)
    instead = null
    expect(asked).toContain('/rpc')
    expect(said).toContain('through the instance itself')
    expect(code).toBe(2)
  })

  it.each([
    ['another token.json', documentPath, () => new Response('{}'), 1, 'not the file that the contract names'],
    ['no token.json', documentPath, () => new Response(null, { status: 404 }), 2, 'The server has no'],
    ['a redirect', documentPath, () => Response.redirect('http://127.0.0.1:1/'), 2, 'sends us elsewhere'],
    ['far too much', documentPath, () => new Response('x'.repeat(300_000)), 2, 'answers more than'],
    [
      'another picture',
      picturePath,
      () => new Response('a forged picture'),
      1,
      'not the picture that was voted',
    ],
    ['no picture', picturePath, () => new Response(null, { status: 503 }), 2, 'answers 503'],
  ])('is not content with %s', async (_, at, answer, code, words) => {
    const place = await at()
    instead = (path) => (path === place ? answer() : null)
    const answered = await inspect(named(), ...places())
    instead = null
    expect(answered.said).toContain(words)
    expect(answered.code).toBe(code)
  })

  it('knows when there is no such token, chain or server', async () => {
    const [collection] = named().split('/')
    const none = await inspect(`${collection}/4294967296`, ...places())
    expect([none.code, none.said]).toEqual([2, expect.stringContaining('no such token')])
    const away = await inspect(named(), '--rpc', 'http://127.0.0.1:1', '--gateway', server.url)
    expect([away.code, away.said]).toEqual([2, expect.stringContaining('cannot be asked')])
    expect((await inspect(named(), '--gateway', server.url)).code).toBe(64)
    expect((await inspect(named(), '--rpc', instance.control.url)).code).toBe(64)
  })

  it('is found on its instance with its place and token', async () => {
    const [found] = await findWork(instance.services, { sha256: contentHash.slice('sha256:'.length) })
    const { slug } = round.community
    expect(found).toMatchObject({
      match: 'file',
      place: 1,
      token: { id: winner.tokenId, page: `/c/${slug}/tokens/${winner.tokenId}` },
      work: { creator: addressOf('creator'), tokenId: winner.tokenId },
    })
    const other = (await hashOfHung('Neap')).slice('sha256:'.length)
    expect((await findWork(instance.services, { sha256: other }))[0]).toMatchObject({
      place: null,
      token: null,
    })
  })
})
