import { candidatesByNumber, listCandidates } from '#lib/candidates/loaders.ts'
import { candidatesQuery, roundParams } from '#lib/flows/api/schemas.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'
import { roundById } from '#lib/rounds/loaders.ts'

export const GET = route({
  params: roundParams,
  query: candidatesQuery,
  async handle({ params, query }) {
    const round = await roundById(params.id)
    if (!round) throw new AppError('round-unknown')
    const { rowId: roundRowId } = round
    const { numbers, ...page } = query
    if (!numbers) return Response.json(await listCandidates({ roundRowId, ...page }))
    return Response.json({ items: await candidatesByNumber({ roundRowId, numbers }), nextCursor: null })
  },
})
