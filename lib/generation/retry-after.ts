const DEFAULT_WAIT_SECONDS = 10
const LONGEST_WAIT_SECONDS = 600

/**
 * Seconds to wait: the header, as a number or an HTTP date, else the words ("resets in ~30s").
 * @param now wall time in milliseconds
 * @param otherwise seconds when neither says anything
 */
export function retryAfterOf(
  header: string | null,
  words: string,
  now: number,
  otherwise = DEFAULT_WAIT_SECONDS,
): number {
  const clamp = (seconds: number) => Math.min(LONGEST_WAIT_SECONDS, Math.max(1, Math.ceil(seconds)))
  if (header && /^\d+(\.\d+)?$/.test(header)) return clamp(Number(header))
  const date = header ? Date.parse(header) : Number.NaN
  if (!Number.isNaN(date)) return clamp((date - now) / 1000)
  const said = /(\d+)\s*(?:more )?s(?:econds?)?\b/.exec(words)
  return clamp(said ? Number(said[1]) : otherwise)
}
