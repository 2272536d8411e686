import { type DigitalSource, digitalSourceOf } from '#lib/protocol/digital-source.ts'
import { LICENCES } from '#lib/protocol/licences.ts'
import type { DescribedWork } from './described-work.ts'

/** Largest data block of a page, in UTF-8 bytes. */
export const BLOCK_LIMIT = 2_048

/** Unit code of a pixel (UN/CEFACT recommendation 20). */
const PIXEL = 'E37'

const SOURCES: Record<DigitalSource, string> = {
  algorithmicMedia: 'AlgorithmicMediaDigitalSource',
  trainedAlgorithmicMedia: 'TrainedAlgorithmicMediaDigitalSource',
  compositeWithTrainedAlgorithmicMedia: 'CompositeWithTrainedAlgorithmicMediaDigitalSource',
}

const pixels = (value: number) => ({ '@type': 'QuantitativeValue', value, unitCode: PIXEL })

/** Address of the terms of a licence; null for one that the registry does not know. */
export const licenceUrl = (id: string): string | null =>
  LICENCES.find((licence) => licence.id === id)?.url ?? null

const basisOf = ({ contentHash, page }: DescribedWork['parents'][number]) => ({
  '@type': 'VisualArtwork',
  identifier: contentHash,
  ...(page && { url: page }),
})

export type JsonLd = ReturnType<typeof jsonLdOf>

/** A work in the words of schema.org, from the fields that a marketplace reads. */
export function jsonLdOf({ fields, recipe, ...work }: DescribedWork) {
  const { name, description, attributes, properties, license, image } = fields
  const [file] = properties.files
  const medium = attributes.find(({ trait_type }) => trait_type === 'Medium')?.value
  const terms = licenceUrl(license)
  const source = digitalSourceOf(recipe)
  return {
    '@context': 'https://schema.org',
    '@type': ['VisualArtwork', 'ImageObject'],
    url: work.page,
    name,
    ...(description && { description }),
    caption: properties.alt,
    ...(medium && { artMedium: medium }),
    ...(file && {
      identifier: file.sha256,
      encodingFormat: file.type,
      width: pixels(file.width),
      height: pixels(file.height),
    }),
    sameAs: image,
    contentUrl: work.file,
    thumbnailUrl: work.thumb,
    ...(work.sidecar && {
      associatedMedia: {
        '@type': 'MediaObject',
        encodingFormat: 'application/c2pa',
        contentUrl: work.sidecar.address,
        sha256: work.sidecar.hash.slice('sha256:'.length),
      },
    }),
    creator: { '@type': 'Person', name: work.creator.name, identifier: work.creator.account },
    creditText: `${work.creator.name}, ${work.community}`,
    ...(terms && { license: terms, acquireLicensePage: work.page }),
    ...(work.parents.length > 0 && { isBasedOn: work.parents.map(basisOf) }),
    ...(source && { digitalSourceType: `https://schema.org/${SOURCES[source]}` }),
    datePublished: new Date(work.publishedAt * 1000).toISOString(),
  }
}

/** Nothing in it ends the element that it stands in, whatever a title says. */
const escaped = (value: object) => JSON.stringify(value).replaceAll('<', '\\u003c')

const fits = (text: string) => new TextEncoder().encode(text).length <= BLOCK_LIMIT

/** What a page can go without, the first thing first: programs find all of it behind the API. */
const SPARE = [
  'description',
  'caption',
  'associatedMedia',
  'artMedium',
  'sameAs',
  'isBasedOn',
  'creditText',
  'thumbnailUrl',
] as const

/** The same as the data block of a page, without what it has no room for; null when even the least is too much. */
export function dataBlockOf(work: DescribedWork): string | null {
  let lean: Partial<JsonLd> = jsonLdOf(work)
  for (const key of [null, ...SPARE]) {
    if (key) lean = { ...lean, [key]: undefined }
    const text = escaped(lean)
    if (fits(text)) return text
  }
  return null
}
