import 'server-only'
import { listCommunities } from '#lib/communities/loaders.ts'
import type { CommunityView } from '#lib/communities/schema.ts'
import { currentSession } from '#lib/platform/cookies.ts'
import { listDeskRounds } from '#lib/rounds/loaders.ts'
import type { RoundSummary } from '#lib/rounds/schema.ts'

export type DeskView = {
  /** Who is signed in, or null. */
  address: string | null
  /** Communities whose contract names this account as director. */
  communities: CommunityView[]
  rounds: RoundSummary[]
}

/** What the signed-in account may direct. */
export async function deskView(): Promise<DeskView> {
  const session = await currentSession()
  if (!session) return { address: null, communities: [], rounds: [] }
  const all = await listCommunities()
  const communities = all.filter(({ roles }) => roles.director === session.address)
  const rounds = communities.length > 0 ? await listDeskRounds(communities.map(({ slug }) => slug)) : []
  return { address: session.address, communities, rounds }
}
