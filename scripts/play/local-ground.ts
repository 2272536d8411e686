import { anvil } from 'viem/chains'
import { readClock } from '#lib/platform/clock.ts'
import { type Db, openDb } from '#lib/platform/db.ts'
import { chainTime, moveClock } from '#lib/platform/move-clock.ts'
import { anvilClients } from '#scripts/anvil.ts'
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
  const chain = anvilClients(rpcUrl)
  return {
    db,
    site: { origin, chain: anvil, rpcUrl },
    clock: movedClock(db, rpcUrl),
    async fund(addresses) {
      await Promise.all(addresses.map((address) => chain.fund(address, '10')))
    },
    tell,
    close: () => db.$disconnect(),
  }
}
