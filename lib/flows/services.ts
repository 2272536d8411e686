import type { Account, Chain, PublicClient, Transport, WalletClient } from 'viem'
import { chain, chainIds, clientFor, operatorAccount, operatorWallet } from '#lib/platform/chain.ts'
import { type Clock, readClock } from '#lib/platform/clock.ts'
import type { Ctx } from '#lib/platform/context.ts'
import { type Connections, type Db, db, pool, type Tx } from '#lib/platform/db.ts'
import { env } from '#lib/platform/env.ts'
import { AppError } from '#lib/platform/errors.ts'
import { type Storage, storage } from '#lib/platform/storage.ts'
import { ensureRoot } from '#lib/provenance/adapters/credential-folder.ts'

/** What flows work with; tests hand in their own. */
export type Services = {
  db: Db
  /** The same database past Prisma: for the log of ballots. */
  pool: Connections
  chain: PublicClient<Transport, Chain>
  chainId: number
  /** Reads of a chain by its id; null for one that this instance has no RPC for. */
  clientFor(chainId: number): PublicClient | null
  /** Every chain with an RPC here, the home chain first. */
  chainIds: readonly number[]
  storage: Storage
  /** The certificate (DER) that pictures are signed below; made where there is none. @throws AppError credentials-unusable */
  rootCertificate(): Promise<Uint8Array>
  /** Signs heads and refusals, pays for anchors. Reading needs none. */
  operator(): ReturnType<typeof operatorAccount>
  operatorWallet(): WalletClient<Transport, Chain, Account>
}

async function rootCertificate(): Promise<Uint8Array> {
  const { VERSO_DATA, PUBLIC_URL } = env()
  try {
    return await ensureRoot(VERSO_DATA, new URL(PUBLIC_URL).host)
  } catch (cause) {
    throw new AppError('credentials-unusable', { cause })
  }
}

/** The process's own services. */
export function services(): Services {
  return {
    db: db(),
    pool: pool(),
    chain: chain(),
    chainId: env().CHAIN_ID,
    clientFor,
    chainIds: chainIds(),
    storage: storage(),
    rootCertificate,
    operator: () => operatorAccount(),
    operatorWallet: () => operatorWallet(),
  }
}

/** One transaction with who acts and what time it is. */
export async function write<T>(
  { db: database }: Pick<Services, 'db'>,
  actor: string,
  run: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const clock: Clock = await readClock(database)
  return database.$transaction((tx: Tx) => run({ actor, tx, clock }), { timeout: 20_000, maxWait: 10_000 })
}
