import { createDeviceStore, type DeviceStore, type Kept } from '#components/voting/device-store.ts'

/** What a visitor has filled in so far, beside the picks: of every method as much as it needs. */
export type Draft = {
  /** Single: the work that counts. */
  chosen: number | null
  /** Shares, votes or points by work. */
  values: ReadonlyMap<number, number>
  /** Ranked: works from the first place down; picks that are not in it stand behind. */
  order: readonly number[]
}

const VERSION = 1
const MAX_NUMBER = 999_999
const NOTHING: Draft = { chosen: null, values: new Map(), order: [] }

export const NO_DRAFT: Draft & { kept: Kept } = { ...NOTHING, kept: 'device' }

export const draftKey = (roundId: string) => `verso.draft.${roundId}`

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_NUMBER

const isEntry = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && isNumber(value[0]) && isNumber(value[1])

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Anything unreadable or of another version is nothing, never an error. */
export function parseDraft(raw: string | null): Draft {
  if (!raw) return NOTHING
  try {
    const { version, chosen, values, order } = Object(JSON.parse(raw)) as Record<string, unknown>
    if (version !== VERSION) return NOTHING
    return {
      chosen: isNumber(chosen) ? chosen : null,
      values: new Map(listOf(values).filter(isEntry)),
      order: [...new Set(listOf(order).filter(isNumber))],
    }
  } catch {
    return NOTHING
  }
}

function serializeDraft({ chosen, values, order }: Draft): string | null {
  if (chosen === null && values.size === 0 && order.length === 0) return null
  return JSON.stringify({ version: VERSION, chosen, values: [...values], order })
}

/** The draft with another value for a work; 0 is none. */
export function withValue(draft: Draft, number: number, value: number): Draft {
  const values = new Map(draft.values)
  if (value > 0) values.set(number, value)
  else values.delete(number)
  return { ...draft, values }
}

export function createDraftStore(
  roundId: string,
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): DeviceStore<Draft> {
  const form = { key: draftKey(roundId), nothing: NO_DRAFT, parse: parseDraft, serialize: serializeDraft }
  return createDeviceStore(form, storage)
}
