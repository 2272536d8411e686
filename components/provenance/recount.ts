import { unzipBundle } from '#lib/protocol/bundle-zip.ts'
import { sha256Bytes32 } from '#lib/protocol/bytes.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { type Address, addressSchema, type Bytes32, bytes32Schema } from '#lib/protocol/primitives.ts'
import type { ChainReader } from '#lib/protocol/verify/chain-reader.ts'
import type { Report } from '#lib/protocol/verify/report.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import { say } from '#messages/protocol/say.ts'
import { chainAt } from './chain-at.ts'

export type RecountRequest = {
  bundleUrl: string
  rpcUrl: string
  collection: Address
  roundId: Bytes32
}

export type RecountProgress = { kind: 'fetching'; bytes: number } | { kind: 'counting'; bytes: number }

export type Recount = {
  report: Report
  /** Of the counting, without the download. */
  milliseconds: number
  bytes: number
  /** SHA-256 of the result in the record, and what the collection holds; null where there is none. */
  resultHash: string | null
  chainResultHash: string | null
}

export type RecountAnswer =
  | { kind: 'done'; result: Recount }
  /** The record could not be had: problem+json's code, or `no-connection`. */
  | { kind: 'failed'; code: string }

const NO_RESULT = `0x${'0'.repeat(64)}`
const TELL_EVERY_BYTES = 65_536

async function download(response: Response, tell: (bytes: number) => void): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  let told = 0
  const reader = response.body?.getReader()
  while (reader) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    bytes += value.length
    if (bytes - told < TELL_EVERY_BYTES) continue
    told = bytes
    tell(bytes)
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer())
}

async function problemCode(response: Response): Promise<string> {
  const body: unknown = await response.json().catch(() => null)
  if (body && typeof body === 'object' && 'code' in body && typeof body.code === 'string') return body.code
  return String(response.status)
}

/** The files, or the archive itself where it is none: the verifier then says what is wrong with it. */
function unpack(archive: Uint8Array): ReadonlyMap<string, Uint8Array> | Uint8Array {
  try {
    return unzipBundle(archive)
  } catch (error) {
    if (error instanceof ProtocolError) return archive
    throw error
  }
}

async function resultOnChain(chain: ChainReader, request: RecountRequest): Promise<string | null> {
  try {
    const round = await chain.round(
      addressSchema.parse(request.collection),
      bytes32Schema.parse(request.roundId),
    )
    return round && round.resultHash !== NO_RESULT ? round.resultHash : null
  } catch {
    // The checks themselves say that the chain did not answer; this is only the line beside the hash.
    return null
  }
}

/** Downloads a round's public record and counts it again here, comparing its anchors with the chain. */
export async function recount(
  request: RecountRequest,
  tell: (progress: RecountProgress) => void,
): Promise<RecountAnswer> {
  let archive: Uint8Array
  try {
    const response = await fetch(request.bundleUrl)
    if (!response.ok) return { kind: 'failed', code: await problemCode(response) }
    archive = await download(response, (bytes) => tell({ kind: 'fetching', bytes }))
  } catch {
    return { kind: 'failed', code: 'no-connection' }
  }
  const bytes = archive.length
  tell({ kind: 'counting', bytes })
  const began = performance.now()
  const files = unpack(archive)
  const chain = chainAt(request.rpcUrl)
  const chainFor = (chainId: number) => chainAt(`${request.rpcUrl}?chain=${chainId}`)
  const report = await verifyBundle(files, { chain, chainFor, say })
  const milliseconds = performance.now() - began
  const result = files instanceof Uint8Array ? undefined : files.get('result.json')
  return {
    kind: 'done',
    result: {
      report,
      milliseconds,
      bytes,
      resultHash: result ? sha256Bytes32(result) : null,
      chainResultHash: await resultOnChain(chain, request),
    },
  }
}
