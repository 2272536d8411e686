/** What a visitor chose on this device, before anything is signed. Numbers ascend and are unique. */
export type Picks = { numbers: readonly number[]; note: string }

/** `page`: the device refused to keep it (blocked or full), so it lives as long as the page does. */
export type PicksState = Picks & { kept: 'device' | 'page' }

type KeyValue = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

export type PicksStore = {
  read: () => PicksState
  subscribe: (listener: () => void) => () => void
  pick: (number: number) => void
  takeOff: (number: number) => void
  setNote: (note: string) => void
  clear: () => void
  /** Takes over what another tab wrote. */
  reload: () => void
}

const VERSION = 1
const MAX_NUMBER = 999_999

export const NO_PICKS: PicksState = { numbers: [], note: '', kept: 'device' }

export const picksKey = (roundId: string) => `verso.picks.${roundId}`

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_NUMBER

const ascending = (numbers: Iterable<number>) => [...new Set(numbers)].sort((a, b) => a - b)

/** Reads what an earlier visit wrote. Anything unreadable or of another version is no picks, never an error. */
export function parsePicks(raw: string | null): Picks {
  if (!raw) return { numbers: [], note: '' }
  try {
    const value: unknown = JSON.parse(raw)
    if (typeof value !== 'object' || value === null) return { numbers: [], note: '' }
    const { version, numbers, note } = value as Record<string, unknown>
    if (version !== VERSION || !Array.isArray(numbers)) return { numbers: [], note: '' }
    return { numbers: ascending(numbers.filter(isNumber)), note: typeof note === 'string' ? note : '' }
  } catch {
    return { numbers: [], note: '' }
  }
}

export function serializePicks({ numbers, note }: Picks): string {
  return JSON.stringify({ version: VERSION, numbers: ascending(numbers), note })
}

/** One round's picks over a key-value storage that may throw at any call. */
export function createPicksStore(roundId: string, storage: () => KeyValue): PicksStore {
  const key = picksKey(roundId)
  const listeners = new Set<() => void>()
  let state: PicksState | null = null

  function load(): PicksState {
    try {
      return { ...parsePicks(storage().getItem(key)), kept: 'device' }
    } catch {
      return { ...NO_PICKS, kept: 'page' }
    }
  }

  function keep(picks: Picks): PicksState['kept'] {
    try {
      if (picks.numbers.length === 0 && picks.note === '') storage().removeItem(key)
      else storage().setItem(key, serializePicks(picks))
      return 'device'
    } catch {
      return 'page'
    }
  }

  function write(picks: Picks) {
    state = { ...picks, kept: keep(picks) }
    for (const listener of listeners) listener()
  }

  const read = () => {
    state ??= load()
    return state
  }

  return {
    read,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    pick(number) {
      if (isNumber(number)) write({ note: read().note, numbers: ascending([...read().numbers, number]) })
    },
    takeOff(number) {
      write({ note: read().note, numbers: read().numbers.filter((picked) => picked !== number) })
    },
    setNote(note) {
      write({ numbers: read().numbers, note })
    },
    clear() {
      write({ numbers: [], note: '' })
    },
    reload() {
      state = load()
      for (const listener of listeners) listener()
    },
  }
}
