import { createDeviceStore, type DeviceStore, type Kept } from './device-store.ts'

/** Works that were looked at on this device. */
export type Seen = { numbers: ReadonlySet<number> }

const NOTHING: Seen = { numbers: new Set() }
export const NOTHING_SEEN: Seen & { kept: Kept } = { ...NOTHING, kept: 'device' }

const MOST = 10_000
const RANGES = /^[1-9]\d{0,4}(-[1-9]\d{0,4})?(,[1-9]\d{0,4}(-[1-9]\d{0,4})?)*$/

export const seenKey = (roundId: string) => `verso.seen.${roundId}`

function* within(range: string): Generator<number> {
  const [from = 0, to = from] = range.split('-').map(Number)
  for (let number = from; number <= Math.min(to, MOST); number += 1) yield number
}

/** `1-40,55`: thousands of works are a short text. Anything else is nothing seen, never an error. */
export function parseSeen(raw: string | null): Seen {
  if (raw === null || !RANGES.test(raw)) return NOTHING
  return { numbers: new Set(raw.split(',').flatMap((range) => [...within(range)])) }
}

export function serializeSeen({ numbers }: Seen): string | null {
  const ranges: [from: number, to: number][] = []
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else ranges.push([number, number])
  }
  const texts = ranges.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`))
  return texts.length > 0 ? texts.join(',') : null
}

export function createSeenStore(
  roundId: string,
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): DeviceStore<Seen> {
  const form = { key: seenKey(roundId), nothing: NOTHING_SEEN, parse: parseSeen, serialize: serializeSeen }
  return createDeviceStore(form, storage)
}
