import { SnapshotError } from './snapshot-error.ts'

/** A number as a file spells it: a double would already have lost what an exact count needs. */
export class JsonNumber {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

type Reviver = (key: string, value: unknown, context?: { source?: string }) => unknown

const keepSource: Reviver = (_key, value, context) => {
  if (typeof value !== 'number') return value
  if (context?.source === undefined)
    throw new SnapshotError('numbers-rounded', 'this program reads numbers only as doubles')
  return new JsonNumber(context.source)
}

/**
 * JSON with each number as its own spelling (`JSON.parse` with source text, ECMA-262 2026).
 * @throws SnapshotError `not-json`, `too-deep`, and `numbers-rounded` where the platform gives no source text
 */
export function parseWithSource(text: string): unknown {
  try {
    return JSON.parse(text, keepSource)
  } catch (cause) {
    if (cause instanceof SnapshotError) throw cause
    if (cause instanceof RangeError) throw new SnapshotError('too-deep', 'lists within lists without end')
    throw new SnapshotError('not-json', cause instanceof Error ? cause.message : 'not JSON')
  }
}

/** The value as any other program reads it, numbers as doubles; keys keep their order. */
export function plainOf(value: unknown): unknown {
  if (value instanceof JsonNumber) return Number(value.source)
  if (Array.isArray(value)) return value.map(plainOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainOf(item)]))
}

/** Stands where a file says nothing; a text that is written stands in quotes. */
export const NOTHING = 'nothing'

/** The value as it stands in the file, in one line of at most `most` signs. */
export function shownAs(value: unknown, most = 60): string {
  const text = value === undefined ? NOTHING : spelledText(value)
  return text.length > most ? `${text.slice(0, most - 1)}…` : text
}

/** JSON again, each number as it was spelled. */
export function spelledText(value: unknown): string {
  if (value instanceof JsonNumber) return value.source
  if (Array.isArray(value)) return `[${value.map(spelledText).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  return `{${Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .map(([key, item]) => `${JSON.stringify(key)}: ${spelledText(item)}`)
    .join(', ')}}`
}
