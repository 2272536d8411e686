import { createHash } from 'node:crypto'
import { type LookupAddress, lookup } from 'node:dns'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { type PictureMime, sniffMime } from '#lib/generation/sniff-mime.ts'
import { isPublicAddress } from './public-address.ts'

/** Largest picture that is taken from a provider. */
export const ARTIFACT_LIMIT_BYTES = 32 * 1024 * 1024

export type DownloadOptions = {
  /** One origin that may be plain http and in a private network: a server of whoever runs the instance. */
  trustedOrigin?: string | null
  /** Sent to the trusted origin and to nobody else. */
  headers?: Record<string, string>
  limitBytes?: number
  timeoutMs?: number
}

export type Download = { bytes: Uint8Array; mime: PictureMime; sha256: string }

class ClosedAddressError extends Error {}

/** Resolves a name and refuses it when any of its addresses is not public; the socket uses what was checked. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '', 0)
    const first = addresses[0]
    if (!first || !addresses.every(({ address }) => isPublicAddress(address)))
      return callback(new ClosedAddressError('the address is not public'), '', 0)
    if (options.all) return callback(null, addresses)
    callback(null, first.address, first.family)
  })
}

const invalid = (detail: string, cause?: unknown) =>
  new ProviderError({ kind: 'artifact-invalid' }, detail, cause)

function checkUrl(address: string, trustedOrigin: string | null): { url: URL; trusted: boolean } {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || url.username || url.password) throw invalid('the output’s address is not a plain URL')
  if (trustedOrigin !== null && url.origin === trustedOrigin) return { url, trusted: true }
  if (url.protocol !== 'https:') throw invalid('the output’s address is not https')
  // A literal address is never looked up, so it is checked here.
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw invalid('the output’s address is not public')
  return { url, trusted: false }
}

type Opening = { url: URL; trusted: boolean; headers: Record<string, string>; signal: AbortSignal }

function open({ url, trusted, headers, signal }: Opening): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const start = url.protocol === 'https:' ? requestHttps : requestHttp
    const accept = { accept: 'image/*' }
    const options = trusted
      ? { signal, headers: { ...headers, ...accept } }
      : { signal, headers: accept, lookup: lookupPublic }
    start(url, options, resolve).on('error', reject).end()
  })
}

async function readCapped(response: IncomingMessage, limit: number): Promise<Download> {
  const hash = createHash('sha256')
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > limit) {
      response.destroy()
      throw invalid(`the output is larger than ${limit} bytes`)
    }
    hash.update(chunk)
    chunks.push(chunk)
  }
  const announced = response.headers['content-length']
  if (announced !== undefined && Number(announced) !== length)
    throw new ProviderError({ kind: 'transient' }, 'the output broke off')
  const bytes = new Uint8Array(Buffer.concat(chunks))
  const mime = sniffMime(bytes)
  if (!mime) throw invalid('the output is not a PNG, JPEG or WebP file')
  return { bytes, mime, sha256: hash.digest('hex') }
}

/**
 * Fetches one output: https only, no redirects, no private address (checked on the address the socket
 * connects to), at most 32 MB, the kind told by its first bytes, hashed as it arrives.
 * @throws ProviderError artifact-invalid, expired, transient
 */
export async function downloadArtifact(address: string, options: DownloadOptions = {}): Promise<Download> {
  const {
    trustedOrigin = null,
    headers = {},
    limitBytes = ARTIFACT_LIMIT_BYTES,
    timeoutMs = 60_000,
  } = options
  const { url, trusted } = checkUrl(address, trustedOrigin)
  try {
    const response = await open({ url, trusted, headers, signal: AbortSignal.timeout(timeoutMs) })
    const status = response.statusCode ?? 0
    if (status === 200) return await readCapped(response, limitBytes)
    response.destroy()
    if (status === 404 || status === 410 || status === 403)
      throw new ProviderError({ kind: 'expired' }, 'the output is gone')
    if (status >= 300 && status < 400) throw invalid('the output’s address redirects')
    throw new ProviderError({ kind: 'transient' }, `the output answered with ${status}`)
  } catch (error) {
    if (error instanceof ProviderError) throw error
    if (error instanceof ClosedAddressError) throw invalid(`the output’s address is not public`, error)
    throw new ProviderError({ kind: 'transient' }, 'the output could not be fetched', error)
  }
}
