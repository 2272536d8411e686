import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { ensureCredentials } from '#lib/provenance/adapters/credential-folder.ts'
import { readCredentials } from '#lib/provenance/adapters/read-credentials.ts'
import { rootOf } from '#lib/provenance/adapters/root-certificate.ts'
import type { SignedPicture } from '#lib/provenance/port.ts'
import type { BirthRecord } from '#lib/provenance/schema.ts'
import { openSigningPool } from '#scripts/signing/signing-pool.ts'
import { birthRecord } from '#scripts/testing/birth-record.ts'
import { png, refusedFiles, withChunk } from '#scripts/testing/hostile-pictures.ts'
import { type CredentialsAnswer, type CredentialsOrder, ENGINE_BYTES } from './credentials-thread.ts'

const folder = mkdtempSync(join(tmpdir(), 'verso-browser-'))
const engine = readFileSync(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm'))
// Signs in a thread of its own: this process is the browser here, and has no engine yet.
const pool = openSigningPool(folder)
let root: string
let given: Uint8Array
let signed: Uint8Array

async function sign(record: BirthRecord): Promise<SignedPicture> {
  const picture = await pool.sign({ bytes: given, mime: 'image/png', record })
  if (!('bytes' in picture)) throw new Error('not signed')
  return picture
}

beforeAll(async () => {
  await ensureCredentials(folder, 'verso.example')
  root = rootOf(folder) ?? ''
  given = await png(64)
  signed = (await sign(birthRecord())).bytes
})
afterAll(async () => {
  await pool.close()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** The thread as a page sees it, started here: what it is told, and what it says. */
class Thread extends EventTarget {
  readonly said: { kind: string; progress?: { loaded: number } }[] = []
  readonly fetch = vi.fn()
  postMessage(message: { kind: string }) {
    this.said.push(message)
    this.dispatchEvent(new Event(message.kind))
  }
}

async function startThread(answer = () => new Response(engine)): Promise<Thread> {
  const thread = new Thread()
  vi.stubGlobal('self', thread)
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => answer()),
  )
  vi.resetModules()
  await import('./credentials-worker.ts')
  return thread
}

function ask(thread: Thread, order: Partial<CredentialsOrder>): Promise<CredentialsAnswer> {
  const data = { picture: given, mime: 'image/png', roots: root, ...order }
  return new Promise((resolve) => {
    const listening = new AbortController()
    const end = () => {
      listening.abort()
      resolve(thread.said.at(-1) as CredentialsAnswer)
    }
    for (const kind of ['done', 'failed']) thread.addEventListener(kind, end, { signal: listening.signal })
    thread.dispatchEvent(new MessageEvent('message', { data }))
  })
}

describe('a thread of a browser that reads credentials', () => {
  // First, because this process keeps the engine once it has it.
  it.each([
    ['is not there', () => new Response('', { status: 404 })],
    ['is none', () => new Response('<html>')],
  ])('says so when the engine %s, and asks again for the next file', async (_name, answer) => {
    const thread = await startThread(answer)
    expect(await ask(thread, {})).toEqual({ kind: 'failed', code: 'credentials-engine' })
    await ask(thread, {})
    expect(fetch).toHaveBeenCalledTimes(2)
  })

  it('loads the engine once, tells how far it is, and reads what the server reads', async () => {
    const thread = await startThread()
    const answer = await ask(thread, { picture: signed })
    expect(answer).toEqual({ kind: 'done', result: await readCredentials(signed, 'image/png', root) })
    expect(answer).toMatchObject({ result: { standing: 'trusted' } })
    const loads = thread.said.flatMap(({ progress }) => (progress ? [progress.loaded] : []))
    expect(loads.at(-1)).toBe(ENGINE_BYTES)
    const copy = signed.slice()
    copy[copy.length - 20] = (copy[copy.length - 20] ?? 0) ^ 1
    expect(await ask(thread, { picture: copy })).toMatchObject({
      result: { standing: 'broken', failures: ['assertion.dataHash.mismatch'] },
    })
    expect(await ask(thread, { picture: signed, roots: null })).toMatchObject({
      result: { standing: 'foreign' },
    })
    expect(await ask(thread, {})).toEqual({ kind: 'done', result: null })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it('reads what stands beside a file, for that file alone', async () => {
    const inputs = [{ role: 'work', sha256: `sha256:${'0'.repeat(64)}` as const }]
    const record = birthRecord({ recipe: { inputs } })
    const { sidecar } = await sign(record)
    const thread = await startThread()
    const boundTo = createHash('sha256').update(given).digest('hex')
    expect(await ask(thread, { sidecar })).toMatchObject({ result: { standing: 'trusted', boundTo } })
    const another = { sidecar, picture: given.slice(1) }
    expect(await ask(thread, another)).toMatchObject({ result: { standing: 'broken' } })
  })

  it('has no way out any more once a stranger’s file is read in it', async () => {
    const thread = await startThread()
    await ask(thread, { picture: signed })
    for (const way of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'importScripts'])
      expect(Object.getOwnPropertyDescriptor(thread, way)).toMatchObject({
        value: undefined,
        writable: false,
        configurable: false,
      })
  })

  it('is not harmed by hostile files, and takes none of them for whole', async () => {
    const thread = await startThread()
    const stores = [new Uint8Array(5_000).fill(0xa5), new Uint8Array(8 << 20).fill(0x6a)]
    const hostile = [
      ...(await refusedFiles()).map(([, , file]) => file),
      ...stores.map((store) => withChunk(given, 'caBX', store)),
    ]
    for (const picture of hostile)
      for (const mime of ['image/png', 'image/jpeg', 'image/webp', 'text/html']) {
        const answer = await ask(thread, { picture, mime })
        expect(answer.kind).toBe('done')
        if (answer.kind === 'done') expect(answer.result?.standing ?? 'broken').toBe('broken')
      }
    for (const sidecar of stores)
      expect(await ask(thread, { sidecar })).toMatchObject({ result: { standing: 'broken' } })
    expect(await ask(thread, { picture: signed })).toMatchObject({ result: { standing: 'trusted' } })
  })
})
