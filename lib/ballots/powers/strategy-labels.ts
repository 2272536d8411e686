import { erc20Abi, type Hex } from 'viem'
import { isChainSilent } from '#lib/platform/silence.ts'
import { countsDelegated, readsToken, type Strategy, type TokenStrategy } from '#lib/protocol/strategy.ts'
import * as words from '#messages/ballots/powers/strategy-labels.ts'
import type { PowerSources } from './port.ts'

const held = globalThis as { versoTokenNames?: Map<string, Promise<string>> }

const shortened = (token: Hex) => `${token.slice(0, 6)}…${token.slice(-4)}`

/** A name that was read is kept; while a chain does not answer, the address stands for it. */
async function tokenName({ clientFor }: PowerSources, { chainId, token }: TokenStrategy): Promise<string> {
  held.versoTokenNames ??= new Map()
  const key = `${chainId} ${token}`
  const asked =
    held.versoTokenNames.get(key) ??
    clientFor(chainId)?.readContract({ address: token, abi: erc20Abi, functionName: 'name' })
  if (!asked) return shortened(token)
  held.versoTokenNames.set(key, asked)
  return asked.catch((error: unknown) => {
    if (isChainSilent(error)) held.versoTokenNames?.delete(key)
    return shortened(token)
  })
}

async function labelOf(sources: PowerSources, strategy: Strategy): Promise<string> {
  if (strategy.id === 'fixed') return words.oneVoice
  if (!readsToken(strategy)) return words.roundsList
  const name = await tokenName(sources, strategy)
  if (strategy.id === 'erc1155-balance') return words.held(`${name} #${strategy.params.tokenId}`)
  return countsDelegated(strategy) ? words.delegated(name) : words.held(name)
}

/** What to call each strategy, in their order. */
export function strategyLabels(sources: PowerSources, strategies: readonly Strategy[]): Promise<string[]> {
  return Promise.all(strategies.map((strategy) => labelOf(sources, strategy)))
}
