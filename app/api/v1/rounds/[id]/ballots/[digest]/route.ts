import { receiptOf } from '#lib/ballots/loaders.ts'
import { receiptParams } from '#lib/flows/api/schemas.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: receiptParams,
  async handle({ params }) {
    const receipt = await receiptOf(params.id, params.digest)
    if (!receipt) throw new AppError('not-found')
    return Response.json({ digest: params.digest, receipt }, { headers: { 'cache-control': 'no-store' } })
  },
})
