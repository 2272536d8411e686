import { parseReceipt, type Receipt } from '#lib/protocol/receipt.ts'

export type FetchedReceipt =
  | { kind: 'found'; receipt: Receipt }
  /** There is none, or this browser may not see it before the close. */
  | { kind: 'unknown' }
  | { kind: 'offline' }
  | { kind: 'failed'; code: string }

const codeOf = (body: unknown, otherwise: string): string =>
  body && typeof body === 'object' && 'code' in body ? String(body.code) : otherwise

/** The receipt of a ballot by its digest; what comes is parsed, and trusted with nothing. */
export async function fetchReceipt(roundId: string, digest: string): Promise<FetchedReceipt> {
  try {
    const response = await fetch(`/api/v1/rounds/${roundId}/ballots/${digest}`)
    if (response.status === 404) return { kind: 'unknown' }
    const body: unknown = await response.json()
    if (!response.ok || !body || typeof body !== 'object' || !('receipt' in body))
      return { kind: 'failed', code: codeOf(body, String(response.status)) }
    return { kind: 'found', receipt: parseReceipt(body.receipt) }
  } catch (error) {
    if (error instanceof TypeError) return { kind: 'offline' }
    return { kind: 'failed', code: 'receipt-invalid' }
  }
}
