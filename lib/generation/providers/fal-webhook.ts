import { createHash, type KeyObject, verify } from 'node:crypto'
import { WEBHOOK_TOLERANCE_SECONDS } from '#lib/generation/webhook-signature.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { KeyRing } from './fal-keys.ts'

type Signed = { requestId: string; userId: string; timestamp: string; signature: string }

/** What each header may hold; the signature is Ed25519 in hex, the time is in Unix seconds. */
const SHAPES = {
  requestId: /^[\w-]{1,128}$/,
  userId: /^[\x21-\x7e]{1,256}$/,
  timestamp: /^\d{1,12}$/,
  signature: /^[0-9a-fA-F]{128}$/,
} as const satisfies Record<keyof Signed, RegExp>

function readHeader(headers: Headers, name: string, shape: RegExp): string {
  const value = headers.get(`x-fal-webhook-${name}`) ?? ''
  if (!shape.test(value)) throw new AppError('webhook-forged')
  return value
}

/** What fal signs: who asked, when it was sent, and a hash of the body, a line each. */
function signedText({ requestId, userId, timestamp }: Signed, rawBody: string): Buffer {
  const hash = createHash('sha256').update(rawBody).digest('hex')
  return Buffer.from([requestId, userId, timestamp, hash].join('\n'))
}

export type Check = {
  keys: KeyRing
  /** The account that the requests are made by; nobody else's webhooks are taken when it is given. */
  userId: string | undefined
  /** Wall time in Unix seconds. */
  receivedAt: number
}

/**
 * Checks a delivery by fal (fal.ai/docs/model-apis/webhooks, read 2026-11-29).
 * @returns the id of the request that it is about
 * @throws AppError webhook-forged, webhook-stale
 * @throws ProviderError when the keys cannot be read: fal sends it again
 */
export async function checkFalDelivery(rawBody: string, headers: Headers, check: Check): Promise<string> {
  const { keys, userId, receivedAt } = check
  const signed: Signed = {
    requestId: readHeader(headers, 'request-id', SHAPES.requestId),
    userId: readHeader(headers, 'user-id', SHAPES.userId),
    timestamp: readHeader(headers, 'timestamp', SHAPES.timestamp),
    signature: readHeader(headers, 'signature', SHAPES.signature),
  }
  if (Math.abs(receivedAt - Number(signed.timestamp)) > WEBHOOK_TOLERANCE_SECONDS)
    throw new AppError('webhook-stale')
  if (userId !== undefined && signed.userId !== userId) throw new AppError('webhook-forged')
  const text = signedText(signed, rawBody)
  const signature = Buffer.from(signed.signature, 'hex')
  const isSigned = (by: readonly KeyObject[]) => by.some((key) => verify(null, text, key, signature))
  if (isSigned(await keys.current(receivedAt))) return signed.requestId
  const renewed = await keys.renewed(receivedAt)
  if (!renewed || !isSigned(renewed)) throw new AppError('webhook-forged')
  return signed.requestId
}
