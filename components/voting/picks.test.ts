import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { createPicksStore, parsePicks, picksKey, serializePicks } from './picks.ts'

const ROUND = '0xfe95'

function memory(entries: Record<string, string> = {}) {
  const map = new Map(Object.entries(entries))
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}

const storeOver = (storage: ReturnType<typeof memory>) => createPicksStore(ROUND, () => storage)

describe('parsePicks', () => {
  it.each([
    null,
    '',
    'null',
    '[]',
    '{',
    '7',
    '{"version":1}',
    '{"version":1,"numbers":"12"}',
    '{"version":2,"numbers":[12],"note":""}',
  ])('takes %j for no picks', (raw) => {
    expect(parsePicks(raw)).toEqual({ numbers: [], note: '' })
  })

  it('drops what is not a work number and keeps the rest', () => {
    const raw = '{"version":1,"numbers":[88,12,12,0,-3,1.5,"47",null,1000000],"note":7}'
    expect(parsePicks(raw)).toEqual({ numbers: [12, 88], note: '' })
  })

  it('reads back what it wrote', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 999_999 }))
    fc.assert(
      fc.property(numbers, fc.string({ unit: 'binary' }), (picked, note) => {
        expect(parsePicks(serializePicks({ numbers: picked, note }))).toEqual({
          numbers: picked.toSorted((a, b) => a - b),
          note,
        })
      }),
      { numRuns: 30 },
    )
  })

  it('never throws on foreign text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (raw) => void parsePicks(raw)))
  })
})

describe('createPicksStore', () => {
  it('keeps picks and note on the device and finds them again', () => {
    const storage = memory()
    const store = storeOver(storage)
    store.pick(47)
    store.pick(12)
    store.pick(47)
    store.setNote('second ink')
    expect(storeOver(storage).read()).toEqual({ numbers: [12, 47], note: 'second ink', kept: 'device' })
    store.takeOff(12)
    expect(storeOver(storage).read().numbers).toEqual([47])
    store.clear()
    expect(storage.map.size).toBe(0)
  })

  it('tells listeners once for each change and gives the same snapshot between changes', () => {
    const store = storeOver(memory())
    const listener = vi.fn()
    const stop = store.subscribe(listener)
    expect(store.read()).toBe(store.read())
    store.pick(3)
    const snapshot = store.read()
    expect(store.read()).toBe(snapshot)
    stop()
    store.pick(4)
    expect(listener).toHaveBeenCalledTimes(1)
  })

  it('goes on in the page when the device is full', () => {
    const storage = {
      ...memory(),
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError')
      },
    }
    const store = createPicksStore(ROUND, () => storage)
    store.pick(9)
    expect(store.read()).toEqual({ numbers: [9], note: '', kept: 'page' })
  })

  it('goes on in the page when storage is blocked', () => {
    const store = createPicksStore(ROUND, () => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(store.read().kept).toBe('page')
    store.pick(9)
    store.setNote('kept here')
    expect(store.read()).toEqual({ numbers: [9], note: 'kept here', kept: 'page' })
  })

  it('takes over what another tab wrote', () => {
    const storage = memory()
    const store = storeOver(storage)
    store.pick(1)
    storage.map.set(picksKey(ROUND), serializePicks({ numbers: [1, 2], note: '' }))
    store.reload()
    expect(store.read().numbers).toEqual([1, 2])
  })

  it('does not mix rounds', () => {
    const storage = memory()
    storeOver(storage).pick(1)
    expect(createPicksStore('0xother', () => storage).read().numbers).toEqual([])
  })
})
