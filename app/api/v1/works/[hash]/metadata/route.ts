import { workMetadata } from '#lib/flows/describe-work/loaders.ts'
import { metadataQuery, workParams } from '#lib/flows/describe-work/schema.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'

const TYPES = { erc721: 'application/json', jsonld: 'application/ld+json' }

export const GET = route({
  params: workParams,
  query: metadataQuery,
  async handle({ params: { hash }, query: { format } }) {
    const metadata = await workMetadata(hash, format)
    if (!metadata) throw new AppError('not-found')
    const headers = { 'content-type': TYPES[format], 'access-control-allow-origin': '*' }
    return Response.json(metadata, { headers })
  },
})
