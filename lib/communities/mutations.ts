import { audit, type Ctx } from '#lib/platform/context.ts'
import { AppError } from '#lib/platform/errors.ts'
import * as words from '#messages/communities/mutations.ts'
import { type Community, parseCommunity } from './data.ts'
import type { RegisterCommunity, Roles } from './schema.ts'

type Founding = Omit<RegisterCommunity, 'deployTx'> & {
  chainId: number
  deployBlock: number
  roles: Roles
}

/** @throws AppError not-director, community-exists */
export async function insertCommunity({ ctx, input }: { ctx: Ctx; input: Founding }): Promise<Community> {
  if (ctx.actor !== input.roles.director) throw new AppError('not-director')
  const { slug, name, description, chainId, collection, deployBlock, strategies, licence } = input
  const taken = await ctx.tx.community.findFirst({
    where: { OR: [{ slug }, { chainId, collection }] },
    select: { slug: true },
  })
  if (taken) {
    const field = taken.slug === slug ? 'slug' : 'collection'
    throw new AppError('community-exists', { fields: { [field]: words.registered } })
  }
  const row = await ctx.tx.community.create({
    data: {
      slug,
      name,
      description,
      chainId,
      collection,
      deployBlock: BigInt(deployBlock),
      strategies,
      licence,
    },
  })
  await audit(ctx, 'community.register', row.id, { slug, collection })
  return parseCommunity(row)
}
