import type { ListFaultCode } from '#lib/protocol/allowlist-text.ts'

export const listFaults: Record<ListFaultCode, (value: string | number) => string> = {
  'no-address': (written) => `„${written}“ ist keine Adresse: 0x und 40 Hexadezimalziffern.`,
  'no-amount': (written) => `„${written}“ ist kein Betrag: eine ganze Zahl über null.`,
  'same-address': (line) => `Dieselbe Adresse wie in Zeile ${line}.`,
  'too-many': (most) => `Mehr als ${most.toLocaleString('de-DE')} Zeilen.`,
  empty: (_none) => 'Die Liste ist leer.',
}
