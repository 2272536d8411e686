import type { ListFaultCode } from '#lib/protocol/allowlist-text.ts'

export const listFaults: Record<ListFaultCode, (value: string | number) => string> = {
  'no-address': (written) => `“${written}” is no address: 0x and 40 hexadecimal digits.`,
  'no-amount': (written) => `“${written}” is no amount: a whole number above zero.`,
  'same-address': (line) => `The same address as in line ${line}.`,
  'too-many': (most) => `More than ${most} rows.`,
  empty: (_none) => 'The list is empty.',
}
