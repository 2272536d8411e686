import { receiptsCookie } from '#lib/ballots/receipts-cookie.ts'
import { roundParams } from '#lib/flows/api/schemas.ts'
import type { Services } from '#lib/flows/services.ts'
import { env } from '#lib/platform/env.ts'
import { type HttpAnswer, jsonAnswer, parseJson, problemAnswer } from '#lib/platform/http-answer.ts'
import { takeFrom } from '#lib/platform/rate-limit.ts'
import { acceptBallot } from './accept-ballot.ts'
import { refusedAnswer } from './refused-answer.ts'

/** A ballot with its text beside it, and room for the envelope; bytes. */
export const MAX_BALLOT_BODY = 196_608

/** One POST to …/ballots, whoever took it from the wire. */
export type BallotRequest = {
  roundId: string | undefined
  /** Who sends, for the limit on how often. */
  client: string
  /** The Cookie header. */
  cookies: string | undefined
  /** Reads at most `MAX_BALLOT_BODY` bytes; rejects with AppError body-too-large beyond. */
  body(): Promise<Uint8Array>
}

/**
 * Answers a posted ballot: a receipt (201), a signed refusal (409, 422) or a problem. The same for the route of Next
 * and for the hook before it.
 */
export async function answerBallot(services: Services, request: BallotRequest): Promise<HttpAnswer> {
  try {
    await takeFrom('ballots', request.client)
    const { id } = roundParams.parse({ id: request.roundId })
    const answer = await acceptBallot(services, id, parseJson(await request.body()), request.client)
    if (answer.kind === 'refused') {
      const refused = refusedAnswer(answer)
      return { ...jsonAnswer(refused.status, refused), type: 'application/problem+json' }
    }
    const { digest, receipt } = answer
    const secure = env().PUBLIC_URL.startsWith('https:')
    const cookie = receiptsCookie(request.cookies, receipt, { secure })
    return { ...jsonAnswer(201, { digest, receipt }), headers: { 'set-cookie': cookie } }
  } catch (error) {
    return problemAnswer(error, '/ballots')
  }
}
