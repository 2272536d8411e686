import { WaitForTransactionReceiptTimeoutError } from 'viem'
import type { Services } from '#lib/flows/services.ts'
import { AppError } from '#lib/platform/errors.ts'
import { followChain } from './follow-chain.ts'

const PATIENCE_MS = 10_000

/**
 * Reads the chain up to a transaction that somebody just sent, so that the next page already knows it.
 * @throws AppError chain-unavailable
 */
export async function syncTransaction(
  services: Services,
  tx: `0x${string}`,
): Promise<{ head: number; found: boolean }> {
  try {
    const found = await services.chain.waitForTransactionReceipt({ hash: tx, timeout: PATIENCE_MS }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof WaitForTransactionReceiptTimeoutError) return false
        throw error
      },
    )
    const { head } = await followChain(services)
    return { head, found }
  } catch (error) {
    throw new AppError('chain-unavailable', { cause: error })
  }
}
