import { PrismaPg } from '@prisma/adapter-pg'
import { env } from './env.ts'
import { type Prisma, PrismaClient } from './prisma/client.ts'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient
export type { Prisma } from './prisma/client.ts'

export function openDb(url: string): Db {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url, max: 10 }) })
}

const held = globalThis as { versoDb?: Db }

/** One client a process: routes and actions are bundled apart, so it hangs on globalThis. */
export function db(): Db {
  held.versoDb ??= openDb(env().DATABASE_URL)
  return held.versoDb
}
