import { afterEach, beforeEach, expect, it, vi } from 'vitest'

type Told = { path: string; numbers: number[] }

const page = { visibilityState: 'visible' }
let beacons: { path: string; body: Blob }[] = []
let noteSeen: (roundId: string, numbers: readonly number[]) => void

beforeEach(async () => {
  vi.useFakeTimers()
  vi.resetModules()
  beacons = []
  page.visibilityState = 'visible'
  const kept = new Map<string, string>()
  const localStorage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  }
  vi.stubGlobal('window', Object.assign(new EventTarget(), { localStorage }))
  vi.stubGlobal('document', page)
  vi.stubGlobal('navigator', { sendBeacon: (path: string, body: Blob) => beacons.push({ path, body }) })
  ;({ noteSeen } = await import('./use-seen.ts'))
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const told = (): Promise<Told[]> =>
  Promise.all(beacons.map(async ({ path, body }) => ({ path, ...JSON.parse(await body.text()) })))
const leave = () => window.dispatchEvent(new Event('pagehide'))
const AT = { low: '/api/v1/rounds/low/impressions', high: '/api/v1/rounds/high/impressions' }

it('tells looks together, five seconds after the first', async () => {
  noteSeen('low', [3, 1])
  vi.advanceTimersByTime(4_999)
  noteSeen('low', [2])
  expect(beacons).toEqual([])
  vi.advanceTimersByTime(1)
  expect(await told()).toEqual([{ path: AT.low, numbers: [3, 1, 2] }])
})

it('tells what was collected when the page is left, and not again', async () => {
  noteSeen('low', [1, 2])
  noteSeen('high', [7])
  leave()
  expect(await told()).toEqual([
    { path: AT.low, numbers: [1, 2] },
    { path: AT.high, numbers: [7] },
  ])
  vi.advanceTimersByTime(60_000)
  leave()
  expect(beacons).toHaveLength(2)
})

it('tells at once what is noted as the page goes', async () => {
  noteSeen('low', [1])
  page.visibilityState = 'hidden'
  noteSeen('low', [2])
  expect(await told()).toEqual([{ path: AT.low, numbers: [1, 2] }])
  vi.advanceTimersByTime(60_000)
  expect(beacons).toHaveLength(1)
})

it('goes on after the page was left and came back', async () => {
  noteSeen('low', [1])
  leave()
  noteSeen('low', [1, 2])
  leave()
  expect(await told()).toEqual([
    { path: AT.low, numbers: [1] },
    { path: AT.low, numbers: [2] },
  ])
})

it('has every look on this device before it is told', async () => {
  const { readSeen } = await import('./use-seen.ts')
  noteSeen('low', [4, 5])
  expect([...readSeen('low')]).toEqual([4, 5])
  expect(window.localStorage.getItem('verso.seen.low')).toBe('4-5')
})
