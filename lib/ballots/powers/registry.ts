import type { Strategy } from '#lib/protocol/rules.ts'
import { erc20Votes } from './adapters/erc20-votes.ts'
import { erc721Balance } from './adapters/erc721-balance.ts'
import type { StrategyReader } from './port.ts'

const READERS: Record<Strategy['id'], StrategyReader> = {
  'erc20-votes': erc20Votes,
  'erc721-balance': erc721Balance,
}

export function readerOf(strategy: Strategy): StrategyReader {
  return READERS[strategy.id]
}
