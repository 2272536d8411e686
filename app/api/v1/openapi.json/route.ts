import { openApiDocument } from '#lib/flows/api/openapi.ts'
import { route } from '#lib/platform/route.ts'

export const GET = route({ handle: async () => Response.json(openApiDocument()) })
