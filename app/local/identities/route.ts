import { z } from 'zod'
import { services } from '#lib/flows/services.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'
import { bytes32Schema } from '#lib/protocol/primitives.ts'

export const GET = route({
  query: z.object({ round: bytes32Schema.optional() }),
  async handle({ query }) {
    if (process.env.NEXT_PUBLIC_LOCAL_CHAIN === 'true') {
      const { identities } = await import('#lib/flows/borrow/identities.ts')
      const found = await identities(services(), query.round ?? null)
      return Response.json(found, { headers: { 'cache-control': 'no-store' } })
    }
    throw new AppError('local-only')
  },
})
