import type { Db, Tx } from './db.ts'

/** The instance's clock: wall time plus the offset in the one row. Sessions and the queue use wall time. */
export type Clock = { now(): number; offsetSeconds: number }

export const wallSeconds = () => Math.floor(Date.now() / 1000)

export function clockAt(offsetSeconds: number): Clock {
  return { offsetSeconds, now: () => wallSeconds() + offsetSeconds }
}

export async function readClock(db: Db | Tx): Promise<Clock> {
  const row = await db.clock.findUnique({ where: { id: 1 } })
  return clockAt(Number(row?.offsetSeconds ?? 0n))
}
