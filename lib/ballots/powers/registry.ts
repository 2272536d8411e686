import type { TokenStrategy } from '#lib/protocol/strategy.ts'
import { balance } from './adapters/balance.ts'
import { balanceOfId } from './adapters/balance-of-id.ts'
import { pastVotes } from './adapters/past-votes.ts'
import type { StrategyReader } from './port.ts'

const READERS: Record<TokenStrategy['id'], StrategyReader> = {
  'erc20-votes': pastVotes,
  'erc721-votes': pastVotes,
  'erc20-balance': balance,
  'erc721-balance': balance,
  'erc1155-balance': balanceOfId,
}

export function readerOf(strategy: Pick<TokenStrategy, 'id'>): StrategyReader {
  return READERS[strategy.id]
}
