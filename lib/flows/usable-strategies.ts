import { powerSources } from '#lib/ballots/allowlists/data.ts'
import { type Unusable, unusableStrategies } from '#lib/ballots/powers/data.ts'
import { AppError } from '#lib/platform/errors.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { readsToken, type Strategy } from '#lib/protocol/strategy.ts'
import type { Services } from './services.ts'

type Reads = Pick<Services, 'db' | 'storage' | 'clientFor' | 'chainIds'>

function wordsFor({ strategy, reason }: Unusable): string {
  if (!readsToken(strategy)) return 'This list is not here, or has another number of rows: send it again.'
  const { token, chainId } = strategy
  if (reason === 'no-rpc') return `This site cannot read chain ${chainId}. Its operator can add it.`
  if (reason === 'silent-earlier')
    return `${token} does not answer for the earlier times: it may not have been there yet.`
  return `${token} does not answer as a token of this kind on chain ${chainId}.`
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
