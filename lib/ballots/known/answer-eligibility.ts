import { powerSources } from '#lib/ballots/allowlists/data.ts'
import type { LogRound } from '#lib/ballots/data.ts'
import { eligibilityOf, readEligibility } from '#lib/ballots/powers/read-eligibility.ts'
import { strategyLabels } from '#lib/ballots/powers/strategy-labels.ts'
import type { Eligibility } from '#lib/ballots/schema.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { findKnownShares } from './data.ts'

type Reads = Parameters<typeof powerSources>[0]

/**
 * Votes of an address at a round's snapshot. Votes of a known holder are answered without asking a chain. Nothing is
 * asked for again, because its reason may have changed; where the chain is silent, what is known stands in.
 */
export async function answerEligibility(
  reads: Reads,
  { rowId, rules }: Pick<LogRound, 'rowId' | 'rules'>,
  account: Address,
): Promise<Eligibility> {
  const known = await findKnownShares(reads.db, rowId, account)
  const kept = known && eligibilityOf(rules, account, known)
  if (kept && kept.power !== '0') return kept
  const sources = powerSources(reads)
  const labels = await strategyLabels(sources, rules.strategies)
  const found = await readEligibility({ sources, rules, account, labels })
  return found.pending && kept ? kept : found
}
