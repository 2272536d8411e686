import 'server-only'
import { readSilentChains, type SilentChain } from '#lib/ballots/chains/data.ts'
import { listCommunities } from '#lib/communities/loaders.ts'
import type { CommunityView } from '#lib/communities/schema.ts'
import { countPins, type PinCount } from '#lib/distribution/pinning/data.ts'
import { currentSession } from '#lib/platform/cookies.ts'
import { db } from '#lib/platform/db.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { momentsOf } from '#lib/protocol/strategy.ts'
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

/** Chains that this round’s votes are read on and that do not answer; it is counted when they do. */
export async function silentChainsOf(rules: Rules): Promise<SilentChain[]> {
  return readSilentChains(db(), [...new Set(momentsOf(rules).map(({ chainId }) => chainId))])
}

/** How far the services are that pin what a round publishes; none before it is counted, or where nobody pins. */
export async function pinsOf(roundRowId: string): Promise<PinCount[]> {
  return countPins(db(), roundRowId)
}
