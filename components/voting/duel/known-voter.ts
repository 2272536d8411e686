import { createDeviceStore, type DeviceStore, type Kept } from '#components/voting/device-store.ts'
import type { Address } from '#lib/protocol/primitives.ts'

/** For whom duels are judged on this device: the account that was last connected for it, or an address that was typed. */
export type KnownVoter = { address: Address | null }

const ADDRESS = /^0x[0-9a-fA-F]{40}$/

export const VOTER_KEY = 'verso.voter'
export const NO_VOTER: KnownVoter & { kept: Kept } = { address: null, kept: 'device' }

/** As it was pasted, with or without a checksum's capitals; null for anything else. */
export function addressOf(text: string): Address | null {
  const trimmed = text.trim()
  return ADDRESS.test(trimmed) ? `0x${trimmed.slice(2).toLowerCase()}` : null
}

/** Anything unreadable is nobody, never an error. */
export const parseVoter = (raw: string | null): KnownVoter => ({ address: addressOf(raw ?? '') })

export function createVoterStore(
  _: string,
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): DeviceStore<KnownVoter> {
  const form = {
    key: VOTER_KEY,
    nothing: NO_VOTER,
    parse: parseVoter,
    serialize: ({ address }: KnownVoter) => address,
  }
  return createDeviceStore(form, storage)
}
