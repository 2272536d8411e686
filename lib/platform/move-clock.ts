import { createPublicClient, createTestClient, http } from 'viem'
import { type Clock, clockAt, readClock, wallSeconds } from './clock.ts'
import { audit } from './context.ts'
import type { Db } from './db.ts'
import { LOCAL_CHAIN_ID } from './env.ts'
import { AppError } from './errors.ts'

/** What moves with the clock: the local chain, in Unix seconds. */
export type ChainTime = { chainId: number; setTime(seconds: number): Promise<void> }

const PATIENCE_MS = 30_000

/** Mines blocks on the local chain at a time, or right after its last block where that is later. */
export async function mineAt(rpcUrl: string, seconds: number, blocks: number): Promise<void> {
  const transport = http(rpcUrl, { retryCount: 0 })
  const { timestamp } = await createPublicClient({ transport, cacheTime: 0 }).getBlock()
  const control = createTestClient({ mode: 'anvil', transport })
  const next = BigInt(seconds) > timestamp ? BigInt(seconds) : timestamp + 1n
  await control.setNextBlockTimestamp({ timestamp: next })
  await control.mine({ blocks })
}

/** The local chain behind a URL; two blocks, since the second one confirms the first. */
export const chainTime = (chainId: number, rpcUrl: string): ChainTime => ({
  chainId,
  async setTime(seconds) {
    try {
      await mineAt(rpcUrl, seconds, 2)
    } catch (error) {
      throw new AppError('chain-unavailable', { cause: error })
    }
  },
})

/**
 * Moves the one clock, forward only, and the local chain with it: where the chain does not follow, the clock stays.
 * Two moves at once come one after the other.
 * @throws AppError clock-fixed, chain-unavailable
 */
export async function moveClock(db: Db, chain: ChainTime, toSeconds: number, actor: string): Promise<Clock> {
  if (chain.chainId !== LOCAL_CHAIN_ID) throw new AppError('clock-fixed')
  await db.$transaction(
    async (tx) => {
      const locked = { offsetSeconds: { increment: 0n } }
      const row = await tx.clock.upsert({ where: { id: 1 }, create: { id: 1 }, update: locked })
      const clock = clockAt(Number(row.offsetSeconds))
      const from = clock.now()
      if (toSeconds <= from) return
      const offsetSeconds = BigInt(toSeconds - wallSeconds())
      await tx.clock.update({ where: { id: 1 }, data: { offsetSeconds } })
      await audit({ actor, tx, clock }, 'clock.move', 'clock', { from, to: toSeconds })
      await chain.setTime(toSeconds)
    },
    { timeout: PATIENCE_MS, maxWait: PATIENCE_MS },
  )
  return readClock(db)
}
