import { LICENCES } from '#lib/protocol/licences.ts'
import type { MarketplaceFields } from '#lib/protocol/marketplace-fields.ts'
import type { TokenDocument } from '#lib/protocol/token-document.ts'
import { type MiningPreference, miningPreferenceOf } from '#lib/provenance/mining-preference.ts'
import type { DescribedWork } from './described-work.ts'

export type Erc721Metadata = (MarketplaceFields | TokenDocument) & {
  external_url: string
  dataMiningPreference?: MiningPreference['erc7517']
}

/**
 * ERC-721 metadata with what token.json leaves to be read from elsewhere: the address of the work's page, since it names
 * no server, and what machines may do (ERC-7517), which follows from its licence.
 * @param document token.json of a minted work; before the mint, a work has no place and no provenance of a round
 */
export function erc721Of(work: DescribedWork, document: TokenDocument | null): Erc721Metadata {
  const fields = document ?? work.fields
  const isKnown = LICENCES.some(({ id }) => id === fields.license)
  return {
    ...fields,
    external_url: work.page,
    ...(isKnown && { dataMiningPreference: miningPreferenceOf(fields.license).erc7517 }),
  }
}
