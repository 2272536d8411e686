import { z } from 'zod'
import { lastSequenceOf, rememberReceipt } from '#lib/ballots/loaders.ts'
import { acceptBallot } from '#lib/flows/accept-ballot/accept-ballot.ts'
import { refusedAnswer } from '#lib/flows/accept-ballot/refused-answer.ts'
import { roundParams } from '#lib/flows/api/schemas.ts'
import { services } from '#lib/flows/services.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'

/** A ballot with its text beside it, and room for the envelope. */
const MAX_BODY = 196_608

/** The highest sequence in the log of whoever is signed in, and of nobody else. */
export const GET = route({
  params: roundParams,
  async handle({ params }) {
    const lastSequence = await lastSequenceOf(params.id)
    if (lastSequence === null) throw new AppError('not-signed-in')
    return Response.json({ lastSequence }, { headers: { 'cache-control': 'no-store' } })
  },
})

export const POST = route({
  params: roundParams,
  body: z.unknown(),
  maxBody: MAX_BODY,
  limit: 'ballots',
  async handle({ params, body }) {
    const answer = await acceptBallot(services(), params.id, body)
    if (answer.kind === 'refused') {
      const refused = refusedAnswer(answer)
      return Response.json(refused, {
        status: refused.status,
        headers: { 'content-type': 'application/problem+json' },
      })
    }
    await rememberReceipt(answer.receipt)
    return Response.json({ digest: answer.digest, receipt: answer.receipt }, { status: 201 })
  },
})
