import { type Hex, keccak256, toHex } from 'viem'

/** Keys of people who only live on a local chain: anyone can derive them, so they are worth nothing elsewhere. */
export function localKey(role: string): Hex {
  return keccak256(toHex(`verso local identity: ${role}`))
}

export type IdentityKind = 'curator' | 'creator' | 'director'

/** Somebody whom a visitor of a local instance may be for a while. */
export type Identity = {
  /** What the key is derived from. */
  role: string
  kind: IdentityKind
  /** "curator 3". */
  name: string
  address: Hex
  /** Votes in the round that was asked about; null where none was, or where the chain did not say. */
  votes: { count: string; block: string | null } | null
  /** Whether a ballot of theirs is in that round's log. */
  voted: boolean
}

/** Who can be borrowed here; `community` is null where nobody of the demo was seeded. */
export type Identities = { community: string | null; people: Identity[] }
