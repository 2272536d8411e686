import { parseCanonical } from '#lib/protocol/canonical.ts'
import {
  BUNDLE_LIMITS,
  layerOf,
  MANIFEST,
  type Manifest,
  manifestFrom,
  manifestSchema,
  SINGLE_FILES,
  workPath,
} from '#lib/protocol/manifest.ts'
import { parseShape } from '#lib/protocol/shape.ts'
import type { BundleFiles } from './bundle-files.ts'
import type { CheckLog } from './report.ts'

/** The manifest, when it is well formed and of a protocol this verifier knows. */
export function readManifest(files: BundleFiles, log: CheckLog): Manifest | null {
  const place = { file: MANIFEST }
  const bytes = files.get(MANIFEST)
  if (!bytes) {
    log.red(place, 'bundle-missing-file', 'the bundle has no manifest')
    return null
  }
  const value = log.attempt(place, () => parseCanonical(bytes))
  if (value === null) return null
  const protocol = typeof value === 'object' && 'protocol' in value ? value.protocol : undefined
  if (protocol !== 'verso/1') {
    log.red({ ...place, field: 'protocol' }, 'protocol-unknown', 'this verifier does not know {protocol}', {
      protocol: String(protocol),
    })
    return null
  }
  return log.attempt(place, () => parseShape(manifestSchema, value, 'manifest'))
}

/** Check 0: every file is one that a bundle has, and the manifest lists exactly the core files as they are. */
export function checkManifest(files: BundleFiles, manifest: Manifest | null, log: CheckLog): void {
  for (const file of SINGLE_FILES)
    if (!files.facts.has(file)) log.red({ file }, 'bundle-missing-file', 'every bundle has this file')
  checkLayers(files, log)
  if (manifest) compareManifest(files, manifest, log)
}

function checkLayers(files: BundleFiles, log: CheckLog): void {
  let core = 0
  for (const [file, { bytes, sha256 }] of files.facts) {
    const layer = layerOf(file)
    if (layer === null) log.red({ file }, 'bundle-unknown-file', 'no bundle has this file')
    if (layer === 'works' && workPath(sha256) !== file)
      log.red({ file }, 'bundle-hash', 'the bytes have another hash than the name says')
    if (bytes > BUNDLE_LIMITS.file) log.red({ file }, 'bundle-too-large', '{bytes} bytes', { bytes })
    if (layer !== 'works') core += bytes
  }
  if (core > BUNDLE_LIMITS.core) log.red(null, 'bundle-too-large', 'the core has {core} bytes', { core })
}

function compareManifest(files: BundleFiles, manifest: Manifest, log: CheckLog): void {
  const actual = manifestFrom(manifest.roundId, files.facts)
  const listed = new Map(manifest.files.map((row, index) => [row.path, { ...row, index }]))
  for (const { path, index } of listed.values()) {
    if (layerOf(path) !== 'core')
      log.red(manifestPlace(index), 'bundle-unknown-file', '{path} is no core file', { path })
    else if (!files.facts.has(path))
      log.red({ file: path }, 'bundle-missing-file', 'the manifest lists this file')
  }
  for (const row of actual.files) {
    const entry = listed.get(row.path)
    if (!entry) log.red({ file: row.path }, 'bundle-unknown-file', 'the manifest does not list this file')
    else if (entry.sha256 !== row.sha256) {
      log.red({ file: row.path }, 'bundle-hash', 'the manifest says {sha256}', { sha256: entry.sha256 })
      log.red(manifestPlace(entry.index), 'bundle-hash', '{path} hashes to {sha256}', {
        path: row.path,
        sha256: row.sha256,
      })
    } else if (entry.bytes !== row.bytes)
      log.red(manifestPlace(entry.index), 'bundle-hash', '{path} has {bytes} bytes, not {listed}', {
        path: row.path,
        bytes: row.bytes,
        listed: entry.bytes,
      })
  }
  const order = manifest.files.map(({ path }) => path).join('\n')
  const sorted = [...new Set(manifest.files.map(({ path }) => path))].toSorted().join('\n')
  if (order !== sorted)
    log.red({ file: MANIFEST, field: 'files' }, 'bundle-layout', 'paths out of order or twice')
}

function manifestPlace(index: number) {
  return { file: MANIFEST, field: `files[${index}]` }
}
