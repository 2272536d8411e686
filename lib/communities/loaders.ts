import 'server-only'
import { db } from '#lib/platform/db.ts'
import { rolesOf } from '#lib/platform/roles.ts'
import { type Community, countRounds, findCommunity, listCommunityRows } from './data.ts'
import type { CommunityView } from './schema.ts'

export async function viewOf(community: Community, roundCount: number): Promise<CommunityView> {
  const { slug, name, description, chainId, collection, deployBlock, strategies, licence } = community
  const roles = await rolesOf(collection)
  return { slug, name, description, chainId, collection, deployBlock, roles, strategies, licence, roundCount }
}

export async function listCommunities(): Promise<CommunityView[]> {
  const rows = await listCommunityRows(db())
  return Promise.all(rows.map(({ community, roundCount }) => viewOf(community, roundCount)))
}

/** Null when there is no such community here. */
export async function communityBySlug(slug: string): Promise<CommunityView | null> {
  const community = await findCommunity(db(), slug)
  return community && viewOf(community, await countRounds(db(), community.id))
}
