import { draftBody, roundParams } from '#lib/flows/api/schemas.ts'
import { answerDraft, answerKept, MAX_DRAFT_BODY } from '#lib/flows/keep-draft/answer-draft.ts'
import { forgetDraft, keepDraft, readDraft } from '#lib/flows/keep-draft/keep-draft.ts'
import { services } from '#lib/flows/services.ts'
import { requireSession } from '#lib/platform/cookies.ts'
import { route } from '#lib/platform/route.ts'

const drafting = async (roundId: string) => ({ roundId, address: (await requireSession()).address })

export const GET = route({
  params: roundParams,
  handle: async ({ params }) => answerDraft(await readDraft(services(), await drafting(params.id))),
})

export const PUT = route({
  params: roundParams,
  body: draftBody,
  maxBody: MAX_DRAFT_BODY,
  async handle({ params, body }) {
    return answerKept(await keepDraft(services(), await drafting(params.id), { body, at: new Date() }))
  },
})

export const DELETE = route({
  params: roundParams,
  handle: async ({ params }) => answerDraft(await forgetDraft(services(), await drafting(params.id))),
})
