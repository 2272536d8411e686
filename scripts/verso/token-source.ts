import { z } from 'zod'
import type { Address } from '#lib/protocol/primitives.ts'
import { addressSchema } from '#lib/protocol/primitives.ts'
import { fetchJson } from './picture-source.ts'
import { Unanswered } from './watch/ask.ts'

const MOST_BYTES = 4 << 20
const NAMED = /^(0x[0-9a-fA-F]{40})\/([0-9]{1,78})$/
const PAGE = /^\/c\/([a-z0-9-]{1,64})\/tokens\/([0-9]{1,78})\/?$/

/** A token as somebody names it: by its contract, or by its page on an instance. */
export type TokenName =
  | { kind: 'contract'; collection: Address; tokenId: string }
  | { kind: 'page'; instance: URL; community: string; tokenId: string }

/** Null for what is no name of a token. */
export function tokenNameOf(source: string): TokenName | null {
  const [, collection, id] = NAMED.exec(source) ?? []
  if (collection && id)
    return { kind: 'contract', collection: addressSchema.parse(collection.toLowerCase()), tokenId: id }
  if (!/^https?:\/\//.test(source) || !URL.canParse(source)) return null
  const instance = new URL(source)
  const [, community, tokenId] = PAGE.exec(instance.pathname) ?? []
  return community && tokenId ? { kind: 'page', instance, community, tokenId } : null
}

const communities = z.object({
  items: z.array(z.object({ slug: z.string(), collection: addressSchema })).max(10_000),
})

/** The collection of a community, as its instance says. @throws Unanswered */
export async function collectionOf(instance: URL, slug: string): Promise<Address> {
  const answer = communities.safeParse(await fetchJson(instance, '/api/v1/communities', MOST_BYTES))
  const found = answer.data?.items.find((community) => community.slug === slug)
  if (!found) throw new Unanswered('withheld', 'knows no such community')
  return found.collection
}
