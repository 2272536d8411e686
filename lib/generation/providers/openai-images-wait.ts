import type { Answer } from '#lib/generation/adapters/json-call.ts'
import { retryAfterOf } from '#lib/generation/retry-after.ts'

const UNIT_SECONDS = { h: 3_600, m: 60, s: 1, ms: 0.001 } as const

const DURATION = /(?:\d+(?:\.\d+)?(?:ms|h|m|s))+/

/** Seconds of a duration as the limits are told in: `20ms`, `12s`, `7.66s`, `6m0s`. */
function secondsOf(duration: string): number {
  const parts = duration.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)
  return [...parts].reduce((sum, [, amount, unit]) => {
    return sum + Number(amount) * UNIT_SECONDS[unit as keyof typeof UNIT_SECONDS]
  }, 0)
}

/** When every limit that is used up is open again; null where the headers name none. */
function resetSeconds(headers: Headers): number | null {
  const used = [...headers].flatMap(([name, left]) => {
    const limit = /^x-ratelimit-remaining-(.+)$/.exec(name)?.[1]
    const reset = limit && headers.get(`x-ratelimit-reset-${limit}`)
    return reset && Number(left) <= 0 && DURATION.test(reset) ? [secondsOf(reset)] : []
  })
  return used.length > 0 ? Math.max(...used) : null
}

/** “Please try again in 1m12s.”, “try again after 51.8 seconds” */
function saidSeconds(words: string): number | null {
  const said = /(?:again|retry) (?:in|after) (.+)/i.exec(words)?.[1]?.replace(/\s+seconds?\b/, 's')
  const duration = said && DURATION.exec(said)?.[0]
  return duration ? secondsOf(duration) : null
}

/**
 * Seconds until the host takes requests again: the header for it, else its limits, else its words.
 * @param now wall time in milliseconds
 */
export function waitSeconds({ retryAfter, headers }: Answer, words: string, now: number): number {
  const milliseconds = Number(headers?.get('retry-after-ms') ?? Number.NaN)
  if (milliseconds > 0) return retryAfterOf(String(milliseconds / 1000), '', now)
  if (retryAfter) return retryAfterOf(retryAfter, '', now)
  const seconds = (headers && resetSeconds(headers)) ?? saidSeconds(words)
  return retryAfterOf(seconds === null ? null : seconds.toFixed(3), '', now)
}
