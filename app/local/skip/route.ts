import { services } from '#lib/flows/services.ts'
import { skipSchema } from '#lib/flows/skip/schema.ts'
import { currentSession } from '#lib/platform/cookies.ts'
import { env } from '#lib/platform/env.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'

export const POST = route({
  body: skipSchema,
  limit: 'clock',
  async handle({ request, body }) {
    if (process.env.NEXT_PUBLIC_LOCAL_CHAIN === 'true') {
      // Anybody here may move the clock, but no page from elsewhere on their behalf, another port's included.
      if ((request.headers.get('sec-fetch-site') ?? 'same-origin') !== 'same-origin')
        throw new AppError('other-site')
      const [{ skipRound }, { chainTime }] = await Promise.all([
        import('#lib/flows/skip/skip-round.ts'),
        import('#lib/platform/move-clock.ts'),
      ])
      const own = services()
      const time = chainTime(own.chainId, env().CHAIN_RPC_URL)
      const actor = (await currentSession())?.address ?? 'visitor'
      return Response.json(await skipRound(own, time, { ...body, actor }))
    }
    throw new AppError('clock-fixed')
  },
})
