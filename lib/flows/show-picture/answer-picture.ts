import { setTimeout } from 'node:timers/promises'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import { readSidecar } from '#lib/candidates/sidecars/data.ts'
import { type PictureMime, sniffMime } from '#lib/generation/sniff-mime.ts'
import { contentPath } from '#lib/platform/content-path.ts'
import { type Content, contentResponse } from '#lib/platform/content-response.ts'
import { db } from '#lib/platform/db.ts'
import { logger } from '#lib/platform/logger.ts'
import { route } from '#lib/platform/route.ts'
import { storage } from '#lib/platform/storage.ts'

const LINK_MS = 1_000

async function sidecarPath(hash: string): Promise<string | null> {
  try {
    const sidecar = await readSidecar(db(), `sha256:${hash}`)
    return sidecar && contentPath(sidecar)
  } catch (error) {
    logger().debug({ err: error }, 'credentials beside a picture could not be looked up')
    return null
  }
}

/**
 * Where the credentials of a work's file are that stand beside it, as C2PA has readers look for them (`Link`); null when
 * there are none, or when the database does not answer: a picture does not wait for it.
 */
async function credentialsLink(hash: string): Promise<string | null> {
  const late = new AbortController()
  const path = await Promise.race([
    sidecarPath(hash),
    setTimeout(LINK_MS, null, { signal: late.signal }).catch(() => null),
  ])
  late.abort()
  return path && `<${path}>; rel="c2pa-manifest"`
}

/** Kind and length of a blob never change: those that were asked for last are kept by the process. */
const facts = new LRUCache<string, { size: number; mime: PictureMime }>({ max: 20_000 })

async function pictureFacts(hash: string): Promise<{ size: number; mime: PictureMime } | null> {
  const known = facts.get(hash)
  if (known) return known
  const size = await storage().size(hash)
  if (!size) return null
  const start = new Uint8Array(
    await new Response(storage().stream(hash, { start: 0, end: Math.min(15, size - 1) })).arrayBuffer(),
  )
  const mime = sniffMime(start)
  if (!mime) return null
  facts.set(hash, { size, mime })
  return { size, mime }
}

/** A picture to be sent. Blobs that are no pictures are not given out here, whatever they claim to be. */
async function pictureContent(hash: string): Promise<Content | null> {
  const found = await pictureFacts(hash)
  return found && { ...found, stream: (range) => storage().stream(hash, range) }
}

const paramsSchema = z.object({ hash: z.string().regex(/^[0-9a-f]{64}$/) })

/** Answers GET and HEAD for a picture or a rendition by the SHA-256 of its file, for Next and for the hook before it. */
export const answerPicture = route({
  params: paramsSchema,
  handle: ({ request, params: { hash } }) =>
    contentResponse({
      request,
      name: hash,
      find: () => pictureContent(hash),
      link: () => credentialsLink(hash),
    }),
})
