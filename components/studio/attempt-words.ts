import type { DotKind } from '#components/ui/dot.tsx'
import type { AttemptView } from '#lib/generation/executions/schema.ts'
import * as text from '#messages/studio/attempt-words.ts'
import { durationWords } from './duration-words.ts'

type Ended = Pick<AttemptView, 'outcome' | 'accepted' | 'startedAtMs' | 'endedAtMs'>

const isKnown = (outcome: string): outcome is keyof typeof text.failures =>
  Object.hasOwn(text.failures, outcome)

/** What came of an attempt: its dot, and how long it took. @param nowMs wall time, for one that goes on */
export function attemptWords(attempt: Ended, nowMs: number): { dot: DotKind; words: string } {
  const { outcome, accepted, startedAtMs, endedAtMs } = attempt
  const took = durationWords(Math.max(0, (endedAtMs ?? nowMs) - startedAtMs))
  if (outcome === null) return { dot: 'waiting', words: text.underWay(took) }
  if (outcome === 'cancelled') return { dot: 'refused', words: text.calledOff }
  if (outcome !== 'succeeded')
    return { dot: 'refused', words: text.after(isKnown(outcome) ? text.failures[outcome] : outcome, took) }
  if (accepted === null) return { dot: 'waiting', words: text.after(text.atTheGates, took) }
  return accepted
    ? { dot: 'candidate', words: text.after(text.hung, took) }
    : { dot: 'refused', words: text.after(text.turnedAway, took) }
}

/** "Picture 3", and which time it was asked for. */
export function attemptName({
  position,
  try: again,
  attempt,
}: Pick<AttemptView, 'position' | 'try' | 'attempt'>) {
  const name = again > 0 ? text.pictureTry(position, again + 1) : text.picture(position)
  return attempt > 1 ? text.askedAgain(name, attempt) : name
}
