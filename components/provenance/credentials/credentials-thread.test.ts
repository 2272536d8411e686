import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readHere } from '#messages/provenance/verso-custody.ts'
import { ENGINE_BYTES, openCredentialsThread } from './credentials-thread.ts'

/** A worker that answers when the test says so. */
class Told extends EventTarget {
  readonly orders: unknown[] = []
  isEnded = false
  postMessage(order: unknown) {
    this.orders.push(order)
  }
  terminate() {
    this.isEnded = true
  }
  say(data: object) {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
}

const workers: Told[] = []
const open = () =>
  openCredentialsThread(() => {
    const worker = new Told()
    workers.push(worker)
    return worker as EventTarget as Worker
  })
const order = (name: string) => ({ picture: new TextEncoder().encode(name), mime: 'image/png', roots: null })
const NONE = { kind: 'done', result: null }
const settled = () => vi.advanceTimersByTimeAsync(0)

beforeEach(() => {
  vi.useFakeTimers()
  workers.length = 0
})
afterEach(() => vi.useRealTimers())

describe('a thread that reads credentials', () => {
  it('starts with the first file, and reads one after the other', async () => {
    const thread = open()
    expect(workers).toHaveLength(0)
    const loaded: number[] = []
    const first = thread.read(order('first'), (bytes) => loaded.push(bytes))
    const second = thread.read(order('second'))
    await settled()
    expect(workers[0]?.orders).toEqual([order('first')])
    workers[0]?.say({ kind: 'progress', progress: { loaded: 7 } })
    workers[0]?.say(NONE)
    expect(await first).toBeNull()
    await settled()
    expect(workers[0]?.orders).toEqual([order('first'), order('second')])
    workers[0]?.say(NONE)
    expect(await second).toBeNull()
    expect(loaded).toEqual([7])
    expect(workers).toHaveLength(1)
  })

  it('gives up a file over which it falls silent, and reads the next in a new one', async () => {
    const thread = open()
    const slow = expect(thread.read(order('slow'))).rejects.toMatchObject({ code: 'credentials-slow' })
    const next = thread.read(order('next'))
    await vi.advanceTimersByTimeAsync(20_000)
    workers[0]?.say({ kind: 'progress', progress: { loaded: 1 } })
    await vi.advanceTimersByTimeAsync(29_000)
    expect(workers[0]?.isEnded).toBe(false)
    await vi.advanceTimersByTimeAsync(1_001)
    await slow
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
    workers[0]?.say({ kind: 'done', result: 'too late' })
    workers[1]?.say(NONE)
    expect(await next).toBeNull()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(workers[1]?.isEnded).toBe(false)
  })

  it.each([
    [
      'a file that fells it',
      'credentials-stopped',
      (worker?: Told) => worker?.dispatchEvent(new Event('error')),
    ],
    [
      'an engine that does not arrive',
      'credentials-engine',
      (worker?: Told) => worker?.say({ kind: 'failed', code: 'credentials-engine' }),
    ],
  ])('says why, and can be asked again: %s', async (_name, code, happen) => {
    const thread = open()
    const failed = expect(thread.read(order('one'))).rejects.toMatchObject({ code })
    await settled()
    happen(workers[0])
    await failed
    const next = thread.read(order('next'))
    await settled()
    expect(workers.map(({ isEnded }) => isEnded)).toEqual([true, false])
    workers[1]?.say(NONE)
    expect(await next).toBeNull()
  })

  it('takes a new worker after so many files, since the engine keeps some of each', async () => {
    const thread = open()
    for (let at = 0; at < 201; at += 1) {
      const read = thread.read(order('one of many'))
      await settled()
      workers.at(-1)?.say(NONE)
      await read
    }
    expect(workers.map(({ isEnded, orders }) => [isEnded, orders.length])).toEqual([
      [true, 200],
      [false, 1],
    ])
  })

  it('ends when it is left', async () => {
    const thread = open()
    const left = expect(thread.read(order('one'))).rejects.toMatchObject({ code: 'credentials-stopped' })
    await settled()
    thread.end()
    await left
    expect(workers[0]?.isEnded).toBe(true)
    expect(vi.getTimerCount()).toBe(0)
  })
})

it('says how much is loaded before it is', () => {
  const engine = readFileSync(createRequire(import.meta.url).resolve('@contentauth/c2pa-wasm/c2pa.wasm'))
  expect(engine.length).toBe(ENGINE_BYTES)
  expect(readHere).toContain(`(${Math.round(gzipSync(engine).length / 1_000_000)} MB)`)
})
