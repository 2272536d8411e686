import { anchorOf } from '#lib/flows/close/collect.ts'
import { type RoundOnChain, roundOnChain } from '#lib/flows/round-on-chain.ts'
import type { Services } from '#lib/flows/services.ts'
import { AppError } from '#lib/platform/errors.ts'
import { type Files, worksLayer } from '#lib/protocol/bundle.ts'
import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import { canonicalBytes, jsonLines } from '#lib/protocol/canonical.ts'
import { type CloseRecord, type MintRecord, tokenIdOf } from '#lib/protocol/evidence.ts'
import { BLOCK_PROOFS } from '#lib/protocol/manifest.ts'
import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { anchoredClosing, type Closing, latestClosing, readWorkParts } from '#lib/rounds/results/data.ts'
import { recordedProofs } from './record-proofs.ts'

type Reads = Pick<Services, 'db' | 'storage'>

async function blob({ storage }: Reads, key: string): Promise<Uint8Array> {
  const bytes = await storage.get(key)
  if (!bytes) throw new AppError('bundle-not-ready', { detail: `the blob ${key} is not in the store` })
  return bytes
}

/** after/: what the chain said once this bundle was anchored. */
function afterFiles({ facts }: RoundOnChain, closing: Closing): Files {
  const files: Files = new Map()
  const close = facts.closes.findLast(({ bundleDigest }) => bundleDigest === closing.bundleDigest)
  if (!close) return files
  const { closes, resultHash, winnersRoot, sharesRoot, sharesTotal, bundleDigest, finalAt, place } = close
  const record: CloseRecord = {
    closes,
    resultHash,
    winnersRoot,
    sharesRoot,
    sharesTotal,
    bundleDigest,
    finalAt,
    anchor: anchorOf(place),
  }
  files.set('after/close.json', canonicalBytes(record))
  const roundIndex = facts.opened?.roundIndex ?? 0
  const minted = facts.minted
    .toSorted((a, b) => a.rank - b.rank)
    .map(
      ({ rank, number, tokenDigest, recipient, place: mint }): MintRecord => ({
        rank,
        number,
        tokenId: String(tokenIdOf(roundIndex, rank)),
        tokenDigest,
        recipient,
        anchor: anchorOf(mint),
      }),
    )
  if (minted.length > 0) files.set('after/tokens.jsonl', jsonLines(minted))
  return files
}

/** The files of a round's public record: the core, what came after, and as many works as asked for. */
export async function bundleFiles(
  services: Reads,
  id: string,
  works: 'none' | 'winners' | 'all',
): Promise<{ files: Files; seen: RoundOnChain }> {
  const seen = await roundOnChain(services, id)
  const { rowId } = seen.round
  const anchored = await anchoredClosing(services.db, rowId, seen.facts)
  const closing = anchored ?? (await latestClosing(services.db, rowId))
  if (!closing) throw new AppError('bundle-not-ready')
  const files: Files = new Map()
  for (const [path, key] of Object.entries(closing.files)) files.set(path, await blob(services, key))
  for (const [path, bytes] of afterFiles(seen, closing)) files.set(path, bytes)
  const proofs = await recordedProofs(services, seen, closing)
  if (proofs.length > 0) files.set(BLOCK_PROOFS, jsonLines(proofs))
  if (works === 'none') return { files, seen }
  const numbers = works === 'all' ? 'all' : closing.result.winners.map(({ number }) => number)
  const parts = await readWorkParts(services.db, rowId, numbers)
  const { c2paRoot } = seen.round.rules
  const keys = c2paRoot === ZERO_BYTES32 ? parts.keys : [...parts.keys, c2paRoot.slice(2)]
  const contents = [
    ...(await Promise.all(keys.map((key) => blob(services, key)))),
    ...[...parts.recipes, ...parts.briefs].map(canonicalBytes),
  ]
  for (const [path, bytes] of worksLayer(contents)) files.set(path, bytes)
  return { files, seen }
}

/** bundle.zip. @throws AppError round-unknown, bundle-not-ready */
export async function bundleZip(
  services: Reads,
  id: string,
  works: 'none' | 'winners' | 'all',
): Promise<{ bytes: Uint8Array; name: string }> {
  const { files, seen } = await bundleFiles(services, id, works)
  return { bytes: zipBundle(files), name: `verso-${seen.round.slug}.zip` }
}
