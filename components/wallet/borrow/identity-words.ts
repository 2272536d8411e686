import type { Identity, IdentityKind } from '#lib/flows/borrow/schema.ts'

export const GROUP_WORDS: Record<IdentityKind, string> = {
  curator: 'Curators',
  creator: 'Creators',
  director: 'Director',
}

const DOES: Record<IdentityKind, string> = {
  curator: 'signs a ballot',
  creator: 'signs briefs',
  director: 'opens, closes, mints',
}

const grouped = (digits: string) => BigInt(digits).toLocaleString('en')

/** What one should know before choosing: the votes of a curator, what the others do. */
export function identityWords({ kind, votes, voted }: Identity): string {
  if (!votes) return DOES[kind]
  const at = votes.block === null ? 'as of now' : `at block ${votes.block}`
  return `${grouped(votes.count)} ${votes.count === '1' ? 'vote' : 'votes'} ${at}${voted ? ', has voted' : ''}`
}

export type IdentityGroup = { kind: IdentityKind; people: Identity[] }

/** In groups, whoever is needed here first. */
export function identityGroups(people: readonly Identity[], wants: IdentityKind): IdentityGroup[] {
  const kinds = Object.keys(GROUP_WORDS) as IdentityKind[]
  return [wants, ...kinds.filter((kind) => kind !== wants)]
    .map((kind) => ({ kind, people: people.filter((person) => person.kind === kind) }))
    .filter((group) => group.people.length > 0)
}
