import { refusalCopy } from '#lib/ballots/refusal-copy.ts'
import type { Refused } from '#lib/ballots/schema.ts'
import { say } from '#messages/protocol/say.ts'
import type { BallotAnswer } from './accept-ballot.ts'

/** What an HTTP client reads when a ballot is refused: plain words, the stable code, and the signed refusal. */
export function refusedAnswer(answer: Extract<BallotAnswer, { kind: 'refused' }>): Refused {
  const { error, refusal, lastSequence } = answer
  const { title, next } = refusalCopy(error.code)
  return {
    type: 'about:blank',
    title,
    detail: say(error.said),
    status: error.code === 'sequence-used' ? 409 : 422,
    code: error.code,
    next,
    refusal,
    lastSequence: lastSequence === null ? null : String(lastSequence),
  }
}
