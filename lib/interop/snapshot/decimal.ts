/** Powers are whole numbers of 10⁻¹⁸, as most tokens count them. */
export const UNIT_DECIMALS = 18
export const UNIT = 10n ** BigInt(UNIT_DECIMALS)

const DECIMAL = /^(-?)([0-9]{1,400})(?:\.([0-9]{1,400}))?(?:[eE]([+-]?[0-9]{1,4}))?$/
/** Beyond what a double holds, and beyond any token: 2²⁵⁶ units. */
const MOST_EXPONENT = 400
const MOST_UNITS = 2n ** 256n

type Decimal = { negative: boolean; digits: bigint; exponent: number }

function decimalOf(source: string): Decimal | null {
  const [, minus, whole = '', part = '', power = '0'] = DECIMAL.exec(source) ?? []
  if (whole === '') return null
  return { negative: minus === '-', digits: BigInt(whole + part), exponent: Number(power) - part.length }
}

/**
 * A number's spelling in whole units of 10⁻¹⁸, floored towards zero; null for one beyond 2²⁵⁶ units.
 * @returns `isFiner`: it has digits below the unit, which are left out
 */
export function unitsOf(source: string): { units: bigint; isFiner: boolean } | null {
  const decimal = decimalOf(source)
  if (!decimal) return null
  const { digits, negative } = decimal
  const shift = decimal.exponent + UNIT_DECIMALS
  if (digits === 0n) return { units: 0n, isFiner: false }
  if (shift > MOST_EXPONENT) return null
  const scale = 10n ** BigInt(Math.min(Math.abs(shift), 2 * MOST_EXPONENT + 20))
  const units = shift >= 0 ? digits * scale : digits / scale
  if (units >= MOST_UNITS) return null
  return { units: negative ? -units : units, isFiner: shift < 0 && units * scale !== digits }
}

/** Whether a double, written in its shortest form, no longer says what the file says. */
export function losesDigits(source: string): boolean {
  const value = Number(source)
  if (!Number.isFinite(value)) return true
  const [given, held] = [decimalOf(source), decimalOf(String(value))]
  if (!given || !held) return true
  const least = Math.min(given.exponent, held.exponent)
  const raised = ({ digits, exponent }: Decimal) => digits * 10n ** BigInt(Math.min(exponent - least, 2000))
  return raised(given) !== raised(held)
}
