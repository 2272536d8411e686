import type { Receipt } from '#lib/protocol/receipt.ts'

/** Receipts that this browser was given: the random part of their leaves, which nobody else can know. */
export const RECEIPTS_COOKIE = 'verso-receipts'
const RECEIPTS_KEPT = 24
const YEAR_SECONDS = 365 * 86_400
const KEY = /^[0-9a-f]{32}$/

/** The receipts that the value of the cookie names. */
export function receiptKeys(value: string | undefined): string[] {
  return (value ?? '').split('.').filter((key) => KEY.test(key))
}

function valueIn(cookies: string | undefined): string | undefined {
  const pair = cookies?.split(/;\s*/).find((text) => text.startsWith(`${RECEIPTS_COOKIE}=`))
  return pair?.slice(RECEIPTS_COOKIE.length + 1)
}

/**
 * The Set-Cookie header that lets this browser see a receipt again before the close.
 * @param cookies the Cookie header that the browser sent
 */
export function receiptsCookie(
  cookies: string | undefined,
  { leaf }: Receipt,
  { secure }: { secure: boolean },
): string {
  const key = leaf.random16.slice(2)
  const given = receiptKeys(valueIn(cookies)).filter((other) => other !== key)
  const value = [...given, key].slice(-RECEIPTS_KEPT).join('.')
  return `${RECEIPTS_COOKIE}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
