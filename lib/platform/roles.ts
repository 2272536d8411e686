import type { Hex, PublicClient } from 'viem'
import { collectionAbi } from '#contracts-abi/collection.ts'
import type { Address } from '#lib/protocol/primitives.ts'
import { chain } from './chain.ts'

/** Who may do what in the collection's next round. */
export type CollectionRoles = Record<'owner' | 'director' | 'guardian' | 'operator' | 'treasury', Address>

/** Roles as the contract says them: the one place where they are read. */
export async function readRoles(client: PublicClient, collection: Hex): Promise<CollectionRoles> {
  const read = async (functionName: keyof CollectionRoles) => {
    const account = await client.readContract({ address: collection, abi: collectionAbi, functionName })
    return account.toLowerCase() as Address
  }
  const [owner, director, guardian, operator, treasury] = await Promise.all([
    read('owner'),
    read('director'),
    read('guardian'),
    read('operator'),
    read('treasury'),
  ])
  return { owner, director, guardian, operator, treasury }
}

const FRESH_MS = 5_000

const held = globalThis as {
  versoRoles?: Map<string, { roles: Promise<CollectionRoles>; until: number }>
}

/** Roles for a request, remembered for a few seconds. */
export function rolesOf(collection: Hex): Promise<CollectionRoles> {
  held.versoRoles ??= new Map()
  const known = held.versoRoles.get(collection)
  if (known && known.until > performance.now()) return known.roles
  const roles = readRoles(chain(), collection)
  held.versoRoles.set(collection, { roles, until: performance.now() + FRESH_MS })
  roles.catch(() => held.versoRoles?.delete(collection))
  return roles
}
