import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { progressBell } from './progress-bell.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function bellOver(last: Map<string, number>) {
  const ask = vi.fn(async (_ids: readonly string[]): Promise<ReadonlyMap<string, number>> => last)
  const onError = vi.fn()
  return { ask, onError, bell: progressBell({ ask, onError, everyMs: 500 }) }
}

const never = new AbortController().signal

it('asks once for all who wait, and not at all when nobody does', async () => {
  const last = new Map([['a', 1]])
  const { ask, bell } = bellOver(last)
  const heard: string[] = []
  for (const name of ['one', 'two', 'three'])
    bell.beyond(name === 'three' ? 'b' : 'a', 1, never).then(() => heard.push(name))
  await vi.advanceTimersByTimeAsync(1_400)
  expect(ask.mock.calls).toEqual([[['a', 'b']], [['a', 'b']]])
  last.set('a', 2)
  await vi.advanceTimersByTimeAsync(500)
  expect(heard).toEqual(['one', 'two'])
  last.set('b', 9)
  await vi.advanceTimersByTimeAsync(500)
  expect(heard).toEqual(['one', 'two', 'three'])
  expect(vi.getTimerCount()).toBe(0)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(ask).toHaveBeenCalledTimes(4)
})

it('lets go of whoever leaves', async () => {
  const { ask, bell } = bellOver(new Map())
  const leaving = new AbortController()
  const waited = bell.beyond('a', 0, leaving.signal)
  leaving.abort()
  await waited
  await bell.beyond('a', 0, leaving.signal)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(ask.mock.calls.length).toBeLessThanOrEqual(1)
  expect(vi.getTimerCount()).toBe(0)
})

it('goes on asking after an answer that did not come', async () => {
  const { ask, onError, bell } = bellOver(new Map([['a', 1]]))
  ask.mockRejectedValueOnce(new Error('no database'))
  const waited = bell.beyond('a', 0, never)
  await vi.advanceTimersByTimeAsync(1_000)
  await waited
  expect(onError).toHaveBeenCalledTimes(1)
})
