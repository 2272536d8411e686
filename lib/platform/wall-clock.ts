import type { Db } from './db.ts'

/** Wall time that all processes of an instance share: leases and pauses of one are read by the others. */
export type WallClock = {
  now(): Date
  /** Asks the database what time it is; a process whose own clock is wrong goes by that from here on. */
  adjust(): Promise<void>
}

/** An answer that took longer says too little about the moment. */
const LONGEST_ANSWER_MS = 2_000

/** @param own this machine's clock, in milliseconds */
export function wallClock(db: Pick<Db, '$queryRaw'>, own: () => number = Date.now): WallClock {
  let aheadMs = 0
  return {
    now: () => new Date(own() + aheadMs),
    async adjust() {
      const asked = own()
      const rows = await db.$queryRaw<{ at: Date }[]>`SELECT clock_timestamp() AS at`
      const answered = own()
      const at = rows[0]?.at.getTime()
      if (at === undefined || answered - asked > LONGEST_ANSWER_MS) return
      aheadMs = Math.round(at - (asked + answered) / 2)
    },
  }
}
