import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { eventStream, eventText, lastEventId, type ServerEvent } from './event-stream.ts'
import { streamLimit } from './stream-limit.ts'

const headers = (sent: string) => new Headers({ 'last-event-id': sent })

it.each([
  ['17', 17],
  ['0', 0],
  ['', null],
  ['-1', null],
  ['1e3', null],
  ['9'.repeat(12), null],
])('Last-Event-ID %j is %j', (sent, id) => expect(lastEventId(headers(sent))).toBe(id))

it('an event is one line of data, whatever is in it', () => {
  expect(eventText({ id: 3, event: 'picture', data: { finding: 'two\nlines' } })).toBe(
    'id: 3\nevent: picture\ndata: {"finding":"two\\nlines"}\n\n',
  )
})

describe('a stream that has nothing to tell', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const silent = async function* (signal: AbortSignal): AsyncGenerator<ServerEvent> {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
  }

  it('says that it is there, until its client goes away', async () => {
    const leaving = new AbortController()
    const onEnd = vi.fn()
    const response = eventStream(silent, { signal: leaving.signal, onEnd, heartbeatMs: 1_000 })
    const all = response.text()
    await vi.advanceTimersByTimeAsync(3_500)
    expect(onEnd).not.toHaveBeenCalled()
    leaving.abort()
    expect(await all).toBe(`retry: 2000\n\n${': still here\n\n'.repeat(3)}`)
    expect(onEnd).toHaveBeenCalledTimes(1)
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is cancelled by its reader', async () => {
    const onEnd = vi.fn()
    const response = eventStream(silent, { signal: new AbortController().signal, onEnd })
    await response.body?.cancel()
    await expect.poll(() => onEnd.mock.calls.length).toBe(1)
  })

  it('ends after its lifetime', async () => {
    const onEnd = vi.fn()
    const response = eventStream(silent, { signal: new AbortController().signal, onEnd, lifetimeMs: 20 })
    expect(await response.text()).toBe('retry: 2000\n\n')
    expect(onEnd).toHaveBeenCalledTimes(1)
  })

  it('breaks off when its source fails', async () => {
    const onEnd = vi.fn()
    const broken = async function* (): AsyncGenerator<ServerEvent> {
      yield { id: 1, event: 'picture', data: {} }
      throw new Error('the database is gone')
    }
    const response = eventStream(broken, { signal: new AbortController().signal, onEnd })
    await expect(response.text()).rejects.toThrow('the database is gone')
    expect(onEnd).toHaveBeenCalledTimes(1)
  })
})

describe('a limit of streams', () => {
  it('counts by client and in all, and gives a place up once', () => {
    const limit = streamLimit({ perClient: 2, inAll: 3 })
    const leave = limit.open('ada')
    limit.open('ada')
    const full = expect.objectContaining({ code: 'too-many-streams' })
    expect(() => limit.open('ada')).toThrowError(full)
    limit.open('bob')
    expect(() => limit.open('cy')).toThrowError(full)
    leave()
    leave()
    limit.open('cy')
    expect(() => limit.open('dot')).toThrowError(full)
  })
})
