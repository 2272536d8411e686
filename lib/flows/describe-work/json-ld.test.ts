import fc from 'fast-check'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { fileHashOf, utf8 } from '#lib/protocol/bytes.ts'
import { canonicalBytes, parseCanonical } from '#lib/protocol/canonical.ts'
import { marketplaceFields } from '#lib/protocol/marketplace-fields.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import { tokenDocument, tokenDocumentSchema } from '#lib/protocol/token-document.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { workOf } from '#lib/protocol/winners.ts'
import { miningPreferenceOf } from '#lib/provenance/mining-preference.ts'
import type { DescribedWork } from './described-work.ts'
import { erc721Of } from './erc721.ts'
import { BLOCK_LIMIT, dataBlockOf, jsonLdOf } from './json-ld.ts'

const { input, bundle } = await sampleRound()
const numbers = bundle.result.winners.map(({ number }) => number)

const recipe: Recipe = {
  template: { id: 'brief', version: '1', text: 'Water seen from above' },
  traits: [],
  seed: '48213',
  model: { id: 'black-forest-labs/flux-schnell', version: '1', weightsHash: null },
  loras: [],
  parameters: {},
  inputs: [],
  parents: [],
  licence: 'CC0-1.0',
  brief: `0x${'ab'.repeat(32)}`,
  width: 1024,
  height: 1024,
}

const SITE = 'https://gallery.example'

function described(number: number, changes: Partial<DescribedWork> = {}): DescribedWork {
  const { candidate, metadata } = workOf(input, number)
  return {
    fields: marketplaceFields(input.rules, candidate, metadata),
    recipe,
    creator: { name: 'Ines Okafor', account: `eip155:31337:${candidate.creator}` },
    community: 'North Fold',
    page: `${SITE}/rounds/tidal-studies/works/${number}`,
    file: `${SITE}/works/${candidate.contentHash.slice(7)}`,
    thumb: `${SITE}/works/${candidate.contentHash.slice(7)}`,
    sidecar: null,
    parents: [],
    publishedAt: 1_800_000_000,
    ...changes,
  }
}

const parent = (at: number) => ({
  contentHash: fileHashOf(utf8(`parent ${at}`)),
  page: `${SITE}/rounds/earlier/works/${at}`,
})

describe('one source', () => {
  it.each(numbers)(
    'token.json, ERC-721 metadata and JSON-LD of #%i agree on all that they share',
    (number) => {
      const { candidate, metadata } = workOf(input, number)
      const document = tokenDocument(input.rules, candidate, metadata, bundle.result)
      const work = described(number)
      const { external_url, dataMiningPreference, ...minted } = erc721Of(work, document)
      const { cawg, erc7517 } = miningPreferenceOf(document.license)
      expect(dataMiningPreference).toEqual(erc7517)
      expect(erc7517.aiTraining).toBe(cawg['cawg.ai_training']?.use)
      expect(minted).toEqual(document)
      const hung = erc721Of(work, null)
      expect(hung).not.toHaveProperty('provenance')
      const { attributes, provenance: _, ...shared } = document
      expect(hung).toMatchObject(shared)
      expect(attributes.slice(0, -1)).toEqual(hung.attributes)
      const [file] = document.properties.files
      expect(jsonLdOf(work)).toMatchObject({
        name: document.name,
        caption: document.properties.alt,
        sameAs: document.image,
        identifier: document.provenance.contentHash,
        encodingFormat: file?.type,
        width: { value: file?.width },
        height: { value: file?.height },
        license: expect.stringContaining('/zero/1.0/'),
        url: external_url,
        creator: { identifier: expect.stringContaining(document.provenance.creator.address) },
      })
      expect(document.provenance.contentHash).toBe(file?.sha256)
    },
  )

  it('is a document that its own schema reads back', () => {
    for (const { bytes } of numbers.map((number) => {
      const { candidate, metadata } = workOf(input, number)
      return { bytes: canonicalBytes(tokenDocument(input.rules, candidate, metadata, bundle.result)) }
    }))
      expect(canonicalBytes(tokenDocumentSchema.parse(parseCanonical(bytes)))).toEqual(bytes)
  })
})

describe('JSON-LD', () => {
  it.each([
    ['a trained model', recipe, 'https://schema.org/TrainedAlgorithmicMediaDigitalSource'],
    [
      'code',
      { ...recipe, model: { ...recipe.model, id: 'verso/artist' } },
      'https://schema.org/AlgorithmicMediaDigitalSource',
    ],
    ['nobody here', { ...recipe, inputs: [{ role: 'work', sha256: fileHashOf(utf8('w')) }] }, undefined],
  ])('says that %s made a picture', (_, made, source) => {
    expect(jsonLdOf(described(1, { recipe: made }))).toHaveProperty('@context', 'https://schema.org')
    expect(jsonLdOf(described(1, { recipe: made })).digitalSourceType).toBe(source)
  })

  it('names every parent by its content, with a page where it hangs here', () => {
    const parents = [parent(1), { ...parent(2), page: null }]
    expect(jsonLdOf(described(1, { parents })).isBasedOn).toEqual([
      { '@type': 'VisualArtwork', identifier: parents[0]?.contentHash, url: parents[0]?.page },
      { '@type': 'VisualArtwork', identifier: parents[1]?.contentHash },
    ])
  })

  it('names the credentials that stand beside a file, and none where there are none', () => {
    const hash = fileHashOf(utf8('a manifest'))
    const sidecar = { hash, address: `${SITE}/ipfs/bafkrei` }
    expect(jsonLdOf(described(1, { sidecar })).associatedMedia).toEqual({
      '@type': 'MediaObject',
      encodingFormat: 'application/c2pa',
      contentUrl: sidecar.address,
      sha256: hash.slice('sha256:'.length),
    })
    expect(jsonLdOf(described(1))).not.toHaveProperty('associatedMedia')
  })

  it('names no terms for a licence that nobody knows', () => {
    const { fields } = described(1)
    const ld = jsonLdOf(described(1, { fields: { ...fields, license: 'Own-1.0' } }))
    expect(ld).not.toHaveProperty('license')
    expect(ld).not.toHaveProperty('acquireLicensePage')
  })
})

const HOSTILE = ['</script>', '</SCRIPT >', '<!--', '-->', '<script>alert(1)', ']]>', '"', "'", '&lt;', '\\']

/** What somebody may call a work: anything of that many letters that canonical JSON takes. */
const text = (most: number) =>
  fc
    .array(
      fc.oneof(fc.constantFrom(...HOSTILE, '\u2028', '\u2029', '\u0001'), fc.string({ unit: 'grapheme' })),
    )
    .map((parts) => [...parts.join('')].slice(0, most).join(''))

const works = fc.record({
  name: text(120),
  alt: text(1000),
  description: text(2000),
  medium: text(128),
  creator: text(60),
  community: text(80),
  parents: fc.integer({ min: 0, max: 16 }),
})

type Words = typeof works extends fc.Arbitrary<infer T> ? T : never

function workOfWords({ name, alt, description, medium, creator, community, parents }: Words): DescribedWork {
  const base = described(1)
  const attributes = [{ trait_type: 'Medium', value: medium }]
  const properties = { ...base.fields.properties, alt }
  return {
    ...base,
    fields: { ...base.fields, name, description, attributes, properties },
    creator: { ...base.creator, name: creator },
    community,
    parents: Array.from({ length: parents }, (_, at) => parent(at)),
  }
}

/** What a browser takes for the text of the first script: everything up to the first end of one. */
const scriptIn = (html: string) => /^<script type="application\/ld\+json">(.*?)<\/script/is.exec(html)?.[1]

describe('the data block of a page', () => {
  it('holds all of an ordinary work, a variation too', () => {
    const work = described(1, { parents: [parent(1)] })
    expect(JSON.parse(dataBlockOf(work) ?? '')).toEqual(jsonLdOf(work))
  })

  it('stays within its limit and inside its element, and says nothing else than the whole', () => {
    fc.assert(
      fc.property(works, (words) => {
        const work = workOfWords(words)
        const block = dataBlockOf(work) ?? ''
        expect(utf8(block).length).toBeLessThanOrEqual(BLOCK_LIMIT)
        expect(block).not.toContain('<')
        const html = renderToStaticMarkup(createElement('script', { type: 'application/ld+json' }, block))
        expect(scriptIn(html)).toBe(block)
        expect(jsonLdOf(work)).toMatchObject(JSON.parse(block))
      }),
      { numRuns: 300 },
    )
  })

  it('goes without what there is no room for, and keeps what a licence needs', () => {
    const [long, short] = ['\u{1F30A}', 'Ebb'].map((letter) =>
      workOfWords({
        name: letter.repeat(30),
        alt: 'x'.repeat(1000),
        description: 'y'.repeat(2000),
        medium: letter.repeat(32),
        creator: letter.repeat(20),
        community: letter.repeat(20),
        parents: 16,
      }),
    )
    for (const work of [long, short]) {
      const block = JSON.parse((work && dataBlockOf(work)) ?? '')
      expect(Object.keys(block)).toEqual(expect.arrayContaining(['name', 'creator', 'license', 'identifier']))
      expect(block).not.toHaveProperty('description')
      expect(block).not.toHaveProperty('isBasedOn')
    }
  })

  it('is left out on a site whose addresses leave no room, where even the least is too much', () => {
    const words = { name: '<'.repeat(120), creator: '<'.repeat(60), community: '', alt: '', description: '' }
    const work = workOfWords({ ...words, medium: '', parents: 0 })
    const far = `${SITE}/${'a'.repeat(200)}`
    expect(dataBlockOf({ ...work, page: far, file: far, thumb: far })).toBeNull()
  })
})
