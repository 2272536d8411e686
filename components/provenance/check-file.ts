import { ProtocolError } from '#lib/protocol/errors.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { parseReceipt, type Receipt } from '#lib/protocol/receipt.ts'
import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import type { ReadCredentials } from '#lib/protocol/verify/picture-credentials.ts'
import type { CheckId, Report } from '#lib/protocol/verify/report.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import { say } from '#messages/protocol/say.ts'
import * as text from '#messages/provenance/check-file.ts'

/** A bundle from the visitor's disk, and what it is to be held against. */
export type FileRequest = {
  bundle: File
  receipts: readonly File[]
  /** A node that the visitor named; null asks no chain. */
  rpcUrl: string | null
  /** The collection that the visitor knows; null takes the bundle's word for it. */
  collection: Address | null
}

export type FileProgress =
  | { kind: 'reading'; bytes: number; total: number }
  | { kind: 'unpacking' }
  | { kind: 'checking'; check: CheckId }

export type GivenReceipt = {
  name: string
  /** Why the file is no receipt; null when it was looked for in the log. */
  fault: string | null
}

export type CheckedFile = {
  name: string
  bytes: number
  milliseconds: number
  report: Report
  receipts: GivenReceipt[]
  /** Host of the node that was asked; null when none was. */
  node: string | null
}

export type FileAnswer =
  | { kind: 'done'; result: CheckedFile }
  /** `file-unreadable`, `file-too-large`, `not-a-zip`: the checks did not begin. */
  | { kind: 'failed'; code: string }

type Tell = (progress: FileProgress) => void

/** More than any browser puts into one array, and twice what the core of a bundle may hold. */
const MOST_BYTES = 2_000_000_000
const TELL_EVERY_BYTES = 1_048_576
/** Archives begin with a file's header, or with the directory's end where they are empty. */
const ZIP_STARTS = [0x04034b50, 0x06054b50]

async function readFile(file: File, tell: Tell): Promise<Uint8Array<ArrayBuffer>> {
  const archive = new Uint8Array(file.size)
  let bytes = 0
  let told = 0
  const reader = file.stream().getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return archive
    archive.set(value, bytes)
    bytes += value.length
    if (bytes - told < TELL_EVERY_BYTES && bytes < file.size) continue
    told = bytes
    tell({ kind: 'reading', bytes, total: file.size })
  }
}

const isZip = (bytes: Uint8Array): boolean =>
  bytes.length >= 22 && ZIP_STARTS.includes(new DataView(bytes.buffer).getUint32(0, true))

const faultOf = (error: unknown): string => (error instanceof ProtocolError ? say(error.said) : text.notJson)

async function readReceipt(file: File): Promise<GivenReceipt & { receipt: Receipt | null }> {
  try {
    const receipt = parseReceipt(JSON.parse(await file.text()))
    return { name: file.name, fault: null, receipt }
  } catch (error) {
    return { name: file.name, fault: faultOf(error), receipt: null }
  }
}

export type CheckMeans = {
  /** Makes the reader of a chain; without one no chain is ever asked. */
  chainAt?: (rpcUrl: string) => ChainReader
  /** Reads what pictures say of themselves; without one that is left to trust. */
  credentials?: ReadCredentials
}

/**
 * Checks a bundle from the disk, here and nowhere else: nothing of it is sent. Only with a node's address, and a
 * reader for it, a chain is asked for the anchors.
 */
export async function checkFile(
  request: FileRequest,
  tell: Tell,
  { chainAt, credentials }: CheckMeans = {},
): Promise<FileAnswer> {
  const { bundle, rpcUrl, collection } = request
  if (bundle.size > MOST_BYTES) return { kind: 'failed', code: 'file-too-large' }
  let archive: Uint8Array<ArrayBuffer>
  try {
    archive = await readFile(bundle, tell)
  } catch {
    // Moved, deleted, a folder, or not ours to read: the browser does not say which.
    return { kind: 'failed', code: 'file-unreadable' }
  }
  if (!isZip(archive)) return { kind: 'failed', code: 'not-a-zip' }
  const given = await Promise.all(request.receipts.map(readReceipt))
  const began = performance.now()
  tell({ kind: 'unpacking' })
  const report = await verifyBundle(archive, {
    say,
    receipts: given.flatMap(({ receipt }) => receipt ?? []),
    progress: (check) => check !== '0' && tell({ kind: 'checking', check }),
    ...(rpcUrl && chainAt && { chain: chainAt(rpcUrl) }),
    ...(collection && { collection }),
    ...(credentials && { credentials }),
  })
  return {
    kind: 'done',
    result: {
      name: bundle.name,
      bytes: archive.length,
      milliseconds: performance.now() - began,
      report,
      receipts: given.map(({ name, fault }) => ({ name, fault })),
      node: rpcUrl && chainAt ? new URL(rpcUrl).host : null,
    },
  }
}
