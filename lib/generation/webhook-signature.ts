import { createHmac, timingSafeEqual } from 'node:crypto'

/** Seconds that a webhook may be old, or ahead of our clock. */
export const WEBHOOK_TOLERANCE_SECONDS = 300

export type SignedDelivery = {
  /** Headers webhook-id, webhook-timestamp (Unix seconds) and webhook-signature. */
  id: string
  timestamp: string
  signature: string
  /** The body's text exactly as received. */
  body: string
}

/** What a sender puts into webhook-signature: HMAC-SHA256 over `id.timestamp.body`, in base64. */
export function signDelivery(
  { id, timestamp, body }: Omit<SignedDelivery, 'signature'>,
  secret: string,
): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
}

/**
 * Checks a delivery against the Standard Webhooks scheme. Replicate's own client accepts any
 * timestamp and compares in a time that tells the signature, so the check is made here.
 * @param receivedAt Unix seconds
 */
export function checkDelivery(
  delivery: SignedDelivery,
  secret: string,
  receivedAt: number,
): 'valid' | 'forged' | 'stale' {
  const expected = Buffer.from(signDelivery(delivery, secret))
  const matches = delivery.signature.split(' ').some((given) => {
    const bytes = Buffer.from(given)
    return bytes.length === expected.length && timingSafeEqual(bytes, expected)
  })
  if (!matches) return 'forged'
  if (!/^\d{1,12}$/.test(delivery.timestamp)) return 'forged'
  return Math.abs(receivedAt - Number(delivery.timestamp)) <= WEBHOOK_TOLERANCE_SECONDS ? 'valid' : 'stale'
}
