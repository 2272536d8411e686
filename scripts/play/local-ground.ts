import { createTestClient, http, parseEther } from 'viem'
import { anvil } from 'viem/chains'
import { readClock } from '#lib/platform/clock.ts'
import { type Db, openDb } from '#lib/platform/db.ts'
import { chainTime, moveClock } from '#lib/platform/move-clock.ts'
import type { Ground, PlayClock } from './ground.ts'

type LocalInstance = { origin: string; rpcUrl: string; databaseUrl: string; tell(line: string): void }

/** The one clock of a local instance, moved instead of waited for. */
function movedClock(db: Db, rpcUrl: string): PlayClock {
  const time = chainTime(anvil.id, rpcUrl)
  return {
    now: async () => (await readClock(db)).now(),
    async waitUntil(seconds) {
      await moveClock(db, time, seconds, 'play')
    },
  }
}

/** A local instance: its clock is moved, and accounts are filled by decree. */
export function localGround({ origin, rpcUrl, databaseUrl, tell }: LocalInstance): Ground & {
  db: Db
  close(): Promise<void>
} {
  const db = openDb(databaseUrl)
  const control = createTestClient({
    chain: anvil,
    mode: 'anvil',
    transport: http(rpcUrl, { retryCount: 0 }),
  })
  return {
    db,
    site: { origin, chain: anvil, rpcUrl },
    clock: movedClock(db, rpcUrl),
    async fund(addresses) {
      const value = parseEther('10')
      await Promise.all(addresses.map((address) => control.setBalance({ address, value })))
    },
    tell,
    close: () => db.$disconnect(),
  }
}
