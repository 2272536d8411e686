import { z } from 'zod'
import { contentByCid } from '#lib/flows/api/loaders.ts'
import { contentResponse } from '#lib/platform/content-response.ts'
import { AppError } from '#lib/platform/errors.ts'
import { route } from '#lib/platform/route.ts'

const paramsSchema = z.object({ cid: z.string().regex(/^b[a-z2-7]{50,70}$/) })

/** The type under which nodes of IPFS ask for a block. */
const BLOCK = 'application/vnd.ipld.raw'

const asksForBlock = ({ url, headers }: Request) =>
  new URL(url).searchParams.get('format') === 'raw' || headers.get('accept')?.includes(BLOCK) === true

/** A file of one raw block is that block; of the larger ones there are only the files here. */
async function blockOf(cid: string) {
  const content = cid.startsWith('bafkrei') ? await contentByCid(cid) : null
  if (!content) throw new AppError('not-found')
  return { ...content, mime: BLOCK }
}

const show = route({
  params: paramsSchema,
  async handle({ request, params: { cid } }) {
    const isBlock = asksForBlock(request)
    const response = await contentResponse({
      request,
      name: isBlock ? `${cid}.raw` : cid,
      find: () => (isBlock ? blockOf(cid) : contentByCid(cid)),
      anyOrigin: true,
    })
    response.headers.set('vary', 'accept')
    return response
  },
})

export const GET = show
export const HEAD = show
