import { allowlistOf } from '#lib/ballots/loaders.ts'
import { allowlistParams } from '#lib/flows/api/schemas.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  params: allowlistParams,
  async handle({ params }) {
    const { bytes } = await allowlistOf(params.id, params.root)
    return new Response(new Uint8Array(bytes), {
      headers: {
        'content-type': 'application/jsonl',
        'cache-control': 'public, max-age=31536000, immutable',
      },
    })
  },
})
