import { openArchive } from '#lib/protocol/bundle-zip.ts'
import { type FileFacts, factsOf, factsOfFile } from '#lib/protocol/manifest.ts'

/**
 * The files of a bundle as verification reads them. Hashes are taken once; the bytes of a large archive are unpacked
 * again for each `get`, so that they need not all be in memory.
 */
export type BundleFiles = {
  /** Length and hash by path. */
  readonly facts: ReadonlyMap<string, FileFacts>
  get(path: string): Uint8Array | undefined
}

/** Unpacked bytes of an archive that are kept rather than unpacked again. */
const KEPT_BYTES = 64 * 2 ** 20

/** Files that are in memory already. */
export function filesInMemory(files: ReadonlyMap<string, Uint8Array>): BundleFiles {
  return { facts: factsOf(files), get: (path) => files.get(path) }
}

/**
 * Files of bundle.zip, each unpacked and checked once.
 * @throws ProtocolError `bundle-zip`, `bundle-too-large` as `unzipBundle`
 */
export function filesInArchive(archive: Uint8Array): BundleFiles {
  const packed = new Map(openArchive(archive).map((file) => [file.path, file]))
  const facts = new Map<string, FileFacts>()
  const kept = new Map<string, Uint8Array>()
  let room = KEPT_BYTES
  for (const [path, file] of packed) {
    const bytes = file.unpack()
    facts.set(path, factsOfFile(bytes))
    if (bytes.length > room) continue
    room -= bytes.length
    kept.set(path, bytes)
  }
  return { facts, get: (path) => kept.get(path) ?? packed.get(path)?.unpack() }
}
