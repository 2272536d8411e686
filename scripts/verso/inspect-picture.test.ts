import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ensureCredentials, readSigning } from '#lib/provenance/adapters/credential-folder.ts'
import { signPicture } from '#lib/provenance/adapters/sign-picture.ts'
import { birthRecord } from '#scripts/testing/birth-record.ts'
import { png, withChunk } from '#scripts/testing/hostile-pictures.ts'
import { serveLoopback } from '#scripts/testing/loopback-api.ts'
import { runVerso } from './command-line.ts'

const folder = mkdtempSync(join(tmpdir(), 'verso-inspect-'))
const [ours, theirs] = [join(folder, 'ours'), join(folder, 'theirs')]
const file = (name: string) => join(folder, name)
const write = (name: string, bytes: Uint8Array) => writeFileSync(file(name), bytes)

beforeAll(async () => {
  await ensureCredentials(ours, 'verso.example')
  await ensureCredentials(theirs, 'else.example')
  const bytes = await png(64)
  const order = { bytes, mime: 'image/png', record: birthRecord() } as const
  const { bytes: signed } = await signPicture(order, readSigning(ours))
  write('signed.png', signed)
  const hostile = birthRecord({
    title: '\u001b[2J\u202egone',
    recipe: { template: { id: 'brief', version: '1', text: '\u001b]0;own\u0007 it' } },
  })
  write('hostile.png', (await signPicture({ ...order, record: hostile }, readSigning(ours))).bytes)
  write('foreign.png', (await signPicture(order, readSigning(theirs))).bytes)
  write('saved.png', new Uint8Array(await sharp(signed).png().toBuffer()))
  const changed = new Uint8Array(signed)
  changed[signed.length - 20] = (changed[signed.length - 20] ?? 0) ^ 1
  write('changed.png', changed)
  write('noise.png', withChunk(bytes, 'caBX', new Uint8Array(5_000).fill(0xa5)))
  const inputs = [{ role: 'work', sha256: `sha256:${'0'.repeat(64)}` as const }]
  const { sidecar } = await signPicture(
    { ...order, record: birthRecord({ recipe: { inputs } }) },
    readSigning(ours),
  )
  write('brought.png', bytes)
  write('brought.c2pa', sidecar ?? new Uint8Array())
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** As it is said; whoever is asked is named, or nobody is. */
async function verso(...given: string[]): Promise<{ code: number; said: string }> {
  const isAlone = given[0] === 'inspect' && !given.includes('--instance')
  const args = isAlone ? [...given, '--offline'] : given
  let said = ''
  const listen = (text: string | Uint8Array) => {
    said += text
    return true
  }
  const spies = [process.stdout, process.stderr].map((to) => vi.spyOn(to, 'write').mockImplementation(listen))
  vi.stubEnv('VERSO_DATA', ours)
  vi.stubEnv('PUBLIC_URL', 'https://verso.example')
  try {
    return { code: await runVerso(args), said }
  } finally {
    for (const spy of spies) spy.mockRestore()
    vi.unstubAllEnvs()
  }
}

describe('verso inspect of a picture', () => {
  test.each([
    ['signed.png', 0, 'the signer is known to the root that was asked'],
    ['foreign.png', 2, 'by somebody whom the root that was asked does not know'],
    ['changed.png', 1, 'assertion.dataHash.mismatch'],
    ['noise.png', 1, 'The file is not as it was signed'],
    ['saved.png', 2, 'The file carries no credentials'],
    ['brought.png', 2, 'The file carries no credentials'],
  ])('%s: %i, “%s”', async (name, code, words) => {
    const answer = await verso('inspect', file(name))
    expect(answer.said).toContain(words)
    expect(answer.code).toBe(code)
  })

  test('says all of it to a program', async () => {
    const { code, said } = await verso('inspect', file('signed.png'), '--json')
    expect(code).toBe(0)
    expect(JSON.parse(said)).toMatchObject({
      kind: 'image/png',
      verdict: 'trusted',
      place: 'in the file',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      credentials: { signer: 'Verso signer, verso.example', prompt: 'A lighthouse at dusk, two inks' },
      xmp: { promptWriter: 'Ada', system: 'black-forest-labs/flux-schnell' },
    })
  })

  test('asks the root that it is given', async () => {
    const root = join(theirs, 'credentials', 'root.pem')
    expect((await verso('inspect', file('foreign.png'), '--root', root)).code).toBe(0)
    expect((await verso('inspect', file('signed.png'), '--root', root)).code).toBe(2)
    for (const wrong of [file('signed.png'), file('nothing')])
      expect((await verso('inspect', file('signed.png'), '--root', wrong)).code).toBe(64)
  })

  test('reads credentials that stand beside a file, and for that file alone', async () => {
    const beside = (name: string) => verso('inspect', file(name), '--sidecar', file('brought.c2pa'))
    const { code, said } = await beside('brought.png')
    expect(said).toContain('C2PA credentials beside the file: trusted')
    expect(said).toContain('c2pa.opened')
    expect(code).toBe(0)
    expect((await beside('signed.png')).code).toBe(1)
  })

  test('lets no file move the cursor', async () => {
    const { said } = await verso('inspect', file('hostile.png'))
    expect(said).toContain('gone')
    expect(said.replaceAll('\n', '')).not.toMatch(/\p{C}/u)
  })
})

describe('an instance that is asked', () => {
  const work = { sha256: 'f'.repeat(64) }
  const answers: [string, () => Response, string][] = [
    ['says nothing of it', () => Response.json({ items: [], nextCursor: null }), 'knows no history of it'],
    ['sends us elsewhere', () => Response.redirect('http://127.0.0.1:1/'), 'sends us elsewhere'],
    ['answers no JSON', () => new Response('<html>'), 'answers no JSON'],
    ['answers no list', () => Response.json({ items: [work], nextCursor: null }), 'no list of works'],
    ['answers too much', () => new Response('['.repeat(2 << 20)), 'answers more than'],
    ['has no such route', () => new Response(null, { status: 404 }), 'has no such list'],
    ['fails', () => new Response(null, { status: 503 }), 'answers 503'],
  ]
  test.each(answers)('%s: what the file says stands alone', async (_, answer, words) => {
    const server = await serveLoopback(async () => answer())
    const { code, said } = await verso('inspect', file('saved.png'), '--instance', server.url)
    expect(said).toContain(words)
    expect(code).toBe(2)
    expect((await verso('inspect', file('signed.png'), '--instance', server.url)).code).toBe(0)
    await server.close()
  })

  test('is told hashes, and nothing else', async () => {
    const asked: string[] = []
    const server = await serveLoopback(async ({ url }) => {
      asked.push(url)
      return Response.json({ items: [], nextCursor: null })
    })
    await verso('inspect', file('signed.png'), '--instance', server.url)
    const hash = '[0-9a-f]{64}'
    expect(asked).toEqual([
      expect.stringMatching(new RegExp(`/api/v1/works\\?sha256=${hash}&pixels=${hash}&near=${hash}$`)),
    ])
    await server.close()
  })

  test('is named by an address', async () => {
    for (const wrong of ['gallery', 'file:///etc/passwd'])
      expect((await verso('inspect', file('signed.png'), '--instance', wrong)).code).toBe(64)
    const both = await verso('inspect', file('signed.png'), '--instance', 'http://127.0.0.1:1', '--offline')
    expect(both.code).toBe(64)
  })
})

describe('verso credentials', () => {
  test('names the root, and keeps it when the signer is replaced', async () => {
    const before = await verso('credentials', '--json')
    const rotated = await verso('credentials', 'rotate', '--json')
    expect([before.code, rotated.code]).toEqual([0, 0])
    expect(JSON.parse(rotated.said)).toEqual(JSON.parse(before.said))
    expect((await verso('inspect', file('signed.png'))).code).toBe(0)
    expect((await verso('credentials', 'burn')).code).toBe(64)
  })
})
