import { roundsToPin } from '#lib/distribution/pinning/data.ts'
import { insertPins } from '#lib/distribution/pinning/mutations.ts'
import type { Services } from '#lib/flows/services.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { type Closing, latestClosing, picturesOf } from '#lib/rounds/results/data.ts'

type Reads = Pick<Services, 'db' | 'storage'>

/** The largest file that is one block, which every node passes on: so long its hash alone is its address. */
const MOST_BLOCK = 1_048_576

/** The address of a bundle's file: from its hash in the manifest where that can be, else as a picture's. */
async function addressOf({ storage }: Reads, key: string): Promise<string | null> {
  const size = await storage.size(key)
  if (size === null) return null
  if (size <= MOST_BLOCK) return rawCidOf(`0x${key}` as Bytes32)
  const bytes = await storage.get(key)
  return bytes && contentCidOf(bytes)
}

async function itemsOf(reads: Reads, roundRowId: string, { files, result }: Closing) {
  const items: { cid: string; blob: string; name: string }[] = []
  for (const [path, blob] of Object.entries(files)) {
    const cid = await addressOf(reads, blob)
    if (cid) items.push({ cid, blob, name: path })
  }
  const winners = result.winners.map(({ number }) => number)
  for (const { number, cid, blob } of await picturesOf(reads.db, roundRowId, winners))
    items.push({ cid, blob, name: `picture-${number}` })
  return items
}

/**
 * Puts what a counted round publishes on the list of each service: the files of its newest bundle, with the documents
 * of its tokens, and the winners' pictures. A round counted again is put there again; its old bundle stays pinned.
 * @returns how many were added
 */
export async function planPins(reads: Reads, services: readonly string[]): Promise<number> {
  let added = 0
  for (const service of services) {
    for (const roundRowId of await roundsToPin(reads.db, service)) {
      const closing = await latestClosing(reads.db, roundRowId)
      if (!closing) continue
      const items = await itemsOf(reads, roundRowId, closing)
      const pins = items.map(({ name, ...item }) => ({
        ...item,
        service,
        roundRowId,
        name: `verso ${closing.bundleDigest.slice(2, 10)} ${name}`,
      }))
      // One statement: its manifest stands for the whole list.
      added += await insertPins(reads.db, pins)
    }
  }
  return added
}
