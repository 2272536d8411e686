import type { MarketplaceFields } from '#lib/protocol/marketplace-fields.ts'
import type { TokenDocument } from '#lib/protocol/token-document.ts'
import type { DescribedWork } from './described-work.ts'

export type Erc721Metadata = (MarketplaceFields | TokenDocument) & { external_url: string }

/**
 * ERC-721 metadata with the address of the work's page, which token.json has not, since it names no server.
 * @param document token.json of a minted work; before the mint, a work has no place and no provenance of a round
 */
export function erc721Of(work: DescribedWork, document: TokenDocument | null): Erc721Metadata {
  return { ...(document ?? work.fields), external_url: work.page }
}
