import { addressSchema } from '#lib/protocol/primitives.ts'
import type { Receipt } from '#lib/protocol/receipt.ts'
import type { Report } from '#lib/protocol/verify/report.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { rpcReader } from '#scripts/verso/chain-reader.ts'
import type { Visitor } from './visitor.ts'

/** Downloads the record of a round with the pictures that won. */
export async function downloadBundle(visitor: Visitor, round: RoundView): Promise<Uint8Array> {
  const response = await visitor.fetch('GET', `/api/v1/rounds/${round.roundId}/bundle?works=winners`)
  if (!response.ok) throw new Error(`the bundle: ${response.status} ${await response.text()}`)
  return new Uint8Array(await response.arrayBuffer())
}

/** Re-checks a round as an auditor does: bundle and chain, nothing else of the site. */
export async function auditRound(
  auditor: Visitor,
  round: RoundView,
  receipts: readonly Receipt[],
): Promise<Report> {
  return verifyBundle(await downloadBundle(auditor, round), {
    chain: rpcReader(auditor.site.rpcUrl),
    collection: addressSchema.parse(round.rules.collection),
    receipts,
  })
}
