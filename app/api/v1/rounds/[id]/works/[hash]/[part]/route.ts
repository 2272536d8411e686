import { workPart } from '#lib/candidates/loaders.ts'
import { workPartParams } from '#lib/flows/api/schemas.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'
import { roundById } from '#lib/rounds/loaders.ts'

export const GET = route({
  params: workPartParams,
  async handle({ params }) {
    const round = await roundById(params.id)
    if (!round) throw new AppError('round-unknown')
    const { hash: contentHash, part } = params
    const bytes = await workPart({ roundRowId: round.rowId, contentHash, part, home: round.rules })
    if (!bytes) throw new AppError('not-found')
    return new Response(new Uint8Array(bytes), { headers: { 'content-type': 'application/json' } })
  },
})
