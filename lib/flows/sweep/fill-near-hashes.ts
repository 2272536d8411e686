import { unlooked } from '#lib/candidates/likeness/data.ts'
import { setNearHash } from '#lib/candidates/likeness/mutations.ts'
import { decodePicture } from '#lib/critique/adapters/decode-picture.ts'
import { type Services, write } from '#lib/flows/services.ts'
import { fileHashSchema } from '#lib/protocol/primitives.ts'
import { NOTHING_NEAR, nearHashOf } from '#lib/provenance/reading/near-hash.ts'

const AT_ONCE = 50

type Store = Pick<Services, 'db' | 'storage'>

async function look({ db, storage }: Store, hash: string): Promise<boolean> {
  const contentHash = fileHashSchema.parse(hash)
  const bytes = await storage.get(contentHash.slice('sha256:'.length))
  const pixels = bytes && (await decodePicture(bytes))
  if (!pixels) return false
  const nearHash = nearHashOf(pixels) ?? NOTHING_NEAR
  await write({ db }, 'sweep', (ctx) => setNearHash({ ctx, input: { contentHash, nearHash } }))
  return true
}

/**
 * Looks at the pictures that were hung before anybody asked what they look like. A file that is away or does not open
 * is passed over until the next time.
 * @returns how many were looked at
 */
export async function fillNearHashes(services: Store, signal?: AbortSignal): Promise<number> {
  let looked = 0
  let batch = await unlooked(services.db, '', AT_ONCE)
  while (batch.length > 0 && !signal?.aborted) {
    for (const hash of batch) looked += Number(await look(services, hash))
    batch = await unlooked(services.db, batch.at(-1) ?? '', AT_ONCE)
  }
  return looked
}
