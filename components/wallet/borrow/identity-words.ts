import type { Identity, IdentityKind } from '#lib/flows/borrow/schema.ts'
import * as text from '#messages/wallet/borrow/identity-words.ts'

export const GROUP_WORDS: Record<IdentityKind, string> = text.groups

/** What one should know before choosing: the votes of a curator, what the others do. */
export function identityWords({ kind, votes, voted }: Identity): string {
  return votes ? text.votes(BigInt(votes.count), votes.block, voted) : text.does[kind]
}

export type IdentityGroup = { kind: IdentityKind; people: Identity[] }

/** In groups, whoever is needed here first. */
export function identityGroups(people: readonly Identity[], wants: IdentityKind): IdentityGroup[] {
  const kinds = Object.keys(GROUP_WORDS) as IdentityKind[]
  return [wants, ...kinds.filter((kind) => kind !== wants)]
    .map((kind) => ({ kind, people: people.filter((person) => person.kind === kind) }))
    .filter((group) => group.people.length > 0)
}
