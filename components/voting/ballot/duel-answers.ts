import { createDeviceStore, type DeviceStore, type Kept } from '#components/voting/device-store.ts'
import type { DuelAnswer } from '#lib/protocol/pair-queue.ts'

/** How a visitor judged the first duels of their queue, in its order. */
export type DuelAnswers = { answers: readonly DuelAnswer[] }

const VERSION = 1
const LETTERS: Record<DuelAnswer, string> = { low: 'l', high: 'h', tied: 't', skipped: 's' }
const ANSWERS: Record<string, DuelAnswer> = { l: 'low', h: 'high', t: 'tied', s: 'skipped' }
const NOTHING: DuelAnswers = { answers: [] }

export const NO_ANSWERS: DuelAnswers & { kept: Kept } = { ...NOTHING, kept: 'device' }

/** Of one account in one round: another account has another queue. */
export const duelsIdOf = (roundId: string, voter: string) => `${roundId}.${voter}`

export const duelsKey = (id: string) => `verso.duels.${id}`

/** One letter an answer. */
export const lettersOf = (answers: readonly DuelAnswer[]) => answers.map((answer) => LETTERS[answer]).join('')

export const answersOf = (letters: string): DuelAnswer[] =>
  [...letters].flatMap((letter) => ANSWERS[letter] ?? [])

/** Anything unreadable or of another version is nothing, never an error. */
export function parseAnswers(raw: string | null): DuelAnswers {
  try {
    const { version, answers } = Object(JSON.parse(raw ?? '')) as Record<string, unknown>
    if (version !== VERSION || typeof answers !== 'string') return NOTHING
    return { answers: answersOf(answers) }
  } catch {
    return NOTHING
  }
}

function serializeAnswers({ answers }: DuelAnswers): string | null {
  if (answers.length === 0) return null
  return JSON.stringify({ version: VERSION, answers: lettersOf(answers) })
}

export function createAnswersStore(
  id: string,
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): DeviceStore<DuelAnswers> {
  const form = { key: duelsKey(id), nothing: NO_ANSWERS, parse: parseAnswers, serialize: serializeAnswers }
  return createDeviceStore(form, storage)
}
