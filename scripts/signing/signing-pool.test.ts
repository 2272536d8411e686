import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { ensureCredentials } from '#lib/provenance/adapters/credential-folder.ts'
import { readCredentials } from '#lib/provenance/adapters/read-credentials.ts'
import { fingerprintOf, rootOf } from '#lib/provenance/adapters/root-certificate.ts'
import type { SignedPicture, SignPicture } from '#lib/provenance/port.ts'
import { birthRecord } from '#scripts/testing/birth-record.ts'
import { png } from '#scripts/testing/hostile-pictures.ts'
import { openSigningPool } from './signing-pool.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'verso-signing-'))
beforeAll(() => ensureCredentials(dataDir, 'verso.example'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const order = async (record = birthRecord()) => ({ bytes: await png(64), mime: 'image/png', record }) as const

async function signedBy(sign: SignPicture, asked = order()): Promise<SignedPicture> {
  const signed = await sign(await asked)
  if ('unsigned' in signed) throw new Error(signed.unsigned)
  return signed
}

/** A program in place of the one that signs. */
function program(name: string, text: string): URL {
  const file = join(dataDir, `${name}.mjs`)
  writeFileSync(file, text)
  return pathToFileURL(file)
}

describe('the signing pool', () => {
  it('signs for whoever asks at once, over several threads', async () => {
    const { sign, close } = openSigningPool(dataDir, { picturesPerThread: 2 })
    const all = await Promise.all(Array.from({ length: 5 }, () => signedBy(sign)))
    for (const { bytes } of all)
      expect(await readCredentials(bytes, 'image/png', rootOf(dataDir))).toMatchObject({
        standing: 'trusted',
      })
    expect(new Set(all.map(({ bytes }) => Buffer.from(bytes).toString('hex'))).size).toBe(5)
    await close()
  })

  it('signs for a round that names the root here, and never below another', async () => {
    const { sign, close } = openSigningPool(dataDir)
    const { round } = birthRecord()
    const asked = (c2paRoot: Bytes32) => order(birthRecord({ round: { ...round, c2paRoot } }))
    const own = await signedBy(sign, asked(`0x${fingerprintOf(rootOf(dataDir) ?? '')}`))
    expect(await readCredentials(own.bytes, 'image/png', rootOf(dataDir))).toMatchObject({
      standing: 'trusted',
    })
    expect(await sign(await asked(`0x${'9'.repeat(64)}`))).toEqual({ unsigned: 'other-root' })
    await close()
  })

  it('begins a new thread after so many pictures', async () => {
    const counts = program(
      'counts',
      `import { parentPort, threadId } from 'node:worker_threads'
       parentPort.on('message', ({ id }) => parentPort.postMessage({ id, answer: threadId }))`,
    )
    const { sign, close } = openSigningPool(dataDir, { picturesPerThread: 2, program: counts })
    const threads: unknown[] = []
    for (let count = 0; count < 5; count++) threads.push(await sign(await order()))
    await close()
    expect(threads[0]).toBe(threads[1])
    expect(threads[2]).toBe(threads[3])
    expect(new Set(threads).size).toBe(3)
  })

  it('begins a new thread after one that failed', async () => {
    const fails = program(
      'fails',
      `import { parentPort, threadId } from 'node:worker_threads'
       parentPort.on('message', ({ id, task }) =>
         parentPort.postMessage(task.bytes.length === 1 ? { id, failed: String(threadId) } : { id, answer: threadId }))`,
    )
    const { sign, close } = openSigningPool(dataDir, { program: fails })
    const first = await sign(await order())
    await expect(sign({ ...(await order()), bytes: new Uint8Array(1) })).rejects.toThrow(String(first))
    expect(await sign(await order())).not.toBe(first)
    await close()
  })

  it('gives up a picture that takes too long, and takes the next', async () => {
    const stuck = program(
      'stuck',
      `import { parentPort } from 'node:worker_threads'
       parentPort.on('message', ({ id, task }) => {
         if (task.bytes.length === 1) for (;;);
         parentPort.postMessage({ id, answer: 'signed' })
       })`,
    )
    const { sign, close } = openSigningPool(dataDir, { longestMs: 500, program: stuck })
    await expect(sign({ ...(await order()), bytes: new Uint8Array(1) })).rejects.toThrow('the thread ended')
    expect(await sign(await order())).toBe('signed')
    await close()
  })

  it('says when there is nothing to sign with', async () => {
    const { sign, close } = openSigningPool(join(dataDir, 'empty'))
    await expect(sign(await order())).rejects.toThrow('there are no credentials yet')
    await close()
  })
})
