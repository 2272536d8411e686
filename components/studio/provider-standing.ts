import type { ProviderStanding } from '#lib/generation/executions/schema.ts'
import * as text from '#messages/studio/provider-standing.ts'
import { clockWords, durationWords } from './duration-words.ts'

type Asked = Pick<ProviderStanding, 'breaker' | 'retryAtMs'>

/** Whether a provider is asked now, and if not, until when and why. Times are UTC. */
export function breakerWords({ breaker, retryAtMs }: Asked): string {
  const { state, failures, untilMs } = breaker
  if (state === 'open' && untilMs !== null) return text.leftAlone(clockWords(untilMs), failures)
  if (state === 'half-open') return text.tried(failures)
  if (retryAtMs !== null) return text.asksToWait(clockWords(retryAtMs))
  return failures > 0 ? text.failedLast(failures) : text.takesPictures
}

type Stats = ProviderStanding['stats']

/** What the gates took of what came, and what never came. */
export function takenWords({ accepted, refused, failed }: Stats): { share: string; of: string } | null {
  const judged = accepted + refused
  if (judged + failed === 0) return null
  return {
    share: judged > 0 ? text.percent(Math.round((accepted / judged) * 100)) : '–',
    of: [
      ...(judged > 0 ? [text.taken(accepted, judged)] : []),
      ...(failed > 0 ? [text.failed(failed)] : []),
    ].join(', '),
  }
}

/** A time in words, or a dash before the first. */
export const timeOf = (ms: number | null): string => (ms === null ? '–' : durationWords(ms))
