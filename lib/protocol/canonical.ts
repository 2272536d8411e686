import canonicalize from 'canonicalize'
import { utf8 } from './bytes.ts'
import { ProtocolError } from './errors.ts'
import { findDuplicateKey } from './json-keys.ts'
import { said, type Value } from './said.ts'

/** Nesting of arrays and objects that a file may have. */
export const MAX_DEPTH = 64

const NEWLINE = 10
/** ASCII without the null character: nothing of what `assertText` looks for. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is what is allowed
const PLAIN = /^[\x01-\x7f]*$/
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Refuses text that two readers could store or show differently: lone surrogates, text that is not
 * in Unicode normalisation form C, byte order marks (U+FEFF) and the null character.
 * @throws ProtocolError `json-bad-text`
 */
export function assertText(text: string, where: Value = 'text'): void {
  if (PLAIN.test(text)) return
  if (!text.isWellFormed()) throw new ProtocolError('json-bad-text', '{where}: a lone surrogate', { where })
  if (text.includes('\uFEFF'))
    throw new ProtocolError('json-bad-text', '{where}: a byte order mark', { where })
  if (text.includes('\u0000'))
    throw new ProtocolError('json-bad-text', '{where}: a null character', { where })
  if (text.normalize('NFC') !== text) {
    throw new ProtocolError('json-bad-text', '{where}: text that is not in normalisation form C', { where })
  }
}

function assertNumber(value: number, where: string): void {
  if (!Number.isSafeInteger(value)) {
    throw new ProtocolError('json-bad-number', '{where}: not an integer within 2^53 - 1', { where })
  }
  if (Object.is(value, -0)) throw new ProtocolError('json-bad-number', '{where}: minus zero', { where })
}

function assertArray(value: unknown[], where: string, depth: number): void {
  for (let i = 0; i < value.length; i += 1) assertValue(value[i], `${where}[${i}]`, depth + 1)
}

function assertObject(value: object, where: string, depth: number): void {
  const prototype = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new ProtocolError('json-invalid', '{where}: not a plain object', { where })
  }
  if (Object.getOwnPropertySymbols(value).length > 0) {
    throw new ProtocolError('json-invalid', '{where}: a symbol as a key', { where })
  }
  const items = value as Record<string, unknown>
  for (const key of Object.keys(items)) {
    const item = items[key]
    // Most are plain, and naming the place of each would take longer than looking at it.
    if (!PLAIN.test(key)) assertText(key, said('{where}: a key', { where }))
    if (typeof item !== 'string' || !PLAIN.test(item)) assertValue(item, `${where}.${key}`, depth + 1)
  }
}

function assertValue(value: unknown, where: string, depth: number): void {
  if (value === null || typeof value === 'boolean') return
  if (typeof value === 'string') assertText(value, where)
  else if (typeof value === 'number') assertNumber(value, where)
  else if (typeof value !== 'object')
    throw new ProtocolError('json-invalid', '{where}: {type} is not JSON', { where, type: typeof value })
  else if (depth >= MAX_DEPTH)
    throw new ProtocolError('json-too-deep', 'nested deeper than {most}', { most: MAX_DEPTH })
  else if (Array.isArray(value)) assertArray(value, where, depth)
  else assertObject(value, where, depth)
}

/**
 * The one spelling of a value (JCS, RFC 8785), for values the protocol allows: no fractions, no
 * integers beyond 2^53 - 1, no minus zero, no undefined, only well-formed text in form C.
 * @throws ProtocolError `json-bad-text`, `json-bad-number`, `json-too-deep`, `json-invalid`
 */
export function canonicalText(value: unknown): string {
  assertValue(value, '$', 0)
  // With its keys in order, a value is written by JSON.stringify as RFC 8785 says.
  if (isSorted(value)) return JSON.stringify(value)
  const text = canonicalize(value)
  if (text === undefined) throw new ProtocolError('json-invalid', 'no value to write')
  return text
}

/** UTF-8 bytes of `canonicalText`. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8(canonicalText(value))
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    throw new ProtocolError('json-bad-text', 'a byte order mark at the start')
  }
  try {
    return decoder.decode(bytes)
  } catch {
    throw new ProtocolError('json-bad-text', 'not UTF-8')
  }
}

/** Whether the keys of every object are enumerated in the order of their UTF-16 units. */
function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (Array.isArray(value)) return value.every(isSorted)
  const items = value as Record<string, unknown>
  let before: string | undefined
  for (const key of Object.keys(items)) {
    if (before !== undefined && before >= key) return false
    if (!isSorted(items[key])) return false
    before = key
  }
  return true
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof RangeError)
      throw new ProtocolError('json-too-deep', 'nested deeper than {most}', { most: MAX_DEPTH })
    throw new ProtocolError('json-invalid', 'not JSON')
  }
}

/**
 * Reads bytes that must be exactly the canonical spelling of what they say.
 * @throws ProtocolError `json-not-canonical`, `json-duplicate-key` and the codes of `canonicalText`
 */
export function parseCanonical(bytes: Uint8Array): unknown {
  const text = decode(bytes)
  const value = parseText(text)
  if (canonicalText(value) !== text) {
    const key = findDuplicateKey(text)
    if (key !== undefined)
      throw new ProtocolError('json-duplicate-key', 'the key {key} twice', { key: JSON.stringify(key) })
    throw new ProtocolError('json-not-canonical', 'the bytes are not the canonical spelling (RFC 8785)')
  }
  return value
}

/** A `.jsonl` file: every row canonical and followed by a newline; no rows, no bytes. */
export function jsonLines(rows: readonly unknown[]): Uint8Array {
  return utf8(rows.map((row) => `${canonicalText(row)}\n`).join(''))
}

/**
 * The rows of a `.jsonl` file, each canonical, the last one closed by a newline.
 * @throws ProtocolError as `parseCanonical`, with the line in the message
 */
export function parseJsonLines(bytes: Uint8Array): unknown[] {
  const rows: unknown[] = []
  let start = 0
  while (start < bytes.length) {
    const end = bytes.indexOf(NEWLINE, start)
    if (end < 0) throw new ProtocolError('json-not-canonical', 'the last line has no newline')
    rows.push(parseLine(bytes.subarray(start, end), rows.length + 1))
    start = end + 1
  }
  return rows
}

function parseLine(bytes: Uint8Array, line: number): unknown {
  try {
    return parseCanonical(bytes)
  } catch (cause) {
    if (cause instanceof ProtocolError)
      throw new ProtocolError(cause.code, 'line {line}: {fault}', { line, fault: cause.said })
    throw cause
  }
}
