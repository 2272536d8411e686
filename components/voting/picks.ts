import * as text from '#messages/voting/picks.ts'
import { createDeviceStore, type DeviceStore, type Kept } from './device-store.ts'

/** What was said of a work: never both a pick and a pass. */
export type Mark = 'pick' | 'pass' | 'unset'

export const RATINGS = [1, 2, 3, 4, 5] as const
/** For the visitor's own order: it never reaches a ballot by itself. */
export type Rating = (typeof RATINGS)[number]

/** What a visitor decided on this device, before anything is signed. Numbers ascend and are unique. */
export type Picks = {
  numbers: readonly number[]
  passed: readonly number[]
  ratings: ReadonlyMap<number, Rating>
  note: string
}

export type PicksState = Picks & { kept: Kept }

/** What a page says while the network is away. */
export const PICKS_KEPT = text.kept

type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type PicksStore = DeviceStore<Picks> & {
  pick: (number: number) => void
  takeOff: (number: number) => void
  setNote: (note: string) => void
  clear: () => void
}

const VERSION = 1
const MAX_NUMBER = 999_999

const NOTHING: Picks = { numbers: [], passed: [], ratings: new Map(), note: '' }

export const NO_PICKS: PicksState = { ...NOTHING, kept: 'device' }

export const picksKey = (roundId: string) => `verso.picks.${roundId}`

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_NUMBER

const isRating = (value: unknown): value is Rating => RATINGS.some((rating) => rating === value)

const ascending = (numbers: Iterable<number>) => [...new Set(numbers)].sort((a, b) => a - b)

const numbersOf = (value: unknown) => (Array.isArray(value) ? ascending(value.filter(isNumber)) : [])

function ratingsOf(value: unknown): ReadonlyMap<number, Rating> {
  const pairs: unknown[] = Array.isArray(value) ? value : []
  return new Map(
    pairs
      .filter(
        (pair): pair is [number, Rating] => Array.isArray(pair) && isNumber(pair[0]) && isRating(pair[1]),
      )
      .sort(([a], [b]) => a - b),
  )
}

export function markOf(picks: Pick<Picks, 'numbers' | 'passed'>, number: number): Mark {
  if (picks.numbers.includes(number)) return 'pick'
  return picks.passed.includes(number) ? 'pass' : 'unset'
}

export function withMark(picks: Picks, number: number, mark: Mark): Picks {
  if (!isNumber(number)) return picks
  const others = (numbers: readonly number[]) => numbers.filter((one) => one !== number)
  const joined = (numbers: readonly number[]) => ascending([...numbers, number])
  return {
    ...picks,
    numbers: mark === 'pick' ? joined(picks.numbers) : others(picks.numbers),
    passed: mark === 'pass' ? joined(picks.passed) : others(picks.passed),
  }
}

export function withRating(picks: Picks, number: number, rating: Rating | null): Picks {
  if (!isNumber(number)) return picks
  const ratings = [...picks.ratings].filter(([one]) => one !== number)
  if (rating !== null) ratings.push([number, rating])
  return { ...picks, ratings: ratingsOf(ratings) }
}

/** Reads what an earlier visit wrote. Anything unreadable or of another version is no picks, never an error. */
export function parsePicks(raw: string | null): Picks {
  if (!raw) return NOTHING
  try {
    const value: unknown = JSON.parse(raw)
    if (typeof value !== 'object' || value === null) return NOTHING
    const { version, numbers, passed, ratings, note } = value as Record<string, unknown>
    if (version !== VERSION || !Array.isArray(numbers)) return NOTHING
    const picked = numbersOf(numbers)
    return {
      numbers: picked,
      passed: numbersOf(passed).filter((number) => !picked.includes(number)),
      ratings: ratingsOf(ratings),
      note: typeof note === 'string' ? note : '',
    }
  } catch {
    return NOTHING
  }
}

const isNothing = ({ numbers, passed, ratings, note }: Picks) =>
  numbers.length + passed.length + ratings.size === 0 && note === ''

export function serializePicks({ numbers, passed, ratings, note }: Picks): string {
  return JSON.stringify({ version: VERSION, numbers, passed, ratings: [...ratings], note })
}

/** One round's picks over a key-value storage that may throw at any call. */
export function createPicksStore(roundId: string, storage: () => KeyValue): PicksStore {
  const serialize = (picks: Picks) => (isNothing(picks) ? null : serializePicks(picks))
  const form = { key: picksKey(roundId), nothing: NO_PICKS, parse: parsePicks, serialize }
  const store = createDeviceStore(form, storage)
  const { read, put } = store
  return {
    ...store,
    pick: (number) => put(withMark(read(), number, 'pick')),
    takeOff: (number) => put(withMark(read(), number, 'unset')),
    setNote: (note) => put({ ...read(), note }),
    clear: () => put(NOTHING),
  }
}
