import { z } from 'zod'
import { fileHashOf, sha256Bytes32 } from './bytes.ts'
import { canonicalBytes } from './canonical.ts'
import { type Bytes32, bytes32Schema, type FileHash, fileHashSchema } from './primitives.ts'
import { rulesSchema } from './rules.ts'

export const MANIFEST = 'manifest.json'
/** Leaves per shard of log/ and leaf-hashes/. */
export const SHARD_LEAVES = 65_536

/** Limits of a bundle in bytes (PROTOCOL 9). */
export const BUNDLE_LIMITS = { core: 2 ** 30, file: 512 * 2 ** 20 } as const

/** Files that every bundle has, besides shards, token documents and the manifest. */
export const SINGLE_FILES = [
  'rules.json',
  'candidates.jsonl',
  'metadata.jsonl',
  'heads.jsonl',
  'posted.jsonl',
  'powers.jsonl',
  'voids.jsonl',
  'evidence.json',
  'result.json',
  'winners.jsonl',
  'shares.jsonl',
] as const

const ALLOWLIST_PATH = /^allowlists\/([0-9a-f]{64})\.jsonl$/
const CORE_PATH = /^(log|leaf-hashes)\/[0-9]{6}\.jsonl$|^tokens\/[0-9]{6}\.json$/
/** Headers and receipts that prove the events of a round, and storage that proves powers. */
export const BLOCK_PROOFS = 'after/proofs.jsonl'
export const POWER_PROOFS = 'after/power-proofs.json'
const AFTER_PATHS = new Set(['after/close.json', 'after/tokens.jsonl', BLOCK_PROOFS, POWER_PROOFS])
const WORK_PATH = /^works\/[0-9a-f]{64}$/
/** What is made from the result, and therefore cannot be an input of it. */
const OUTPUT_PATH = /^(result\.json|winners\.jsonl|shares\.jsonl|tokens\/.*)$/

export const manifestSchema = z.strictObject({
  protocol: rulesSchema.shape.protocol,
  roundId: bytes32Schema,
  files: z.array(
    z.strictObject({
      path: z.string(),
      bytes: z.int().min(0).max(BUNDLE_LIMITS.file),
      sha256: fileHashSchema,
    }),
  ),
})
export type Manifest = z.infer<typeof manifestSchema>

/** Layer a path of a bundle belongs to; null for a path that no bundle has. */
export function layerOf(path: string): 'manifest' | 'core' | 'after' | 'works' | null {
  if (path === MANIFEST) return 'manifest'
  if (CORE_PATH.test(path) || ALLOWLIST_PATH.test(path) || SINGLE_FILES.some((name) => name === path))
    return 'core'
  if (AFTER_PATHS.has(path)) return 'after'
  return WORK_PATH.test(path) ? 'works' : null
}

/** Whether a core file is an input of the result. */
export function isResultInput(path: string): boolean {
  return layerOf(path) === 'core' && !OUTPUT_PATH.test(path)
}

/** Path of the shard that holds leaf `index`. */
export function shardPath(folder: 'log' | 'leaf-hashes', shard: number): string {
  return `${folder}/${String(shard).padStart(6, '0')}.jsonl`
}

/** Path of the token document of the winner at `rank`. */
export function tokenPath(rank: number): string {
  return `tokens/${String(rank).padStart(6, '0')}.json`
}

/** Path of the list of an allowlist strategy, by its root. */
export function allowlistPath(root: Bytes32): string {
  return `allowlists/${root.slice(2)}.jsonl`
}

/** Root that the path of a list names; null for any other path. */
export function allowlistRootIn(path: string): Bytes32 | null {
  const [, root] = ALLOWLIST_PATH.exec(path) ?? []
  return root === undefined ? null : `0x${root}`
}

/** Path of a work, rendition, recipe or brief by the SHA-256 of its bytes. */
export function workPath(hash: string): string {
  return `works/${hash.replace(/^(sha256:|0x)/, '')}`
}

/** Order of paths wherever a list of files is sorted: by ASCII code. */
export function byPath(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Length and hash of a file. */
export type FileFacts = { bytes: number; sha256: FileHash }

/** Length and hash of each file. */
export function factsOf(files: ReadonlyMap<string, Uint8Array>): Map<string, FileFacts> {
  return new Map([...files].map(([path, bytes]) => [path, factsOfFile(bytes)]))
}

/** Length and hash of one file. */
export function factsOfFile(bytes: Uint8Array): FileFacts {
  return { bytes: bytes.length, sha256: fileHashOf(bytes) }
}

/** The manifest of a bundle's core files. */
export function manifestOf(roundId: Bytes32, files: ReadonlyMap<string, Uint8Array>): Manifest {
  return manifestFrom(roundId, factsOf(files))
}

/** The same from lengths and hashes alone. */
export function manifestFrom(roundId: Bytes32, facts: ReadonlyMap<string, FileFacts>): Manifest {
  const core = [...facts].filter(([path]) => layerOf(path) === 'core')
  const files = core.map(([path, { bytes, sha256 }]) => ({ path, bytes, sha256 }))
  return { protocol: 'verso/1', roundId, files: files.toSorted((a, b) => byPath(a.path, b.path)) }
}

/** Hash of every core file that the result is made from, by path. */
export function inputsFrom(facts: ReadonlyMap<string, FileFacts>): Record<string, FileHash> {
  const inputs = [...facts].filter(([path]) => isResultInput(path))
  return Object.fromEntries(inputs.map(([path, { sha256 }]) => [path, sha256]))
}

/** SHA-256 of manifest.json: the bundleDigest that closeRound emits. */
export function manifestDigestOf(manifest: Manifest): Bytes32 {
  return sha256Bytes32(canonicalBytes(manifest))
}
