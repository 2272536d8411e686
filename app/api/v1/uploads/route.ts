import { services } from '#lib/flows/services.ts'
import { takeUpload } from '#lib/flows/take-upload/take-upload.ts'
import { requireSession } from '#lib/platform/cookies.ts'
import { takeFrom } from '#lib/platform/rate-limit.ts'
import { route } from '#lib/platform/route.ts'

/** Length as it was announced; chunks come without one. */
function announcedBy({ headers }: Request): number | null {
  const length = headers.get('content-length')
  return length !== null && /^\d{1,15}$/.test(length) ? Number(length) : null
}

export const POST = route({
  async handle({ request }) {
    const session = await requireSession()
    await takeFrom('upload', session.address)
    const sent = { body: request.body, announced: announcedBy(request) }
    return Response.json(await takeUpload(services(), sent, session.address), { status: 201 })
  },
})
