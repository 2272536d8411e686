import sharp, { type Sharp } from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'
import { decodePicture } from '#lib/critique/adapters/decode-picture.ts'
import { drawPng } from '#lib/generation/artist/draw.ts'
import { ALIKE_DISTANCE, COPY_DISTANCE, nearHashOf } from '#lib/provenance/reading/near-hash.ts'
import { atLeast, atMost, type BenchResult } from './result.ts'

const SIDE = 512

const SUBJECTS = [
  'hills at night',
  'a lighthouse and its beam',
  'a reed bed at slack water',
  'one fern and its spores',
  'threads of wool',
  'a wall with two doors',
  'moons of a year',
  'seams of chalk and coal',
  'rain over rows of ground',
  'a harbour in winter',
  'stones in a river',
  'three birds on a wire',
] as const
const WORDS = [
  'at dawn',
  'at noon',
  'at dusk',
  'in two inks',
  'dense',
  'sparse',
  'in autumn',
  'wild',
] as const

type Way = (image: Sharp, size: { width: number; height: number }) => Sharp

/** What becomes of a picture on its way around. */
const SAVED: Record<string, Way> = {
  'JPEG q 50': (image) => image.jpeg({ quality: 50 }),
  'JPEG q 80': (image) => image.jpeg({ quality: 80 }),
  'JPEG q 95': (image) => image.jpeg({ quality: 95 }),
  'WebP q 80': (image) => image.webp({ quality: 80 }),
  '25 %': (image, { width }) => image.resize({ width: Math.round(width / 4) }).png(),
  '50 %, JPEG': (image, { width }) => image.resize({ width: Math.round(width / 2) }).jpeg(),
  '200 %, JPEG': (image, { width }) => image.resize({ width: width * 2 }).jpeg(),
  grey: (image) => image.greyscale().png(),
}
const TRIMMED: Record<string, Way> = {
  '1 % off each side': (image, { width, height }) => {
    const [left, top] = [Math.round(width / 100), Math.round(height / 100)]
    return image.extract({ left, top, width: width - 2 * left, height: height - 2 * top })
  },
  '2 % off two sides': (image, { width, height }) =>
    image.extract({ left: 0, top: 0, width: Math.round(width * 0.98), height: Math.round(height * 0.98) }),
}

type Looks = { near: bigint; thumb: Uint8Array }
type Work = { brief: string; looks: Looks; saved: Looks[]; trimmed: Looks[] }

async function looksOf(file: Uint8Array): Promise<Looks> {
  const pixels = await decodePicture(file)
  if (!pixels) throw new Error('no picture')
  const { width, height, rgba } = pixels
  const small = sharp(rgba, { raw: { width, height, channels: 4 } }).resize(100, 100, { fit: 'inside' })
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true })
  return { near: BigInt(`0x${nearHashOf(pixels)}`), thumb: rgbaToThumbHash(info.width, info.height, data) }
}

async function workOf(prompt: string, seed: number): Promise<Work> {
  const { png, width, height } = drawPng({ prompt, seed, width: SIDE, height: SIDE })
  const copies = (ways: Record<string, Way>) =>
    Promise.all(
      Object.values(ways).map(async (way) =>
        looksOf(new Uint8Array(await way(sharp(png), { width, height }).toBuffer())),
      ),
    )
  const [looks, saved, trimmed] = await Promise.all([looksOf(png), copies(SAVED), copies(TRIMMED)])
  return { brief: prompt, looks, saved, trimmed }
}

type Distance = (a: Looks, b: Looks) => number

const differing: Distance = (a, b) => {
  let count = 0
  for (let bits = a.near ^ b.near; bits > 0n; bits &= bits - 1n) count += 1
  return count
}

/** How far the half-bytes of two thumbhashes lie apart: what one has without a hash of its own. */
const thumbDistance: Distance = ({ thumb: a }, { thumb: b }) => {
  let sum = 240 * Math.abs(a.length - b.length)
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const [one = 0, other = 0] = [a[at], b[at]]
    sum += Math.abs((one >> 4) - (other >> 4)) + Math.abs((one & 15) - (other & 15))
  }
  return sum
}

const percent = (part: number, whole: number) => Number(((100 * part) / whole).toFixed(1))

/** Shares of copies that are found, and pairs of works that are called alike, within a distance. */
function counted(works: readonly Work[], distance: Distance, most: number) {
  const within = (a: Looks, b: Looks) => distance(a, b) <= most
  const found = (kind: 'saved' | 'trimmed') => {
    const copies = works.flatMap((work) => work[kind].map((copy) => within(work.looks, copy)))
    return percent(copies.filter(Boolean).length, copies.length)
  }
  const pairs = works.flatMap((a, at) =>
    works.slice(at + 1).map((b) => ({ isSeries: a.brief === b.brief, isFound: within(a.looks, b.looks) })),
  )
  const others = pairs.filter(({ isSeries }) => !isSeries)
  const series = pairs.filter(({ isSeries }) => isSeries)
  return {
    saved: found('saved'),
    trimmed: found('trimmed'),
    others: others.filter(({ isFound }) => isFound).length,
    ofOthers: others.length,
    series: series.filter(({ isFound }) => isFound).length,
    ofSeries: series.length,
  }
}

/** The farthest at which a distance takes no other work for a copy. */
function strictest(works: readonly Work[], distance: Distance): number {
  const others = works.flatMap((a, at) =>
    works.slice(at + 1).flatMap((b) => (a.brief === b.brief ? [] : [distance(a.looks, b.looks)])),
  )
  return Math.min(...others) - 1
}

/** Whether pictures are found again by how they look, and how often another is taken for one. */
export async function findAgain({
  quick,
}: {
  quick: boolean
}): Promise<Pick<BenchResult, 'figures' | 'bars'>> {
  const works: Work[] = []
  const briefs = SUBJECTS.flatMap((subject) => WORDS.map((word) => `${subject} ${word}`))
  for (const brief of quick ? briefs.filter((_, at) => at % 5 === 0) : briefs)
    for (let seed = 1; seed <= 2; seed += 1) works.push(await workOf(brief, seed))
  const near = counted(works, differing, ALIKE_DISTANCE)
  const copy = counted(works, differing, COPY_DISTANCE)
  const bare = counted(works, thumbDistance, strictest(works, thumbDistance))
  const figures = {
    'near-hash: works': works.length,
    [`near-hash, within ${COPY_DISTANCE}: copies found, %`]: copy.saved,
    [`near-hash, within ${ALIKE_DISTANCE}: copies found, %`]: near.saved,
    [`near-hash, within ${ALIKE_DISTANCE}: trimmed copies found, %`]: near.trimmed,
    [`near-hash, within ${ALIKE_DISTANCE}: other works, of ${near.ofOthers} pairs`]: near.others,
    [`near-hash, within ${ALIKE_DISTANCE}: same brief, of ${near.ofSeries} pairs`]: near.series,
    'thumbhash, without false finds: copies found, %': bare.saved,
    'thumbhash, without false finds: trimmed copies found, %': bare.trimmed,
  }
  const bars = {
    'near-hash: copies found, %': atLeast(near.saved, 99.5),
    'near-hash: trimmed copies found, %': atLeast(near.trimmed, 80),
    'near-hash: other works in a thousand pairs': atMost((1_000 * near.others) / near.ofOthers, 1),
  }
  return { figures, bars }
}
