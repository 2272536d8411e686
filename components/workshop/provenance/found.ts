import type { LookedAt } from '#components/provenance/history/look-at-picture.ts'
import { sampleAddress, sampleBytes } from '#components/workshop/sample/hashes.ts'
import { sampleWork } from '#components/workshop/sample/works.ts'
import type { FoundWork } from '#lib/flows/find-work/schema.ts'

/** A work as a picture finds it; one that was chosen and minted where a place is given. */
export function sampleFound(
  match: FoundWork['match'],
  number: number,
  { distance = null, place = null }: Partial<Pick<FoundWork, 'distance' | 'place'>> = {},
): FoundWork {
  const work = sampleWork(number)
  const id = String(((1n << 64n) | (BigInt(place ?? 0) << 32n)) as bigint)
  return {
    match,
    distance,
    work: { ...work, tokenId: place === null ? null : id },
    recipeHash: `sha256:${sampleBytes(number + 40).slice(2)}`,
    round: {
      id: sampleBytes(2) as `0x${string}`,
      slug: 'two-inks',
      title: 'Two Inks',
      community: { slug: 'north-fold', name: 'North Fold' },
      chainId: 31337,
      collection: sampleAddress(9) as `0x${string}`,
    },
    place,
    token: place === null ? null : { id, page: `/c/north-fold/tokens/${id}` },
    page: `/rounds/two-inks/works/${number}`,
    metadata: `/api/v1/works/${work.contentHash.slice(7)}/metadata`,
  }
}

const looked = (known: LookedAt['known'], changes: Partial<LookedAt> = {}): LookedAt => ({
  name: 'download (3).jpg',
  bytes: 412_000,
  mime: 'image/jpeg',
  size: { width: 1024, height: 1280 },
  sha256: sampleBytes(77).slice(2),
  xmp: null,
  known,
  ...changes,
})

const XMP = {
  title: 'Marram, third state',
  creator: 'Ines Okafor',
  licence: 'https://creativecommons.org/licenses/by/4.0/',
  system: 'verso/artist',
  prompt: 'A reed bed at slack water seen from above, in two inks, the sun low and small.',
}

/** Pictures from a disk, by what is known of them. */
export const LOOKED: Record<string, LookedAt> = {
  'the very file': looked(
    { kind: 'asked', works: [sampleFound('file', 1, { place: 1 })] },
    { mime: 'image/png', name: 'marram.png', xmp: XMP },
  ),
  'the same pixels': looked({ kind: 'asked', works: [sampleFound('pixels', 2)] }, { mime: 'image/png' }),
  'as a copy looks': looked({ kind: 'asked', works: [sampleFound('alike', 3, { distance: 4 })] }),
  'like a series': looked({
    kind: 'asked',
    works: [4, 5, 6, 7].map((number) => sampleFound('alike', number, { distance: 20 + number })),
  }),
  'no history': looked({ kind: 'asked', works: [] }),
  'no answer, and no preview': looked({ kind: 'unreached' }, { size: null }),
}
