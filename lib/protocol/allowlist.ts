import { z } from 'zod'
import { parseCanonical } from './canonical.ts'
import { type ProtocolCode, ProtocolError } from './errors.ts'
import { LogTree } from './log-levels.ts'
import { leafHashOf } from './log-tree.ts'
import { type Address, addressSchema, type Bytes32, decimalSchema } from './primitives.ts'
import { type Sentence, said } from './said.ts'
import { parseShape } from './shape.ts'

/** One line of allowlists/<root>.jsonl, strictly ascending by account. */
export const allowlistRowSchema = z.strictObject({
  account: addressSchema,
  amount: decimalSchema.refine((text) => text !== '0', 'an amount of zero'),
})
export type AllowlistRow = z.infer<typeof allowlistRowSchema>

/** A list that is none, with the line at fault. */
export class AllowlistError extends ProtocolError {
  readonly line: number
  constructor(code: ProtocolCode, line: number, ...fault: Sentence) {
    super(code, 'line {line}: {fault}', { line, fault: said(...fault) })
    this.name = 'AllowlistError'
    this.line = line
  }
}

/** A list whose every line was read. `bytes` is the file. */
export type Allowlist = { root: Bytes32; rows: number; bytes: Uint8Array }

const NEWLINE = 10
const ACCOUNT_AT = '{"account":"'.length
const ACCOUNT_LENGTH = 42
const decoder = new TextDecoder()

/**
 * Reads a list: its root is that of RFC 9162 over its lines, without their newlines.
 * @throws AllowlistError `schema-invalid`, `bundle-layout` for lines out of order, and those of `parseCanonical`
 */
export function readAllowlist(bytes: Uint8Array): Allowlist {
  const tree = new LogTree()
  let before = ''
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start)
    const line = tree.size + 1
    if (end < 0) throw new AllowlistError('json-not-canonical', line, 'no newline at the end')
    const text = bytes.subarray(start, end)
    const account = readAccount(text, line)
    if (account <= before)
      throw new AllowlistError('bundle-layout', line, '{account} is out of order or stands twice', {
        account,
      })
    before = account
    tree.append(leafHashOf(text))
    start = end + 1
  }
  return { root: tree.root(), rows: tree.size, bytes }
}

/** A row in its one spelling; anything else is read slowly, for what is wrong with it. */
const PLAIN_ROW = /^\{"account":"(0x[0-9a-f]{40})","amount":"[1-9][0-9]{0,77}"\}$/

function readAccount(bytes: Uint8Array, line: number): string {
  const [, account] = PLAIN_ROW.exec(decoder.decode(bytes)) ?? []
  return account ?? readRow(bytes, line).account
}

function readRow(bytes: Uint8Array, line: number): AllowlistRow {
  try {
    return parseShape(allowlistRowSchema, parseCanonical(bytes), 'allowlist')
  } catch (cause) {
    if (cause instanceof ProtocolError)
      throw new AllowlistError(cause.code, line, '{fault}', { fault: cause.said })
    throw cause
  }
}

/** What an account has in a list that was read; 0 for an account that does not stand in it. */
export function amountIn({ bytes }: Pick<Allowlist, 'bytes'>, account: Address): bigint {
  let low = 0
  let high = bytes.length
  while (low < high) {
    const start = lineStart(bytes, (low + high) >> 1)
    const end = bytes.indexOf(NEWLINE, start)
    const found = decoder.decode(bytes.subarray(start + ACCOUNT_AT, start + ACCOUNT_AT + ACCOUNT_LENGTH))
    if (found === account) return BigInt(amountOf(bytes.subarray(start, end)))
    if (found < account) low = end + 1
    else high = start
  }
  return 0n
}

/** Every line is canonical, so that its first character is the one after a newline. */
function lineStart(bytes: Uint8Array, position: number): number {
  return position === 0 ? 0 : bytes.lastIndexOf(NEWLINE, position - 1) + 1
}

function amountOf(line: Uint8Array): string {
  const row: AllowlistRow = JSON.parse(decoder.decode(line))
  return row.amount
}
