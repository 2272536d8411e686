import {
  AbiDecodingDataSizeTooSmallError,
  BaseError,
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  type PublicClient,
  parseAbi,
} from 'viem'
import { AppError } from '#lib/platform/errors.ts'
import type { Address } from '#lib/protocol/primitives.ts'

const safeAbi = parseAbi([
  'function getOwners() view returns (address[])',
  'function getThreshold() view returns (uint256)',
])

/** Who signs for a Safe now, on one chain; addresses lower case. */
export type Safe = { chainId: number; address: Address; owners: Address[]; threshold: number }

/** More than these are no Safe that people could collect signatures for. */
const MOST_OWNERS = 50

const NO_SAFE = [
  ContractFunctionRevertedError,
  ContractFunctionZeroDataError,
  AbiDecodingDataSizeTooSmallError,
]

const saysNo = (error: unknown) =>
  error instanceof BaseError && error.walk((cause) => NO_SAFE.some((kind) => cause instanceof kind)) !== null

/**
 * Owners and threshold of a Safe as of the newest block; null for an account that does not answer as one.
 * @throws AppError wallet-check-unavailable when the chain does not answer
 */
export async function readSafe(
  chain: { chainId: number; client: PublicClient },
  address: Address,
): Promise<Safe | null> {
  const { chainId, client } = chain
  const read = { address, abi: safeAbi } as const
  try {
    if (!(await client.getCode({ address }))) return null
    const [owners, threshold] = await Promise.all([
      client.readContract({ ...read, functionName: 'getOwners' }),
      client.readContract({ ...read, functionName: 'getThreshold' }),
    ])
    if (threshold === 0n || threshold > BigInt(owners.length) || owners.length > MOST_OWNERS) return null
    const lower = owners.map((owner) => owner.toLowerCase() as Address)
    return { chainId, address, owners: lower, threshold: Number(threshold) }
  } catch (error) {
    if (saysNo(error)) return null
    throw new AppError('wallet-check-unavailable', { cause: error })
  }
}
