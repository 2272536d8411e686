import { createHash } from 'node:crypto'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { sniffMime } from '#lib/generation/sniff-mime.ts'
import { downloadArtifact } from './artifact-download.ts'
import { isPublicAddress } from './public-address.ts'

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])
let server: Server | undefined

afterEach(async () => {
  server?.closeAllConnections()
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)))
  server = undefined
})

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const kindOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'taken',
    (error: { failure?: { kind: string } }) => error.failure?.kind ?? String(error),
  )

describe('addresses', () => {
  it.each([
    ['8.8.8.8', true],
    ['151.101.1.140', true],
    ['2606:4700::6810:84e5', true],
    ['127.0.0.1', false],
    ['10.1.2.3', false],
    ['172.31.255.255', false],
    ['192.168.0.1', false],
    ['169.254.169.254', false],
    ['100.64.0.1', false],
    ['0.0.0.0', false],
    ['224.0.0.1', false],
    ['255.255.255.255', false],
    ['::1', false],
    ['::', false],
    ['fe80::1', false],
    ['fc00::1', false],
    ['::ffff:10.0.0.1', false],
    ['::ffff:8.8.8.8', false],
    ['64:ff9b::a00:1', false],
    ['2002:a00:1::', false],
    ['2001:db8::1', false],
    ['example.org', false],
    ['0x7f000001', false],
  ])('%s', (address, open) => expect(isPublicAddress(address)).toBe(open))
})

describe('the first bytes', () => {
  it.each([
    ['image/png', [...PNG]],
    ['image/jpeg', [0xff, 0xd8, 0xff, 0xe0]],
    ['image/webp', [...Buffer.from('RIFF\0\0\0\0WEBP')]],
    [null, [...Buffer.from('RIFF\0\0\0\0WAVE')]],
    [null, [...Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]],
    [null, [...PNG.subarray(0, 7)]],
    [null, []],
  ])('%s', (mime, bytes) => expect(sniffMime(Uint8Array.from(bytes))).toBe(mime))
})

describe('a download', () => {
  it.each([
    'http://93.184.216.34/a.png',
    'https://127.0.0.1/a.png',
    'https://[::1]/a.png',
    'https://2130706433/a.png',
    'https://0x7f.1/a.png',
    'https://localhost/a.png',
    'https://user:pass@example.org/a.png',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'nonsense',
  ])('does not go to %s', async (address) => {
    expect(await kindOf(downloadArtifact(address))).toBe('artifact-invalid')
  })

  it('goes to this machine only at the one origin it was given', async () => {
    const origin = await serve((_request, response) => response.end(PNG))
    expect(await kindOf(downloadArtifact(`${origin}/a.png`))).toBe('artifact-invalid')
    const other = origin.replace('127.0.0.1', 'localhost')
    expect(await kindOf(downloadArtifact(`${other}/a.png`, { trustedOrigin: origin }))).toBe(
      'artifact-invalid',
    )
    const { bytes, mime, sha256 } = await downloadArtifact(`${origin}/a.png`, { trustedOrigin: origin })
    expect(mime).toBe('image/png')
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
    expect([...bytes]).toEqual([...PNG])
  })

  it.each<[string, RequestListener, string]>([
    [
      'more bytes than allowed',
      (_q, response) => response.end(Buffer.concat([PNG, Buffer.alloc(2000)])),
      'artifact-invalid',
    ],
    [
      'a page that says it is a picture',
      (_q, response) => response.setHeader('content-type', 'image/png').end('<html>'),
      'artifact-invalid',
    ],
    [
      'a redirect',
      (_q, response) => response.writeHead(302, { location: '/b.png' }).end(),
      'artifact-invalid',
    ],
    ['nothing there', (_q, response) => response.writeHead(404).end(), 'expired'],
    ['a failing server', (_q, response) => response.writeHead(503).end(), 'transient'],
    [
      'a broken connection',
      (_q, response) =>
        response.writeHead(200, { 'content-length': '99' }).write(PNG, () => response.destroy()),
      'transient',
    ],
    ['silence', () => {}, 'transient'],
    [
      'a drip without end',
      (_q, response) => {
        const drip = setInterval(() => response.write(PNG.subarray(0, 1)), 20)
        response.on('close', () => clearInterval(drip))
      },
      'transient',
    ],
  ])('ends with %s', async (_name, listener, kind) => {
    const trustedOrigin = await serve(listener)
    const options = { trustedOrigin, limitBytes: 1000, timeoutMs: 200 }
    expect(await kindOf(downloadArtifact(`${trustedOrigin}/a.png`, options))).toBe(kind)
  })
})
