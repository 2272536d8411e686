import { type Zippable, zipSync } from 'fflate'
import { crc32, inflateExact } from '#inflate'
import { ProtocolError } from './errors.ts'
import { BUNDLE_LIMITS, byPath, layerOf } from './manifest.ts'
import { type Sentence, said } from './said.ts'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
/** 1 January 1980, 00:00: the zero of DOS time. */
const DOS_EPOCH = 0x00210000
const MAX_ENTRIES = 65_534

/**
 * Writes bundle.zip: sorted names, fixed times, no extra fields, no comments.
 * Only the files are ever hashed, never the archive.
 */
export function zipBundle(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const entries: Zippable = {}
  // A local-time date, because the library writes the local fields of the date it is given.
  const mtime = new Date(1980, 0, 1)
  for (const path of [...files.keys()].toSorted(byPath)) {
    const bytes = files.get(path)
    if (bytes) entries[path] = [bytes, { level: layerOf(path) === 'works' ? 0 : 6, mtime }]
  }
  return zipSync(entries)
}

type Entry = {
  path: string
  method: number
  crc: number
  packed: number
  size: number
  offset: number
}

/**
 * Unpacks bundle.zip as `zipBundle` writes it and refuses everything else with `bundle-zip`: other header fields,
 * zip64, comments, links, unsorted or duplicate names, foreign paths, gaps, trailing bytes. Sizes are checked
 * against the limits (`bundle-too-large`) before anything is unpacked.
 */
export function unzipBundle(archive: Uint8Array): Map<string, Uint8Array> {
  return new Map(openArchive(archive).map(({ path, unpack }) => [path, unpack()]))
}

/** One file of an archive, still packed. */
export type PackedFile = {
  path: string
  /** Bytes that it unpacks to. */
  size: number
  /** @throws ProtocolError `bundle-zip` when it is not what its header says */
  unpack(): Uint8Array
}

/** The files of bundle.zip in their order, none of them unpacked yet. Errors as `unzipBundle`. */
export function openArchive(archive: Uint8Array): PackedFile[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength)
  const entries = readDirectory(archive, view)
  requireSizes(entries)
  let offset = 0
  const files = entries.map((entry): PackedFile => {
    if (entry.offset !== offset) refuse('{path} does not follow the file before it', { path: entry.path })
    const start = readLocalHeader(archive, view, entry)
    offset = start + entry.packed
    const { path, size } = entry
    return { path, size, unpack: () => unpack(archive.subarray(start, start + entry.packed), entry) }
  })
  if (offset !== directoryOffset(view)) refuse('bytes between the last file and the directory')
  return files
}

function refuse(...sentence: Sentence): never {
  throw new ProtocolError('bundle-zip', ...sentence)
}

function directoryOffset(view: DataView): number {
  return view.getUint32(view.byteLength - 22 + 16, true)
}

function readDirectory(archive: Uint8Array, view: DataView): Entry[] {
  const end = archive.length - 22
  if (end < 0 || view.getUint32(end, true) !== END) refuse('no directory at the end')
  const count = view.getUint16(end + 8, true)
  const size = view.getUint32(end + 12, true)
  const start = directoryOffset(view)
  if (view.getUint32(end + 4, true) !== 0 || view.getUint16(end + 10, true) !== count)
    refuse('more than one disk')
  if (count > MAX_ENTRIES || view.getUint16(end + 20, true) !== 0) refuse('zip64 or a comment')
  if (start + size !== end) refuse('the directory does not end where the archive does')
  const entries: Entry[] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    const entry = readCentralHeader(archive, view, at, end)
    const before = entries.at(-1)
    if (before && byPath(before.path, entry.path) >= 0)
      refuse('{path} is not in order or stands twice', { path: entry.path })
    entries.push(entry)
    at += 46 + entry.path.length
  }
  if (at !== end) refuse('the directory has another length')
  return entries
}

function readCentralHeader(archive: Uint8Array, view: DataView, at: number, end: number): Entry {
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL) refuse('a directory entry is cut off')
  const madeBy = view.getUint16(at + 4, true)
  if (madeBy !== 20) refuse('made by another system')
  for (const field of [30, 32, 34, 36]) if (view.getUint16(at + field, true) !== 0) refuse('extra fields')
  if (view.getUint32(at + 38, true) !== 0) refuse('file attributes')
  const length = view.getUint16(at + 28, true)
  if (at + 46 + length > end) refuse('a directory entry is cut off')
  const path = pathAt(archive, at + 46, length)
  const method = readCommon(view, at + 6)
  return { path, method, ...readSizes(view, at + 16), offset: view.getUint32(at + 42, true) }
}

/** Fields that both headers share, from "version needed" on; answers the method. */
function readCommon(view: DataView, at: number): number {
  const method = view.getUint16(at + 4, true)
  if (view.getUint16(at, true) !== 20 || view.getUint16(at + 2, true) !== 0)
    refuse('another version or flags')
  if (method !== 0 && method !== 8) refuse('another compression method')
  if (view.getUint32(at + 6, true) !== DOS_EPOCH) refuse('a time other than 1980-01-01')
  return method
}

function readSizes(view: DataView, at: number) {
  return {
    crc: view.getUint32(at, true),
    packed: view.getUint32(at + 4, true),
    size: view.getUint32(at + 8, true),
  }
}

function pathAt(archive: Uint8Array, at: number, length: number): string {
  const path = String.fromCharCode(...archive.subarray(at, at + Math.min(length, 128)))
  if (length > 128 || layerOf(path) === null)
    refuse('{path} is no file of a bundle', { path: JSON.stringify(path) })
  return path
}

function readLocalHeader(archive: Uint8Array, view: DataView, entry: Entry): number {
  const at = entry.offset
  const end = directoryOffset(view)
  if (at + 30 + entry.path.length + entry.packed > end) refuse('{path} is cut off', { path: entry.path })
  if (view.getUint32(at, true) !== LOCAL) refuse('{path} has no header', { path: entry.path })
  const sizes = readSizes(view, at + 14)
  const same =
    readCommon(view, at + 4) === entry.method &&
    sizes.crc === entry.crc &&
    sizes.packed === entry.packed &&
    sizes.size === entry.size &&
    view.getUint16(at + 26, true) === entry.path.length &&
    view.getUint16(at + 28, true) === 0 &&
    pathAt(archive, at + 30, entry.path.length) === entry.path
  if (!same) refuse('{path} differs from its directory entry', { path: entry.path })
  return at + 30 + entry.path.length
}

function requireSizes(entries: readonly Entry[]): void {
  let core = 0
  for (const { path, size } of entries) {
    if (size > BUNDLE_LIMITS.file)
      throw new ProtocolError('bundle-too-large', '{path} has {size} bytes', { path, size })
    if (layerOf(path) !== 'works') core += size
  }
  if (core > BUNDLE_LIMITS.core)
    throw new ProtocolError('bundle-too-large', 'the core has {core} bytes', { core })
}

function unpack(packed: Uint8Array, entry: Entry): Uint8Array {
  const bytes = entry.method === 0 ? packed.slice() : inflate(packed, entry)
  if (bytes.length !== entry.size) refuse('{path} unpacks to another length', { path: entry.path })
  if (crc32(bytes) !== entry.crc) refuse('{path} has another checksum', { path: entry.path })
  return bytes
}

/** What both engines say; the rest comes from within them. */
const UNPACKED = ['unpacks to another length', 'has bytes behind its end', 'cannot be unpacked'] as const

function inflate(packed: Uint8Array, entry: Entry): Uint8Array {
  try {
    return inflateExact(packed, entry.size)
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : 'cannot be unpacked'
    const known = UNPACKED.find((text) => text === message)
    return refuse('{path} {fault}', { path: entry.path, fault: known ? said(known) : message })
  }
}
