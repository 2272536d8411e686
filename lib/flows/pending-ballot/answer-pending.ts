import { receiptsCookie } from '#lib/ballots/receipts-cookie.ts'
import { env } from '#lib/platform/env.ts'
import type { PendingView } from './schema.ts'

/** A pending ballot as an answer; once it is in the log, this browser may see its receipt. */
export function answerPending(request: Request, pending: PendingView): Response {
  const headers = new Headers({ 'cache-control': 'no-store' })
  if (pending.receipt) {
    const cookies = request.headers.get('cookie') ?? undefined
    const secure = env().PUBLIC_URL.startsWith('https:')
    headers.append('set-cookie', receiptsCookie(cookies, pending.receipt, { secure }))
  }
  return Response.json(pending, { headers })
}
