import type { Hex, PublicClient } from 'viem'
import { collectionAbi } from '#contracts-abi/collection.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { chain } from './chain.ts'
import { AppError } from './errors.ts'

/** Who may do what in the collection's next round. */
export type CollectionRoles = Record<'owner' | 'director' | 'guardian' | 'operator' | 'treasury', Address>

/** Roles as the contract says them: the one place where they are read. */
export async function readRoles(client: PublicClient, collection: Hex): Promise<CollectionRoles> {
  const read = async (functionName: keyof CollectionRoles) => {
    const account = await client.readContract({ address: collection, abi: collectionAbi, functionName })
    return account.toLowerCase() as Address
  }
  try {
    const [owner, director, guardian, operator, treasury] = await Promise.all([
      read('owner'),
      read('director'),
      read('guardian'),
      read('operator'),
      read('treasury'),
    ])
    return { owner, director, guardian, operator, treasury }
  } catch (error) {
    throw new AppError('chain-unavailable', { cause: error })
  }
}

const FRESH_MS = 5_000

type Known = { roles: Promise<CollectionRoles>; until: number; last: CollectionRoles | null }

const held = globalThis as { versoRoles?: Map<string, Known> }

/**
 * Roles for a request, remembered for a few seconds. While the chain does not answer, the last ones it gave: pages
 * stay readable, and every act is decided by the contract or by `readRoles`.
 */
export async function rolesOf(collection: Hex): Promise<CollectionRoles> {
  held.versoRoles ??= new Map()
  const known = held.versoRoles.get(collection)
  if (known && known.until > performance.now()) return known.roles
  const last = known?.last ?? null
  const roles = readRoles(chain(), collection).catch((error: unknown) => {
    if (!last) throw error
    return last
  })
  const entry: Known = { roles, until: performance.now() + FRESH_MS, last }
  held.versoRoles.set(collection, entry)
  try {
    entry.last = await roles
    return entry.last
  } catch (error) {
    held.versoRoles.delete(collection)
    throw error
  }
}
