import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { type HordePeer, startHordePeer } from '#scripts/testing/peers/aihorde-peer.ts'
import { startCogPeer } from '#scripts/testing/peers/cog-peer.ts'
import { startComfyPeer } from '#scripts/testing/peers/comfyui-peer.ts'
import { startFalPeer } from '#scripts/testing/peers/fal-peer.ts'
import { startImagesPeer } from '#scripts/testing/peers/openai-images-peer.ts'
import { type ReplicatePeer, startReplicatePeer } from '#scripts/testing/peers/replicate-peer.ts'
import { runVerso } from './command-line.ts'
import type { ProviderReport } from './provider.ts'

const KEY = 'r8_a-key-that-nobody-prints'
let folder = ''
let horde: HordePeer
let replicate: ReplicatePeer
const file = (name: string) => join(folder, name)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'verso-provider-'))
  await writeFile(file('key'), `${KEY}\n`)
  horde = await startHordePeer()
  replicate = await startReplicatePeer({ token: KEY, side: 256 })
})
afterAll(async () => {
  await Promise.all([horde.stop(), replicate.stop(), rm(folder, { recursive: true, force: true })])
})

/** Runs the command and hears what it prints; whatever that is, the key is not in it. */
async function check(args: string[], env: Record<string, string> = {}) {
  for (const [name, value] of Object.entries({ VERSO_PROVIDER_KEY: '', ...env })) vi.stubEnv(name, value)
  const said = ['stdout', 'stderr'].map((name) =>
    vi.spyOn(process[name as 'stdout'], 'write').mockReturnValue(true),
  )
  const code = await runVerso(['provider', 'check', ...args])
  const text = said.map(({ mock }) => mock.calls.map(([first]) => String(first)).join('')).join('')
  for (const one of said) one.mockRestore()
  vi.unstubAllEnvs()
  expect(text).not.toContain(KEY)
  return { code, text }
}

async function report(args: string[], env?: Record<string, string>): Promise<ProviderReport> {
  const { code, text } = await check([...args, '--json'], env)
  const parsed: ProviderReport = JSON.parse(text)
  expect(parsed.exitCode).toBe(code)
  return parsed
}

/** A server on the loopback that answers every question with a function's word. */
async function serve(answer: (request: IncomingMessage) => unknown) {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer(request)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

describe('what answers', () => {
  it('is told apart without a key, below the address or at its usual root', async () => {
    const [below, given] = [await report([horde.origin]), await report([`${horde.origin}/api/v2/`])]
    expect(below).toMatchObject({
      kind: 'aihorde',
      baseUrl: `${horde.origin}/api/v2`,
      probe: { server: 'AI Horde, as Anonymous#0', models: ['stable_diffusion'], waiting: 4 },
      costMicroUsd: 0,
      seesThePrompt: 'strangers',
      failure: null,
      exitCode: 0,
    })
    expect(given).toEqual({ ...below, url: `${horde.origin}/api/v2` })
    expect(horde.creates).toBe(0)
  })

  it('works with its key, from a file or from the environment, and says which variables it goes into', async () => {
    const works = {
      kind: 'replicate',
      probe: { server: 'Replicate, as verso' },
      costMicroUsd: 3_000,
      exitCode: 0,
    }
    expect(await report([replicate.origin, '--key-file', file('key')])).toMatchObject(works)
    expect(await report([replicate.origin], { VERSO_PROVIDER_KEY: KEY })).toMatchObject(works)
    expect(await report([`${replicate.origin}/v1`, '--key-file', file('key')])).toMatchObject(works)
    const { text } = await check([replicate.origin, '--key-file', file('key')])
    expect(text).toContain(`✓ Replicate at ${replicate.origin}/v1: Replicate, as verso`)
    expect(text).toContain('REPLICATE_BASE_URL')
    expect(text).toContain('the key as REPLICATE_API_TOKEN')
  })

  it('gets no key before it is known', async () => {
    const heard: string[] = []
    const server = await serve((request) => {
      heard.push(JSON.stringify(request.headers))
      return { hello: 'there' }
    })
    const args = [server.url, '--key-file', file('key')]
    expect(await report(args)).toMatchObject({ kind: null, failure: { kind: 'unknown' }, exitCode: 2 })
    expect(heard.length).toBeGreaterThan(5)
    expect(heard.filter((one) => one.includes(KEY))).toEqual([])
    // Named, it is asked as what it is said to be, and now with the key.
    expect(await report([...args, '--kind', 'cog'])).toMatchObject({ kind: 'cog', exitCode: 1 })
    expect(heard.filter((one) => one.includes(KEY))).toHaveLength(1)
    await server.close()
  })

  it('may say the key back, and it is not printed', async () => {
    const names = ['prompt', 'seed', 'aspect_ratio', 'num_outputs', 'output_format']
    const inputs = Object.fromEntries(names.map((name) => [name, {}]))
    const server = await serve(({ url, headers }) =>
      url === '/openapi.json'
        ? { components: { schemas: { Input: { properties: inputs } } } }
        : { status: 'READY', version: { cog: `for ${headers.authorization ?? 'nobody'}` } },
    )
    const { probe } = await report([server.url, '--key-file', file('key')])
    expect(probe?.server).toBe('Cog for Bearer …')
    await server.close()
  })

  it.each([
    ['nobody', ['http://127.0.0.1:9'], { failure: { kind: 'unreachable' }, exitCode: 2 }],
    ['one that wants a key', ['REPLICATE'], { failure: { kind: 'not-asked' }, probe: null, exitCode: 1 }],
    ['another kind than was said', ['REPLICATE', '--kind', 'aihorde'], { kind: 'aihorde', exitCode: 1 }],
  ])('that is %s', async (_name, args, expected) => {
    const [address = '', ...flags] = args
    const url = address === 'REPLICATE' ? replicate.origin : address
    expect(await report([url, ...flags])).toMatchObject(expected)
  })

  it('refuses a wrong key, and the key is not repeated', async () => {
    const wrong = await report([horde.origin], { VERSO_PROVIDER_KEY: KEY })
    expect(wrong).toMatchObject({ failure: { kind: 'auth' }, probe: null, exitCode: 1 })
    await writeFile(file('wrong'), 'r8_wrong')
    expect(await report([replicate.origin, '--key-file', file('wrong')])).toMatchObject({
      failure: { kind: 'auth' },
      exitCode: 1,
    })
  })
})

/** Every other kind, by its peer: each is found, and works with its key. */
const PEERS = {
  comfyui: async () => {
    const peer = await startComfyPeer({ checkpoints: ['flux1-schnell-fp8.safetensors'] })
    return { peer, key: '' }
  },
  cog: async () => ({ peer: await startCogPeer(), key: '' }),
  'openai-images': async () => {
    const peer = await startImagesPeer()
    return { peer, key: peer.settings.apiKey }
  },
  fal: async () => {
    const peer = await startFalPeer()
    return { peer, key: peer.settings.key }
  },
} as const

describe('one that is', () => {
  it.each(Object.keys(PEERS) as (keyof typeof PEERS)[])('%s is found, and makes a picture', async (kind) => {
    const { peer, key } = await PEERS[kind]()
    const args = [peer.origin, '--render', '--yes-spend', '--out', file(`by-${kind}`)]
    const made = await report(args, { VERSO_PROVIDER_KEY: key })
    expect(made).toMatchObject({ kind, failure: null, exitCode: 0 })
    const bytes = await readFile(made.picture?.file ?? '')
    expect(fileHashOf(bytes)).toBe(`sha256:${made.picture?.sha256}`)
    await peer.stop()
  })

  it('a ComfyUI server with other models is asked for one that it has', async () => {
    const peer = await startComfyPeer({ checkpoints: ['flux1-schnell-fp8.safetensors'] })
    expect(await report([peer.origin])).toMatchObject({
      model: 'flux1-schnell-fp8.safetensors',
      licence: 'Apache-2.0',
    })
    await peer.stop()
  })

  it('behind a lock does not show itself, and is asked as what it is said to be', async () => {
    const peer = await startComfyPeer({ token: KEY })
    const args = [peer.origin, '--key-file', file('key')]
    expect(await report(args)).toMatchObject({ kind: null, failure: { kind: 'unknown' }, exitCode: 2 })
    expect(await report([...args, '--kind', 'comfyui'])).toMatchObject({ kind: 'comfyui', exitCode: 0 })
    await peer.stop()
  })

  it('a model whose price nobody has said is not asked for', async () => {
    const args = [replicate.origin, '--key-file', file('key'), '--model', 'somebody/something']
    const { failure } = await report(args)
    expect(failure?.detail).toBe('The price of somebody/something is not known: --price USD says it')
  })
})

describe('one picture', () => {
  it('is made where it is free, and written as it came', async () => {
    const { code, text } = await check([horde.origin, '--render', '--out', file('lamp.webp')])
    expect(code).toBe(0)
    const bytes = await readFile(file('lamp.webp'))
    expect(text).toContain(`${file('lamp.webp')}: 512 × 512, ${bytes.length.toLocaleString('en')} bytes`)
    expect(text).toContain(fileHashOf(bytes).replace('sha256:', ''))
    expect(horde.made).toHaveLength(1)
  })

  it('costs money elsewhere, and is asked for only when that is said', async () => {
    const args = [replicate.origin, '--key-file', file('key'), '--render', '--out', file('paid')]
    expect(await report(args)).toMatchObject({ failure: { kind: 'not-asked' }, picture: null, exitCode: 3 })
    expect(replicate.creates).toBe(0)
    const paid = await report([...args, '--yes-spend'])
    expect(paid).toMatchObject({ picture: { width: 256, costMicroUsd: 3_000 }, exitCode: 0 })
    expect(replicate.creates).toBe(1)
    expect((await readFile(paid.picture?.file ?? '')).length).toBe(paid.picture?.bytes)
  })

  it('whose request was lost is looked for, and never paid twice', async () => {
    replicate.faults.push('lost')
    const before = replicate.creates
    const args = [
      replicate.origin,
      '--key-file',
      file('key'),
      '--render',
      '--yes-spend',
      '--out',
      file('lost'),
    ]
    expect(await report(args)).toMatchObject({ exitCode: 0 })
    expect(replicate.creates).toBe(before + 1)
  })

  it('that ends badly is told by its kind', async () => {
    replicate.faults.push('nsfw')
    const args = [
      replicate.origin,
      '--key-file',
      file('key'),
      '--render',
      '--yes-spend',
      '--out',
      file('none'),
    ]
    expect(await report(args)).toMatchObject({ failure: { kind: 'moderated' }, picture: null, exitCode: 1 })
  })

  it('never takes the place of a file that is there', async () => {
    const args = [horde.origin, '--render', '--out', file('lamp.webp')]
    const { code, text } = await check(args)
    expect(code).toBe(64)
    expect(text).toContain('is there already')
    expect(horde.made).toHaveLength(1)
  })
})

it.each([
  ['no address', []],
  ['two addresses', ['http://a.example', 'http://b.example']],
  ['what is no address', ['a.example']],
  ['a key in the address', [`http://user:${KEY}@127.0.0.1:9`]],
  ['a kind that there is not', ['http://127.0.0.1:9', '--kind', 'oracle']],
  ['a key file that is not there', ['http://127.0.0.1:9', '--key-file', 'nowhere']],
])('64 for %s', async (_name, args) => {
  const { code, text } = await check(args)
  expect(code).toBe(64)
  expect(text).toContain('verso provider check <url>')
})
