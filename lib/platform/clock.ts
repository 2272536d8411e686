import type { Db, Tx } from './db.ts'
import { LOCAL_CHAIN_ID } from './env.ts'
import { AppError } from './errors.ts'

/** The instance's clock: wall time plus the offset in the one row. Sessions and the queue use wall time. */
export type Clock = { now(): number; offsetSeconds: number }

const wallSeconds = () => Math.floor(Date.now() / 1000)

export async function readClock(db: Db | Tx): Promise<Clock> {
  const row = await db.clock.findUnique({ where: { id: 1 } })
  const offsetSeconds = Number(row?.offsetSeconds ?? 0n)
  return { offsetSeconds, now: () => wallSeconds() + offsetSeconds }
}

/** What moves with the clock: the local chain, in Unix seconds. */
export type ChainTime = { chainId: number; setTime(seconds: number): Promise<void> }

/** Moves the one clock, forward only, and the local chain with it. @throws AppError clock-fixed */
export async function moveClock(db: Db, chain: ChainTime, toSeconds: number): Promise<Clock> {
  if (chain.chainId !== LOCAL_CHAIN_ID) throw new AppError('clock-fixed')
  const clock = await readClock(db)
  if (toSeconds <= clock.now()) return clock
  const offsetSeconds = BigInt(toSeconds - wallSeconds())
  await db.clock.upsert({ where: { id: 1 }, create: { id: 1, offsetSeconds }, update: { offsetSeconds } })
  await chain.setTime(toSeconds)
  return readClock(db)
}
