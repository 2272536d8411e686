import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createTestClient, http, parseEther } from 'viem'
import { anvil } from 'viem/chains'
import { readClock } from '#lib/platform/clock.ts'
import { type Db, openDb } from '#lib/platform/db.ts'
import type { RunFile } from '#scripts/data-folder.ts'
import { chainTime, moveClock } from '#lib/platform/move-clock.ts'
import type { Ground, PlayClock } from './ground.ts'

type LocalInstance = { origin: string; rpcUrl: string; databaseUrl: string; tell(line: string): void }

/** Where the parts of a demo with its own database and chain are, from its folder. */
export function placesIn(folder: string): Omit<LocalInstance, 'tell'> {
  const run: RunFile = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8'))
  const password = readFileSync(join(folder, 'postgres.password'), 'utf8').trim()
  return {
    origin: run.url ?? '',
    rpcUrl: `http://127.0.0.1:${run.chainPort}`,
    databaseUrl: `postgresql://verso:${password}@127.0.0.1:${run.postgresPort}/verso`,
  }
}

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
