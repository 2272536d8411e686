import { powerSources } from '#lib/ballots/allowlists/data.ts'
import { type Unusable, unusableStrategies } from '#lib/ballots/powers/data.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { readsToken, type Strategy } from '#lib/protocol/strategy.ts'
import * as words from '#messages/flows/usable-strategies.ts'
import type { Services } from './services.ts'

type Reads = Pick<Services, 'db' | 'storage' | 'clientFor' | 'chainIds'>

function wordsFor({ strategy, reason }: Unusable): string {
  if (!readsToken(strategy)) return words.listMissing
  const { token, chainId } = strategy
  if (reason === 'no-rpc') return words.noNode(chainId)
  if (reason === 'silent-earlier') return words.silentEarlier(token)
  return words.noSuchToken(token, chainId)
}

/**
 * Refuses strategies by which a round could never be counted.
 * @throws AppError rules-invalid with the field `strategies`, chain-unavailable
 */
export async function requireUsable(
  reads: Reads,
  strategies: readonly Strategy[],
  account: Address,
): Promise<void> {
  const [unusable] = await unusableStrategies(powerSources(reads), strategies, account)
  if (unusable) throw new AppError('rules-invalid', { fields: { strategies: wordsFor(unusable) } })
}
