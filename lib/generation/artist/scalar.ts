export const clamp = (x: number, low = 0, high = 1) => (x < low ? low : x > high ? high : x)

export const mix = (from: number, to: number, t: number) => from + (to - from) * t

/** Hermite step from 0 at `from` to 1 at `to`; `from` may be the larger. */
export function smooth(from: number, to: number, x: number): number {
  const t = clamp((x - from) / (to - from))
  return t * t * (3 - 2 * t)
}

export const magnitude = (x: number) => (x < 0 ? -x : x)

export const distance = (dx: number, dy: number) => Math.sqrt(dx * dx + dy * dy)

/** A coverage or fraction in 0…1 as a byte. */
export const toByte = (x: number) => Math.floor(clamp(x) * 255 + 0.5)
