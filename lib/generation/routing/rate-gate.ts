/**
 * A token bucket kept as the time at which it is full again (the generic cell rate algorithm, ITU-T I.371).
 * Times are wall time in milliseconds.
 */
export type Rate = { perMinute: number; burst: number }

const spacingMs = ({ perMinute }: Rate): number => 60_000 / perMinute

/** When the next request may go out; `fullAtMs` is 0 for a bucket nobody has taken from. */
export const nextAtMs = (rate: Rate, fullAtMs: number): number =>
  fullAtMs - spacingMs(rate) * (rate.burst - 1)

/** The bucket after a request. */
export const afterRequest = (rate: Rate, fullAtMs: number, atMs: number): number =>
  Math.max(fullAtMs, atMs) + spacingMs(rate)
