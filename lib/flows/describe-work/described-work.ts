import type { WorkView } from '#lib/candidates/schema.ts'
import { sidecarIn } from '#lib/generation/sidecar.ts'
import { contentPath } from '#lib/platform/content-path.ts'
import { candidateSchema } from '#lib/protocol/candidates.ts'
import { type MarketplaceFields, marketplaceFields } from '#lib/protocol/marketplace-fields.ts'
import type { FileHash } from '#lib/protocol/primitives.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import type { RoundView } from '#lib/rounds/schema.ts'

/** A work as it is described to others: what a marketplace reads, and where it hangs here. */
export type DescribedWork = {
  fields: MarketplaceFields
  recipe: Recipe
  creator: {
    name: string
    /** CAIP-10. */
    account: string
  }
  community: string
  /** Whole addresses: its page, its file, its thumbnail. */
  page: string
  file: string
  thumb: string
  /** The C2PA manifest that stands beside its file; null where there is none. */
  sidecar: { hash: FileHash; address: string } | null
  /** The works that it varies; `page` null for one that hangs elsewhere. */
  parents: { contentHash: FileHash; page: string | null }[]
  /** Unix seconds of the instance's clock. */
  publishedAt: number
}

type Hung = { contentHash: FileHash; number: number | null }

const pagePath = (slug: string, { number, contentHash }: Hung) =>
  `/rounds/${slug}/works/${number ?? contentHash.slice('sha256:'.length)}`

/** What is said of a work, taken from its record once for every form that it is said in. */
export function describedWork(input: {
  round: Pick<RoundView, 'slug' | 'rules'> & { community: { name: string } }
  work: WorkView
  /** PUBLIC_URL. */
  origin: string
}): DescribedWork {
  const { round, work, origin } = input
  const at = (path: string) => new URL(path, origin).href
  const sidecar = sidecarIn(work.execution.facts)
  const mime = candidateSchema.shape.mime.parse(work.mime)
  return {
    fields: marketplaceFields(round.rules, { ...work, mime }, work.metadata),
    recipe: work.recipe,
    creator: { name: work.creatorName, account: `eip155:${round.rules.chainId}:${work.creator}` },
    community: round.community.name,
    page: at(pagePath(round.slug, work)),
    file: at(work.src),
    thumb: at(work.thumb.src640),
    sidecar: sidecar && { hash: sidecar, address: at(contentPath(sidecar)) },
    parents: work.recipe.parents.map((contentHash) => {
      const parent = work.parents.find((hung) => hung.contentHash === contentHash)
      return { contentHash, page: parent ? at(pagePath(parent.roundSlug, parent)) : null }
    }),
    publishedAt: work.admittedAt,
  }
}
