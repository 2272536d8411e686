/** n ÷ d, exactly; d > 0. */
export type Fraction = { readonly n: bigint; readonly d: bigint }

export const ZERO: Fraction = { n: 0n, d: 1n }

export const minus = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d - b.n * a.d, d: a.d * b.d })

export const sign = ({ n }: Fraction): -1 | 0 | 1 => (n > 0n ? 1 : n < 0n ? -1 : 0)

/** Whether |a| ≤ |b|. */
export const isWithin = (a: Fraction, b: Fraction): boolean => absolute(a.n) * b.d <= absolute(b.n) * a.d

export const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

export function greatestDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [absolute(a), absolute(b)]
  while (y > 0n) [x, y] = [y, x % y]
  return x
}

/** The very value of a finite double, which is a whole number of some 2⁻ᵏ. */
export function fractionOfDouble(value: number): Fraction {
  let whole = value
  let d = 1n
  while (!Number.isInteger(whole)) {
    whole *= 2
    d *= 2n
  }
  return { n: BigInt(whole), d }
}

const DECIMALS = 18n

/** In decimals, as many as 18; "…" where that is not all of it. */
export function decimalText({ n, d }: Fraction): string {
  const scale = 10n ** DECIMALS
  const units = (absolute(n) * scale) / d
  const isWhole = units * d === absolute(n) * scale
  const decimals = String(units % scale).padStart(Number(DECIMALS), '0')
  const tail = isWhole ? decimals.replace(/0+$/, '') : `${decimals}…`
  return `${n < 0n ? '-' : ''}${units / scale}${tail === '' ? '' : `.${tail}`}`
}

const SHOWN_DIGITS = 3

/** With its sign and three digits: "+5", "-0.25", "+1.14e-13". */
export function signedText(value: Fraction): string {
  const { n, d } = value
  if (n === 0n) return '0'
  let exponent = String(absolute(n)).length - String(d).length
  if (!isAtLeast(value, exponent)) exponent -= 1
  const shift = SHOWN_DIGITS - 1 - exponent
  const up = shift > 0 ? 10n ** BigInt(shift) : 1n
  const down = shift < 0 ? 10n ** BigInt(-shift) : 1n
  const rounded = (2n * absolute(n) * up + d * down) / (2n * d * down)
  return `${n < 0n ? '-' : '+'}${Number(`${rounded}e${-shift}`)}`
}

/** Whether |value| ≥ 10^exponent. */
function isAtLeast({ n, d }: Fraction, exponent: number): boolean {
  const power = 10n ** BigInt(Math.abs(exponent))
  return exponent < 0 ? absolute(n) * power >= d : absolute(n) >= d * power
}
