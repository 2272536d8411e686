import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Pinning } from '#lib/distribution/pinning/port.ts'
import { openPinning } from '#lib/distribution/pinning/registry.ts'
import { parseEnv } from '#lib/platform/env.ts'
import { bytes32Of, sha256 } from '#lib/protocol/bytes.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { KuboPeer, type PinFault, PinningPeer } from '#scripts/testing/peers/pinning-peer.ts'
import { type KuboPinning, kuboPinning } from './kubo.ts'
import { pinningService } from './pinning-service.ts'

const bytesOf = (length: number) => new Uint8Array(length).map((_, index) => (index * 31) % 253)
const what = (cid: string, bytes: Uint8Array) => ({
  cid,
  name: 'verso tokens/000001.json',
  bytes: async () => bytes,
})
const code = (code: string, message = expect.any(String)) => expect.objectContaining({ code, message })

const WEATHER: [string, PinFault, string][] = [
  ['asks to wait', { kind: 'answer', status: 429 }, 'pin-away'],
  ['is out of order', { kind: 'answer', status: 503 }, 'pin-away'],
  ['is silent', { kind: 'silence' }, 'pin-away'],
  ['breaks the line', { kind: 'reset', done: false }, 'pin-away'],
  ['refuses the key', { kind: 'answer', status: 401 }, 'pin-refused'],
  ['ends its answer early', { kind: 'cut' }, 'pin-broken'],
  ['answers something else', { kind: 'answer', status: 200, body: { hello: 'world' } }, 'pin-broken'],
]

describe('a Kubo node', () => {
  let peer: KuboPeer
  let node: KuboPinning
  beforeEach(async () => {
    peer = new KuboPeer()
    await peer.start()
    node = kuboPinning({ url: peer.url, token: 'secret', timeoutMs: 500 })
  })
  afterEach(() => peer.stop())

  it.each([0, 5, 262_144, 262_145, 700_000, 1_048_576])(
    'pins a file of %i bytes at the address its hash alone gives',
    async (length) => {
      const bytes = bytesOf(length)
      const cid = rawCidOf(bytes32Of(sha256(bytes)))
      expect(await node.pin(what(cid, bytes))).toEqual({ state: 'pinned' })
      expect([...peer.pins.keys()]).toEqual([cid])
    },
  )

  it.each([262_145, 2_000_000, 48_000_000])(
    'pins a picture of %i bytes at the address that its record has',
    async (length) => {
      const bytes = bytesOf(length)
      const cid = await contentCidOf(bytes)
      const patient = kuboPinning({ url: peer.url })
      expect(await patient.pin(what(cid, bytes))).toEqual({ state: 'pinned' })
      expect(peer.pins.get(cid)?.length).toBe(length)
      expect(peer.heard.every(({ line }) => /^POST \/api\/v0\/(pin\/)?add\?/.test(line))).toBe(true)
    },
    20_000,
  )

  it('leaves nothing there under another address', async () => {
    peer.links = 20
    const bytes = bytesOf(6_000_000)
    const cid = await contentCidOf(bytes)
    const patient = kuboPinning({ url: peer.url })
    await expect(patient.pin(what(cid, bytes))).rejects.toEqual(
      code('pin-other-cid', expect.stringContaining(`the node calls ${cid} `)),
    )
    expect(peer.pins.size).toBe(0)
  })

  it.each(WEATHER)('says so when it %s', async (_name, fault, expected) => {
    peer.faults.push(fault)
    await expect(node.pin(what('bafkreia', bytesOf(5)))).rejects.toEqual(code(expected))
    await expect(node.pin(what('bafkreia', bytesOf(5)))).rejects.toEqual(code('pin-other-cid'))
  })

  it('pins once when the answer was lost, and tells the key to nobody else', async () => {
    const bytes = bytesOf(9)
    const cid = await contentCidOf(bytes)
    peer.faults.push({ kind: 'reset', done: true })
    await expect(node.pin(what(cid, bytes))).rejects.toEqual(code('pin-away', 'no answer'))
    expect(await node.pin(what(cid, bytes))).toEqual({ state: 'pinned' })
    expect(peer.pins.size).toBe(1)
    expect(peer.heard.every(({ authorization }) => authorization === 'Bearer secret')).toBe(true)
  })

  it('does not take for pinned what is only there', async () => {
    const bytes = bytesOf(9)
    const cid = await contentCidOf(bytes)
    const add = node.pin({
      ...what(cid, bytes),
      bytes: async () => {
        peer.faults.push({ kind: 'answer', status: 200, body: { Hash: cid } })
        return bytes
      },
    })
    // The node has collected it meanwhile, and looks for it elsewhere.
    await expect(add).rejects.toEqual(code('pin-away', 'no answer in time'))
    expect(peer.pins.size).toBe(0)
  })

  it('says who it is, and where others reach it', async () => {
    expect(await node.probe()).toBe('Kubo 0.39.0')
    expect(await node.addresses()).toEqual(['/ip4/192.0.2.7/tcp/4001/p2p/12D3KooWPeer'])
  })
})

describe('a pinning service', () => {
  let peer: PinningPeer
  let service: Pinning
  const origins = async () => ['/dns/verso.example.org/tcp/443/https']
  beforeEach(async () => {
    peer = new PinningPeer()
    await peer.start()
    service = pinningService({ url: `${peer.url}/psa/`, token: peer.token, origins, timeoutMs: 500 })
  })
  afterEach(() => peer.stop())
  const asked = what('bafkreia', bytesOf(5))

  it('is asked, and followed until it has it', async () => {
    const first = await service.pin(asked)
    expect(first).toEqual({ state: 'asked', externalId: 'request-1' })
    expect(peer.requests[0]?.pin).toEqual({ cid: 'bafkreia', name: asked.name, origins: await origins() })
    peer.settle('pinning')
    expect(await service.check(asked, 'request-1')).toEqual(first)
    peer.settle('pinned')
    expect(await service.check(asked, 'request-1')).toEqual({ state: 'pinned' })
    expect(await service.pin(asked)).toEqual({ state: 'pinned' })
    expect(peer.requests).toHaveLength(1)
  })

  it('is not asked twice when its answer was lost', async () => {
    peer.faults.push(
      { kind: 'answer', status: 200, body: { count: 0, results: [] } },
      { kind: 'reset', done: true },
    )
    await expect(service.pin(asked)).rejects.toEqual(code('pin-away'))
    expect(await service.pin(asked)).toEqual({ state: 'asked', externalId: 'request-1' })
    expect(peer.requests).toHaveLength(1)
  })

  it('may give up, with its reason, or forget', async () => {
    await service.pin(asked)
    peer.settle('failed', { status_details: 'DAG not found' })
    await expect(service.check(asked, 'request-1')).rejects.toEqual(code('pin-failed', 'DAG not found'))
    await expect(service.check(asked, 'request-9')).rejects.toEqual(code('pin-lost'))
    expect(await service.pin(asked)).toEqual({ state: 'asked', externalId: 'request-2' })
  })

  it('is told nothing else than what was asked of it', async () => {
    const pin = { cid: 'bafkreib' }
    const other = { requestid: '1', status: 'pinned', created: '', pin, delegates: [] }
    peer.faults.push({ kind: 'answer', status: 200, body: { count: 0, results: [] } })
    peer.faults.push({ kind: 'answer', status: 202, body: other })
    await expect(service.pin(asked)).rejects.toEqual(code('pin-other-cid'))
  })

  it.each(WEATHER)('says so when it %s', async (_name, fault, expected) => {
    peer.faults.push(fault)
    await expect(service.pin(asked)).rejects.toEqual(code(expected))
    expect(await service.pin(asked)).toMatchObject({ state: 'asked' })
  })

  it('says in its own words why it refuses, and never our key', async () => {
    const error = { reason: 'INSUFFICIENT_FUNDS', details: 'add some' }
    peer.faults.push({ kind: 'answer', status: 409, body: { error } })
    await expect(service.pin(asked)).rejects.toEqual(code('pin-refused', '409: INSUFFICIENT_FUNDS: add some'))
    const stranger = pinningService({ url: `${peer.url}/psa`, token: 'other-key', origins })
    const refusal = await stranger.probe().catch((reason: unknown) => reason)
    expect(refusal).toEqual(code('pin-refused', expect.not.stringContaining('other-key')))
  })
})

it('is told to fetch from our own node, and from this site where others reach it', async () => {
  const [kubo, remote] = [new KuboPeer(), new PinningPeer()]
  await Promise.all([kubo.start(), remote.start()])
  const given = { KUBO_URL: kubo.url, PINNING_URL: `${remote.url}/psa`, PINNING_TOKEN: remote.token }
  const originsFor = async (changes: Record<string, string>) => {
    const services = openPinning(parseEnv({ ...given, CHAIN_ID: '1', ...changes }))
    await services
      .find(({ id }) => id === 'pinning-service')
      ?.pin(what(`bafkrei${remote.requests.length}`, bytesOf(1)))
    return remote.requests.at(-1)?.pin.origins
  }
  const node = '/ip4/192.0.2.7/tcp/4001/p2p/12D3KooWPeer'
  const site = { PUBLIC_URL: 'https://verso.example.org' }
  expect(await originsFor(site)).toEqual(['/dns/verso.example.org/tcp/443/https', node])
  expect(await originsFor({})).toEqual([node])
  expect(await originsFor({ ...site, KUBO_URL: 'http://127.0.0.1:9' })).toEqual([
    '/dns/verso.example.org/tcp/443/https',
  ])
  expect(await originsFor({ ...site, CHAIN_ID: '31337', KUBO_URL: '' })).toEqual([])
  await Promise.all([kubo.stop(), remote.stop()])
})
