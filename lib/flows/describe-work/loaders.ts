import 'server-only'
import { candidateWork, hungWork } from '#lib/candidates/loaders.ts'
import type { WorkView } from '#lib/candidates/schema.ts'
import { fileOf } from '#lib/flows/publish/content.ts'
import { services } from '#lib/flows/services.ts'
import { env } from '#lib/platform/env.ts'
import { parseCanonical } from '#lib/protocol/canonical.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { type TokenDocument, tokenDocumentSchema } from '#lib/protocol/token-document.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { describedWork } from './described-work.ts'
import { type Erc721Metadata, erc721Of } from './erc721.ts'
import { dataBlockOf, type JsonLd, jsonLdOf, licenceUrl } from './json-ld.ts'

type Found = { round: RoundView; work: WorkView }

const described = ({ round, work }: Found) => describedWork({ round, work, origin: env().PUBLIC_URL })

/** What a page says of its work to programs. */
export function pageDescription(found: Found): { block: string | null; licence: string | null } {
  return { block: dataBlockOf(described(found)), licence: licenceUrl(found.work.licence) }
}

/** token.json of a work, as it was minted; null before that. */
async function mintedDocument({ round, work }: Found): Promise<TokenDocument | null> {
  const mint = round.chain.minted.find(({ number }) => number === work.number)
  const content = mint && (await fileOf(services(), rawCidOf(mint.tokenDigest)))
  return content ? tokenDocumentSchema.parse(parseCanonical(content.bytes)) : null
}

/** A work by the SHA-256 of its file, in a form that others read; null where it hangs nowhere. */
export async function workMetadata(
  hash: string,
  format: 'erc721' | 'jsonld',
): Promise<Erc721Metadata | JsonLd | null> {
  const hung = await hungWork(`sha256:${hash}`)
  const round = hung && (await roundBySlug(hung.round.slug))
  const work = round && (await candidateWork({ roundRowId: round.rowId, contentHash: hash }))
  if (!work) return null
  const found = { round, work }
  if (format === 'jsonld') return jsonLdOf(described(found))
  return erc721Of(described(found), await mintedDocument(found))
}
