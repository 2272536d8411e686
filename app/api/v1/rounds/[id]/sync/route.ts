import { roundParams, syncQuery } from '#lib/flows/api/schemas.ts'
import { syncTransaction } from '#lib/flows/follow-chain/sync-transaction.ts'
import { services } from '#lib/flows/services.ts'
import { route } from '#lib/platform/route.ts'

export const POST = route({
  params: roundParams,
  query: syncQuery,
  handle: async ({ query }) => Response.json(await syncTransaction(services(), query.tx)),
})
