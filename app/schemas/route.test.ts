import { describe, expect, it } from 'vitest'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { HEAD as head, GET as show } from './[file]/route.ts'
import { GET as list } from './route.ts'

const AT = 'http://localhost/schemas'

type Listed = { items: { name: string; path: string; sha256: string }[]; nextCursor: null }

const listed = async (): Promise<Listed> =>
  (await list(new Request(AT), { params: Promise.resolve({}) })).json()

const ask = (file: string, init: RequestInit = {}) =>
  (init.method === 'HEAD' ? head : show)(new Request(`${AT}/${file}`, init), {
    params: Promise.resolve({ file }),
  })

describe('published schemas', () => {
  it('are listed with the hashes of the very files that are served', async () => {
    const { items } = await listed()
    expect(items.map(({ name }) => name)).toEqual(expect.arrayContaining(['recipe', 'token', 'rules']))
    for (const { path, sha256 } of items) {
      const response = await ask(path.slice('/schemas/'.length))
      const bytes = new Uint8Array(await response.arrayBuffer())
      expect(fileHashOf(bytes)).toBe(sha256)
      expect(JSON.parse(new TextDecoder().decode(bytes)).$id).toBe(path)
    }
  })

  it('are kept for ever, and read by scripts of other sites', async () => {
    const response = await ask('recipe-1.json')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': 'application/schema+json',
      'x-content-type-options': 'nosniff',
    })
    const etag = response.headers.get('etag') ?? ''
    expect((await ask('recipe-1.json', { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect(await (await ask('recipe-1.json', { method: 'HEAD' })).text()).toBe('')
  })

  it.each(['recipe-2.json', 'recipe', '..%2frules-1.json', '__proto__'])('are not %s', async (file) => {
    const response = await ask(file)
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
  })
})
