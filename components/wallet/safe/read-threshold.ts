import { parseAbi } from 'viem'
import type { Config } from 'wagmi'
import { readContract } from 'wagmi/actions'
import type { Address } from '#lib/protocol/primitives.ts'

const safeAbi = parseAbi(['function getThreshold() view returns (uint256)'])

/** How many owners have to sign for an account, null for one that does not answer as a Safe does. */
export async function readThreshold(
  config: Config,
  { chainId, address }: { chainId: number; address: Address },
): Promise<number | null> {
  try {
    return Number(
      await readContract(config, { chainId, address, abi: safeAbi, functionName: 'getThreshold' }),
    )
  } catch {
    return null
  }
}
