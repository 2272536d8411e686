import type { FileHash } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'

/** Where this server gives out a published file that is no picture, by its hash. */
export const contentPath = (hash: FileHash): string =>
  `/ipfs/${rawCidOf(`0x${hash.slice('sha256:'.length)}`)}`
