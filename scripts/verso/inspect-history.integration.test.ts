import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Services } from '#lib/flows/services.ts'
import { ensureCredentials, readSigning } from '#lib/provenance/adapters/credential-folder.ts'
import { signPicture } from '#lib/provenance/adapters/sign-picture.ts'
import { birthRecord } from '#scripts/testing/birth-record.ts'
import { png } from '#scripts/testing/hostile-pictures.ts'
import { serveLoopback } from '#scripts/testing/loopback-api.ts'
import { type Gallery, withGallery } from '#scripts/testing/with-gallery.ts'
import { runVerso } from './command-line.ts'

const own = vi.hoisted(() => ({ services: undefined as Partial<Services> | undefined }))
vi.mock('#lib/flows/services.ts', async (original) => ({
  ...(await original<typeof import('#lib/flows/services.ts')>()),
  services: () => own.services,
}))
type Route = (request: Request, context: { params: Promise<object> }) => Promise<Response>
const WORKS = join(import.meta.dirname, '../../app/api/v1/works/route.ts')
const { GET }: { GET: Route } = await import(WORKS)

const folder = mkdtempSync(join(tmpdir(), 'verso-history-'))
const file = (name: string) => join(folder, name)
const write = (name: string, bytes: Uint8Array) => writeFileSync(file(name), bytes)

let gallery: Gallery
let hung: Awaited<ReturnType<Gallery['hang']>>
let server: Awaited<ReturnType<typeof serveLoopback>>

beforeAll(async () => {
  gallery = await withGallery()
  own.services = { db: gallery.db }
  hung = await gallery.hang('A woodcut of three hills at night')
  server = await serveLoopback((request) => GET(request, { params: Promise.resolve({}) }))
  const { bytes } = hung
  write('hung.png', bytes)
  write('saved.png', await sharp(bytes).png().toBuffer())
  write('saved.jpg', await sharp(bytes).jpeg({ quality: 60 }).toBuffer())
  write('small.webp', await sharp(bytes).resize({ width: 300 }).webp().toBuffer())
  const changed = Uint8Array.from(bytes)
  changed[bytes.length - 20] = (changed[bytes.length - 20] ?? 0) ^ 1
  write('changed.png', changed)
  const theirs = join(folder, 'theirs')
  await ensureCredentials(theirs, 'else.example')
  const order = { bytes: await png(64), mime: 'image/png', record: birthRecord() } as const
  write('foreign.png', (await signPicture(order, readSigning(theirs))).bytes)
  write('lie.png', (await signPicture(order, readSigning(gallery.dataDir))).bytes)
  write('unknown.png', await png(90))
})
afterAll(async () => {
  await server.close()
  await gallery.close()
  rmSync(folder, { recursive: true, force: true })
})

async function inspect(name: string, ...flags: string[]): Promise<{ code: number; said: string }> {
  let said = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said += text
    return true
  })
  vi.stubEnv('VERSO_DATA', gallery.dataDir)
  vi.stubEnv('PUBLIC_URL', server.url)
  try {
    return { code: await runVerso(['inspect', file(name), ...flags]), said }
  } finally {
    spy.mockRestore()
    vi.unstubAllEnvs()
  }
}

describe('verso inspect asks the instance', () => {
  it.each([
    ['hung.png', 0, 'the signer is known', 'This very file hangs there.'],
    ['saved.png', 0, 'carries no credentials', 'It shows the very pixels'],
    ['saved.jpg', 2, 'carries no credentials', 'as a copy saved anew does'],
    ['small.webp', 2, 'carries no credentials', 'as a copy saved anew does'],
    ['foreign.png', 2, 'does not know', 'knows no history of it'],
    ['unknown.png', 2, 'carries no credentials', 'knows no history of it'],
    ['changed.png', 1, 'not as it was signed', ''],
  ])('%s: %i, “%s”, “%s”', async (name, code, ofItself, known) => {
    const answer = await inspect(name)
    expect(answer.said).toContain(ofItself)
    expect(answer.said).toContain(known)
    expect(answer.code).toBe(code)
  })

  it('says where it hangs, to people and programs', async () => {
    const { said } = await inspect('saved.png')
    expect(said).toContain(`title          ${hung.work.title}`)
    expect(said).toContain(`${server.url}/rounds/`)
    expect(JSON.parse((await inspect('saved.jpg', '--json')).said)).toMatchObject({
      known: {
        kind: 'asked',
        instance: server.url,
        works: [{ match: 'alike', work: { contentHash: hung.work.contentHash } }],
      },
      contradicts: false,
    })
  })

  it('calls it a contradiction when a file says another recipe than the wall', async () => {
    await gallery.db.candidate.updateMany({ data: { recipeHash: `sha256:${'9'.repeat(64)}` } })
    const { code, said } = await inspect('hung.png')
    expect(said).toContain('name another recipe')
    expect(code).toBe(1)
    await gallery.db.candidate.updateMany({ data: { recipeHash: hung.work.recipeHash } })
  })

  it('says both of a picture that was signed and never hung', async () => {
    const { code, said } = await inspect('lie.png')
    expect(said).toContain('the signer is known')
    expect(said).toContain('knows no history of it')
    expect(code).toBe(0)
  })
})
