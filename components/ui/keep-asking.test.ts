import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepAsking, pauseAfter } from './keep-asking.ts'

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible'
  turn(state: DocumentVisibilityState) {
    this.visibilityState = state
    this.dispatchEvent(new Event('visibilitychange'))
  }
}

class Network extends EventTarget {
  navigator = { onLine: true }
  turn(onLine: boolean) {
    this.navigator.onLine = onLine
    this.dispatchEvent(new Event(onLine ? 'online' : 'offline'))
  }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function begin(ask: () => Promise<void> = async () => {}) {
  const page = new Page()
  const network = new Network()
  const asked = vi.fn(ask)
  const answers: boolean[] = []
  const stop = keepAsking(
    { ask: asked, everyMs: 2_000, told: (answered) => answers.push(answered) },
    page,
    network,
  )
  return { page, network, asked, answers, stop }
}

describe('keepAsking', () => {
  it('asks in a steady beat until it is stopped', async () => {
    const { asked, answers, stop } = begin()
    await vi.advanceTimersByTimeAsync(6_100)
    expect(asked).toHaveBeenCalledTimes(3)
    expect(answers).toEqual([true, true, true])
    stop()
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveBeenCalledTimes(3)
  })

  it('is silent while the page is hidden and asks at once when it is seen again', async () => {
    const { page, asked } = begin()
    page.turn('hidden')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveBeenCalledTimes(0)
    page.turn('visible')
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toHaveBeenCalledTimes(1)
  })

  it('asks more and more rarely while nobody answers, and at once when the network is back', async () => {
    const { network, asked, answers } = begin(async () => {
      throw new Error('no answer')
    })
    await vi.advanceTimersByTimeAsync(2_000 + 4_000 + 8_000)
    expect(asked).toHaveBeenCalledTimes(3)
    expect(answers).toEqual([false, false, false])
    network.turn(true)
    await vi.advanceTimersByTimeAsync(0)
    expect(asked).toHaveBeenCalledTimes(4)
    network.turn(false)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(asked).toHaveBeenCalledTimes(4)
  })

  it('never asks twice at once', async () => {
    const { page, asked } = begin(() => new Promise<void>(() => {}))
    await vi.advanceTimersByTimeAsync(2_000)
    page.turn('visible')
    await vi.advanceTimersByTimeAsync(60_000)
    expect(asked).toHaveBeenCalledTimes(1)
  })
})

it('the pause grows to a minute and no further', () => {
  expect([0, 1, 2, 9].map((failures) => pauseAfter(failures, 2_000))).toEqual([2_000, 4_000, 8_000, 60_000])
  expect(pauseAfter(0, 90_000)).toBe(90_000)
})
