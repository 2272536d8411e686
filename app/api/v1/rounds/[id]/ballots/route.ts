import { lastSequenceOf } from '#lib/ballots/loaders.ts'
import { answerBallot, MAX_BALLOT_BODY } from '#lib/flows/accept-ballot/answer-ballot.ts'
import { roundParams } from '#lib/flows/api/schemas.ts'
import { services } from '#lib/flows/services.ts'
import { AppError } from '#lib/platform/errors.ts'
import { responseOf } from '#lib/platform/http-answer.ts'
import { clientOf, readBody, route } from '#lib/platform/route.ts'

/** The highest sequence in the log of whoever is signed in, and of nobody else. */
export const GET = route({
  params: roundParams,
  async handle({ params }) {
    const lastSequence = await lastSequenceOf(params.id)
    if (lastSequence === null) throw new AppError('not-signed-in')
    return Response.json({ lastSequence }, { headers: { 'cache-control': 'no-store' } })
  },
})

/** What `npm start` answers before Next gets to see it; here for servers that run Next alone. */
export async function POST(request: Request, context: { params: Promise<{ id: string }> }) {
  const { id } = await context.params
  const answer = await answerBallot(services(), {
    roundId: id,
    client: clientOf(request),
    cookies: request.headers.get('cookie') ?? undefined,
    body: () => readBody(request, MAX_BALLOT_BODY),
  })
  return responseOf(answer)
}
