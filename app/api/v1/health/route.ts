import { healthView } from '#lib/flows/api/loaders.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({
  async handle() {
    const health = await healthView()
    return Response.json(health, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
  },
})
