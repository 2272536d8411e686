import { openOtherChain } from '#lib/platform/chain.ts'
import type { Env } from '#lib/platform/env.ts'
import { causeOf, type Finding, ok, wrong } from './finding.ts'

const about = 'CHAIN_RPC_URLS'

async function checkOne(chainId: number, url: string): Promise<Finding> {
  const client = openOtherChain(chainId, url)
  try {
    const id = await client.getChainId()
    if (id !== chainId)
      return wrong(about, `The node for chain ${chainId} serves chain ${id}.`, 'Correct one of them.')
    const { number } = await client.getBlock()
    return ok(about, `Chain ${id}, block ${number}.`)
  } catch (error) {
    return wrong(
      about,
      `Chain ${chainId} does not answer: ${causeOf(error)}`,
      'Correct its URL, or use another node.',
    )
  }
}

/** Every further chain that votes may be read on answers under its id. */
export function checkOtherChains({ CHAIN_RPC_URLS }: Pick<Env, 'CHAIN_RPC_URLS'>): Promise<Finding[]> {
  return Promise.all([...(CHAIN_RPC_URLS ?? [])].map(([chainId, url]) => checkOne(chainId, url)))
}
