import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import {
  createPicksStore,
  markOf,
  parsePicks,
  picksKey,
  serializePicks,
  withMark,
  withRating,
} from './picks.ts'

const ROUND = '0xfe95'
const NOTHING = { numbers: [], passed: [], ratings: new Map(), note: '' }

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
    expect(parsePicks(raw)).toEqual(NOTHING)
  })

  it('drops what is not a work number and keeps the rest', () => {
    const raw = '{"version":1,"numbers":[88,12,12,0,-3,1.5,"47",null,1000000],"note":7}'
    expect(parsePicks(raw)).toEqual({ ...NOTHING, numbers: [12, 88] })
  })

  it('reads picks from before there were passes and ratings', () => {
    const raw = '{"version":1,"numbers":[12],"note":"second ink"}'
    expect(parsePicks(raw)).toEqual({ ...NOTHING, numbers: [12], note: 'second ink' })
  })

  it('drops ratings that are none, and a pass of what is picked', () => {
    const raw =
      '{"version":1,"numbers":[2],"passed":[3,2,0,"5"],"ratings":[[9,5],[4,0],[4,6],["7",1],[1],7,[2,3]]}'
    expect(parsePicks(raw)).toEqual({
      ...NOTHING,
      numbers: [2],
      passed: [3],
      ratings: new Map([
        [2, 3],
        [9, 5],
      ]),
    })
  })

  it('reads back what it wrote', () => {
    const number = fc.integer({ min: 1, max: 999_999 })
    const marks = fc.array(fc.tuple(number, fc.constantFrom('pick' as const, 'pass' as const)))
    const ratings = fc.array(fc.tuple(number, fc.constantFrom(1 as const, 3 as const, 5 as const)))
    fc.assert(
      fc.property(marks, ratings, fc.string({ unit: 'binary' }), (marked, rated, note) => {
        let picks = parsePicks(null)
        for (const [one, mark] of marked) picks = withMark(picks, one, mark)
        for (const [one, rating] of rated) picks = withRating(picks, one, rating)
        expect(parsePicks(serializePicks({ ...picks, note }))).toEqual({ ...picks, note })
        for (const [one, mark] of new Map(marked)) expect(markOf(picks, one)).toBe(mark)
        for (const [one, rating] of new Map(rated)) expect(picks.ratings.get(one)).toBe(rating)
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
    expect(storeOver(storage).read()).toEqual({
      ...NOTHING,
      numbers: [12, 47],
      note: 'second ink',
      kept: 'device',
    })
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
    expect(store.read()).toEqual({ ...NOTHING, numbers: [9], kept: 'page' })
  })

  it('goes on in the page when storage is blocked', () => {
    const store = createPicksStore(ROUND, () => {
      throw new DOMException('denied', 'SecurityError')
    })
    expect(store.read().kept).toBe('page')
    store.pick(9)
    store.setNote('kept here')
    expect(store.read()).toEqual({ ...NOTHING, numbers: [9], note: 'kept here', kept: 'page' })
  })

  it('keeps passes and ratings as well, and forgets the device when all are gone', () => {
    const storage = memory()
    const store = storeOver(storage)
    store.put(withRating(withMark(store.read(), 8, 'pass'), 8, 2))
    expect(storeOver(storage).read()).toMatchObject({ passed: [8], ratings: new Map([[8, 2]]) })
    store.pick(8)
    expect(store.read()).toMatchObject({ numbers: [8], passed: [] })
    store.put(withRating(withMark(store.read(), 8, 'unset'), 8, null))
    expect(storage.map.size).toBe(0)
  })

  it('takes over what another tab wrote', () => {
    const storage = memory()
    const store = storeOver(storage)
    store.pick(1)
    storage.map.set(picksKey(ROUND), serializePicks({ ...NOTHING, numbers: [1, 2] }))
    store.reload()
    expect(store.read().numbers).toEqual([1, 2])
  })

  it('does not mix rounds', () => {
    const storage = memory()
    storeOver(storage).pick(1)
    expect(createPicksStore('0xother', () => storage).read().numbers).toEqual([])
  })
})
