import type { HungWork } from '#components/art/hang.tsx'
import { hungWork, pictureOf } from '#components/art/hung-work.ts'
import type { LabelledWork } from '#components/provenance/work-label.tsx'
import type { BallotWork } from '#components/voting/ballot-row.tsx'
import type { Works } from '#components/voting/use-works.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import { sampleAddress, sampleBytes } from './hashes.ts'
import { NO_PICTURE, samplePicture, sampleThumbhash } from './picture.ts'

const SIZES = [
  [840, 993],
  [1024, 1024],
  [1280, 952],
  [624, 800],
  [1200, 800],
  [800, 1000],
  [1600, 900],
] as const

const TITLES = [
  'Cow parsley, first proof',
  'A low sun over machinery',
  'Harbour, two inks',
  'Reed bed at slack water',
  'The pylon field',
  'Ebb',
  'What the surveyor drew before the flood came and the road was moved to the other side of the hill',
  'Sandbank, seventh state',
  'Winter wheat',
  'Night ferry',
  'Levee',
  'Marram',
] as const

const CREATORS = ['Ines Okafor', 'Tomasz Wren', 'L. Adeyemi', 'Mirela Popescu-Vanderhoeven', 'Sato'] as const

/** The name of a work that is longer than any label has room for. */
export const LONG_TITLE = 7

/** A work on a wall; the same number is always the same work. */
export function sampleWork(number: number): CandidateView {
  const [width, height] = SIZES[number % SIZES.length] ?? SIZES[0]
  const src = samplePicture(number, width, height)
  const title = TITLES[(number - 1) % TITLES.length] ?? ''
  return {
    number,
    contentHash: `sha256:${sampleBytes(number).slice(2)}`,
    title,
    creator: sampleAddress(100 + (number % CREATORS.length)),
    creatorName: CREATORS[number % CREATORS.length] ?? '',
    medium: `procedural: woodcut, seed ${4800 + number}`,
    width,
    height,
    thumb: { src640: src, src320: src, thumbhash: sampleThumbhash(number, width, height) },
    alt: `A sun over rows of ground, ${title}`,
    src,
    tokenId: null,
  }
}

export const sampleWorks = (count: number): CandidateView[] =>
  Array.from({ length: count }, (_, index) => sampleWork(index + 1))

export const samplePictureOf = (number: number) => pictureOf(sampleWork(number))

export const sampleHung = (number: number, change: Partial<HungWork> = {}): HungWork => ({
  ...hungWork('two-inks', sampleWork(number)),
  ...change,
})

/** A work whose file does not come. */
export const missingPicture = (number: number) => ({
  ...samplePictureOf(number),
  src: NO_PICTURE,
  srcSet: undefined,
})

export function ballotWork(number: number): BallotWork {
  const { title, creatorName } = sampleWork(number)
  return { number, title, creator: creatorName, picture: samplePictureOf(number) }
}

/** As a page reads them; those that it leaves out are on their way. */
export const worksOf = (count: number, onTheirWay: readonly number[] = []): Works => ({
  of: (number) => (number > count || onTheirWay.includes(number) ? undefined : sampleWork(number)),
})

export const titlesOf = (count: number): ReadonlyMap<number, string> =>
  new Map(sampleWorks(count).map(({ number, title }) => [number ?? 0, title]))

/** As much of a work as stands on its label; one of them varies another. */
export function sampleLabelled(number: number): LabelledWork {
  const parent = sampleWork(number + 1)
  return {
    ...sampleWork(number),
    licence: 'CC-BY-4.0',
    parents: number === LONG_TITLE ? [{ ...parent, roundSlug: 'two-inks' }] : [],
    brief: {
      message: { prompt: 'A reed bed at slack water seen from above, in two inks, the sun low and small.' },
      words: null,
    },
    admittedAt: Date.UTC(2026, 10, 29) / 1000,
  }
}
