import { type HungLike, readLike } from '#lib/candidates/likeness/data.ts'
import type { Sought } from '#lib/candidates/likeness/schema.ts'
import type { Services } from '#lib/flows/services.ts'
import { fileHashSchema } from '#lib/protocol/primitives.ts'
import { type ChainFacts, emptyFacts } from '#lib/rounds/chain/chain-facts.ts'
import { findRound, type Round, readChainFacts } from '#lib/rounds/data.ts'
import { anchoredClosing } from '#lib/rounds/results/data.ts'
import type { FoundWork } from './schema.ts'

type Wall = { round: Round & { roundId: `0x${string}` }; places: ReadonlyMap<number, number> }

async function placesOf({ db }: Pick<Services, 'db'>, rowId: string, facts: ChainFacts) {
  const closing = await anchoredClosing(db, rowId, facts)
  return new Map(closing?.result.winners.map(({ number, rank }) => [number, rank]))
}

async function wallOf(services: Pick<Services, 'db'>, rowId: string): Promise<Wall | null> {
  const round = await findRound(services.db, rowId)
  if (!round?.roundId) return null
  const facts = (await readChainFacts(services.db, [round])).get(round.roundId) ?? emptyFacts()
  return { round: { ...round, roundId: round.roundId }, places: await placesOf(services, rowId, facts) }
}

function viewOf({ match, distance, work, recipeHash }: HungLike, { round, places }: Wall): FoundWork {
  const { slug, title, community } = round
  const key = work.contentHash.slice('sha256:'.length)
  const { tokenId } = work
  return {
    match,
    distance,
    work,
    recipeHash: fileHashSchema.parse(recipeHash),
    round: {
      id: round.roundId,
      slug,
      title,
      community: { slug: community.slug, name: community.name },
      chainId: community.chainId,
      collection: community.collection,
    },
    place: work.number === null ? null : (places.get(work.number) ?? null),
    token: tokenId === null ? null : { id: tokenId, page: `/c/${community.slug}/tokens/${tokenId}` },
    page: `/rounds/${slug}/works/${work.number ?? key}`,
    metadata: `/api/v1/works/${key}/metadata`,
  }
}

/** The hung works that a picture is, or, where it is none, those that look like it. */
export async function findWork(services: Pick<Services, 'db'>, sought: Sought): Promise<FoundWork[]> {
  const found = await readLike(services.db, sought)
  const rowIds = [...new Set(found.map(({ roundRowId }) => roundRowId))]
  const walls = new Map(
    await Promise.all(rowIds.map(async (rowId) => [rowId, await wallOf(services, rowId)] as const)),
  )
  return found.flatMap((like) => {
    const wall = walls.get(like.roundRowId)
    return wall ? [viewOf(like, wall)] : []
  })
}
