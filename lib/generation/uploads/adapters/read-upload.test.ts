import { describe, expect, it } from 'vitest'
import { readUpload } from './read-upload.ts'

const LIMITS = { mostBytes: 100, pauseMs: 200, totalMs: 400 }

/** A body of chunks, each after a pause; counts what was taken from it and says whether it was let go. */
function bodyOf(chunks: Iterable<number>, { pauseMs = 0, breaks = false } = {}) {
  const seen = { taken: 0, cancelled: false }
  const rest = chunks[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (pauseMs > 0) await new Promise((done) => setTimeout(done, pauseMs))
        const { done, value } = rest.next()
        if (done && breaks) return controller.error(new Error('the line broke'))
        if (done) return controller.close()
        seen.taken += value
        controller.enqueue(new Uint8Array(value).fill(7))
      },
      cancel() {
        seen.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, seen }
}

function* endless(size: number) {
  for (;;) yield size
}

const refusal = (code: string) => expect.objectContaining({ code })

describe('the body of an upload', () => {
  it('is read whole, with and without its length announced', async () => {
    for (const announced of [null, 100]) {
      const { body } = bodyOf([40, 60])
      expect(await readUpload(body, announced, LIMITS)).toEqual(new Uint8Array(100).fill(7))
    }
  })

  it('is left unread when more is announced than is taken', async () => {
    const { body, seen } = bodyOf([40, 60])
    await expect(readUpload(body, 101, LIMITS)).rejects.toEqual(refusal('upload-too-large'))
    expect(seen).toEqual({ taken: 0, cancelled: true })
  })

  it('without an end is let go at the first byte too many', async () => {
    const { body, seen } = bodyOf(endless(30))
    await expect(readUpload(body, null, LIMITS)).rejects.toEqual(refusal('upload-too-large'))
    expect(seen).toEqual({ taken: 120, cancelled: true })
  })

  it.each([
    ['shorter than announced', 90, [40, 40]],
    ['longer than announced', 70, [40, 40]],
  ])('is broken when it is %s', async (_name, announced, chunks) => {
    const { body } = bodyOf(chunks)
    await expect(readUpload(body, announced, LIMITS)).rejects.toEqual(refusal('upload-broken'))
  })

  it('that breaks off is broken', async () => {
    const { body } = bodyOf([40], { breaks: true })
    await expect(readUpload(body, null, LIMITS)).rejects.toEqual(refusal('upload-broken'))
  })

  it('that falls silent is let go', async () => {
    const { body, seen } = bodyOf([1], { pauseMs: 5_000 })
    const began = performance.now()
    await expect(readUpload(body, null, LIMITS)).rejects.toEqual(refusal('upload-slow'))
    expect(performance.now() - began).toBeLessThan(2_000)
    expect(seen.cancelled).toBe(true)
  })

  it('that drips is let go, though it never pauses for long', async () => {
    const { body, seen } = bodyOf(endless(1), { pauseMs: 40 })
    await expect(readUpload(body, null, LIMITS)).rejects.toEqual(refusal('upload-slow'))
    expect(seen.cancelled).toBe(true)
    expect(seen.taken).toBeLessThan(20)
  })

  it('that is not there is no picture', async () => {
    await expect(readUpload(null, null, LIMITS)).rejects.toEqual(refusal('upload-kind'))
  })
})
