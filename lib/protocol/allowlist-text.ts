import type { AllowlistRow } from './allowlist.ts'
import { utf8 } from './bytes.ts'
import { MAX_ALLOWLIST_ROWS } from './strategy.ts'

/** What can be wrong with a pasted list: `value` is what was written, the line of the first, or how many there may be. */
export type ListFaultCode = 'no-address' | 'no-amount' | 'same-address' | 'too-many' | 'empty'

/** What is wrong with a line of a pasted list; lines count from 1. */
export type ListFault = { line: number; code: ListFaultCode; value: string | number }

export type ListText = { rows: AllowlistRow[]; faults: ListFault[]; faultCount: number }

/** Faults that are told one by one; the others are counted. */
const FAULTS_TOLD = 50
const ADDRESS = /^0x[0-9a-fA-F]{40}$/
const AMOUNT = /^[1-9][0-9]{0,77}$/
const HEADER = /^"?(account|address|wallet|holder)/i
const SEPARATOR = /[,;\t]/

type Entry = { line: number; account: string; amount: string }

const unquoted = (text: string) =>
  text
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .trim()

function* csvEntries(text: string): Generator<Entry> {
  let line = 0
  for (const written of text.split('\n')) {
    line += 1
    if (written.trim() === '' || (line === 1 && HEADER.test(written.trim()))) continue
    const [account = '', amount = '1', ...rest] = written.split(SEPARATOR).map(unquoted)
    yield { line, account, amount: rest.some((cell) => cell !== '') ? `${amount},${rest.join(',')}` : amount }
  }
}

const textOf = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

function entryOf(value: unknown, line: number): Entry {
  if (typeof value === 'string') return { line, account: value, amount: '1' }
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  return {
    line,
    account: textOf(fields.account ?? fields.address),
    amount: fields.amount === undefined ? '1' : textOf(fields.amount),
  }
}

/** A list of records or addresses, or one object of amounts by address; null for what is no JSON. */
function jsonEntries(text: string): Entry[] | null {
  try {
    const value: unknown = JSON.parse(text)
    if (Array.isArray(value)) return value.map((one, index) => entryOf(one, index + 1))
    const pairs = Object.entries(value as object)
    return pairs.map(([account, amount], index) => entryOf({ account, amount }, index + 1))
  } catch {
    return null
  }
}

/** One record a line, as a list is published. */
function* jsonLineEntries(text: string): Generator<Entry> {
  let line = 0
  for (const written of text.split('\n')) {
    line += 1
    if (written.trim() === '') continue
    const [entry] = jsonEntries(`[${written}]`) ?? [{ account: '', amount: '' }]
    yield { account: '', amount: '', ...entry, line }
  }
}

function entriesOf(text: string): Iterable<Entry> {
  const start = text.trimStart()
  if (start.startsWith('[') || start.startsWith('{'))
    return jsonEntries(start) ?? (start.startsWith('{') ? jsonLineEntries(text) : csvEntries(text))
  return csvEntries(text)
}

function faultOf({ line, account, amount }: Entry, seenIn: number | undefined): ListFault | null {
  if (!ADDRESS.test(account)) return { line, code: 'no-address', value: account.slice(0, 60) }
  if (!AMOUNT.test(amount)) return { line, code: 'no-amount', value: amount.slice(0, 60) }
  return seenIn === undefined ? null : { line, code: 'same-address', value: seenIn }
}

/**
 * Reads a list as people have it: CSV or TSV of address and amount (1 where there is none), JSON, or one record a
 * line. Nothing is dropped in silence: every line that is no row is a fault, and rows beyond the limit are one.
 */
export function readListText(text: string): ListText {
  const rows: AllowlistRow[] = []
  const faults: ListFault[] = []
  const seen = new Map<string, number>()
  let faultCount = 0
  const tell = (fault: ListFault) => {
    faultCount += 1
    if (faults.length < FAULTS_TOLD) faults.push(fault)
  }
  for (const entry of entriesOf(text.replace(/^\uFEFF/, ''))) {
    const account = entry.account.toLowerCase()
    const fault = faultOf(entry, seen.get(account))
    if (fault) tell(fault)
    else {
      seen.set(account, entry.line)
      rows.push({ account: account as `0x${string}`, amount: entry.amount })
    }
  }
  if (rows.length > MAX_ALLOWLIST_ROWS)
    tell({ line: rows.length, code: 'too-many', value: MAX_ALLOWLIST_ROWS })
  if (rows.length === 0 && faultCount === 0) tell({ line: 1, code: 'empty', value: '' })
  return { rows, faults, faultCount }
}

/** The file of a list: one record a line, by account. */
export function listFile(rows: readonly AllowlistRow[]): Uint8Array {
  const sorted = rows.toSorted((a, b) => (a.account < b.account ? -1 : 1))
  return utf8(sorted.map(({ account, amount }) => `{"account":"${account}","amount":"${amount}"}\n`).join(''))
}
