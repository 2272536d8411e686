import { language } from '#messages/language.ts'

const PARTS = { style: 'currency', currency: 'USD' } as const
// Made once: a page of quotes writes hundreds.
const cents = new Intl.NumberFormat(language, {
  ...PARTS,
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})
const fine = new Intl.NumberFormat(language, { ...PARTS, minimumFractionDigits: 2, maximumFractionDigits: 4 })

/** Millionths of a US dollar in dollars: what is below one is exact to a hundredth of a cent. */
export function dollars(microUsd: number): string {
  const amount = microUsd / 1_000_000
  return (amount < 1 ? fine : cents).format(amount)
}
