import { crc32 } from '#inflate'
import { briefDigest, promptHashOf } from '#lib/protocol/brief.ts'
import { briefFile } from '#lib/protocol/brief-file.ts'
import { concatBytes, fileHashOf, sha256Bytes32, utf8 } from '#lib/protocol/bytes.ts'
import { type Metadata, metadataHashOf, type UnnumberedCandidate } from '#lib/protocol/candidates.ts'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import type { Brief } from '#lib/protocol/typed-data.ts'
import { addressOf, signBrief } from './sample-facts.ts'

/** A work of the sample before it has a number, with every file of it. */
export type SampleWork = {
  candidate: UnnumberedCandidate
  metadata: Omit<Metadata, 'number'>
  files: Uint8Array[]
}

export const TITLES = ['Spring tide', 'Slack water', 'Ebb, late', 'Neap']
const WIDTH = 400
/** The first picture is larger than one chunk, so that its address is a tree of chunks. */
const HEIGHTS = [260, 8, 8, 8]

const uint32 = (value: number) => {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

function chunk(kind: string, data: Uint8Array): Uint8Array {
  const body = concatBytes(utf8(kind), data)
  return concatBytes(uint32(data.length), body, uint32(crc32(body)))
}

function adler32(bytes: Uint8Array): number {
  let [low, high] = [1, 0]
  for (const byte of bytes) {
    low = (low + byte) % 65_521
    high = (high + low) % 65_521
  }
  return high * 65_536 + low
}

/** zlib without compression: the same bytes everywhere. */
function stored(bytes: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [Uint8Array.of(0x78, 0x01)]
  for (let at = 0; at < bytes.length; at += 65_535) {
    const part = bytes.subarray(at, at + 65_535)
    const [low, high] = [part.length & 255, part.length >> 8]
    blocks.push(Uint8Array.of(at + 65_535 >= bytes.length ? 1 : 0, low, high, low ^ 255, high ^ 255), part)
  }
  return concatBytes(...blocks, uint32(adler32(bytes)))
}

/** A PNG of one colour, eight bits a channel. */
export function samplePng(width: number, height: number, shade: number): Uint8Array {
  const header = concatBytes(uint32(width), uint32(height), Uint8Array.of(8, 2, 0, 0, 0))
  const row = new Uint8Array(1 + 3 * width).fill(shade, 1)
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
  const data = stored(concatBytes(...Array.from({ length: height }, () => row)))
  return concatBytes(signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', new Uint8Array()))
}

/** The brief of one of the sample's two creators, for the works that are made of it. */
export function sampleBrief(rules: Rules, roundId: Bytes32, creator: string): Brief {
  const prompt = `Water seen from above, as ${creator} remembers it`
  return {
    round: roundId,
    creator: addressOf(creator),
    prompt,
    promptHash: promptHashOf(prompt),
    style: '',
    traits: '',
    licence: rules.licence.id,
    royaltyReceiver: addressOf(creator),
    count: 2,
    nonce: sha256Bytes32(utf8(`verso sample brief of ${creator}`)),
    deadline: String(rules.submissionsCloseAt),
  }
}

/** A recipe for one of the sample's pictures. */
export function sampleRecipe(rules: Rules, brief: Brief, index: number): Recipe {
  return {
    template: { id: 'brief', version: '1', text: brief.prompt },
    traits: [],
    seed: String(4812 + index),
    model: { id: 'verso/artist', version: '1', weightsHash: null },
    loras: [],
    parameters: {},
    inputs: [],
    parents: [],
    licence: rules.licence.id,
    brief: briefDigest(rules, brief),
    width: WIDTH,
    height: HEIGHTS[index] ?? WIDTH,
  }
}

/** The works of the sample, with their recipes and the briefs that two creators signed. */
export async function sampleWorks(rules: Rules, roundId: Bytes32): Promise<SampleWork[]> {
  return Promise.all(
    TITLES.map(async (title, index) => {
      const name = index % 2 === 0 ? 'creator a' : 'creator b'
      const brief = sampleBrief(rules, roundId, name)
      const [width, height] = [WIDTH, HEIGHTS[index] ?? WIDTH]
      const picture = samplePng(width, height, 40 * index + 20)
      const thumb = samplePng(40, 3, 40 * index + 20)
      const recipe = canonicalBytes(sampleRecipe(rules, brief, index))
      const metadata = {
        title,
        description: '',
        alt: `${title}, an abstract picture`,
        traits: [{ name: 'Palette', value: index % 2 === 0 ? 'Cold' : 'Warm' }],
        licence: rules.licence.id,
        royaltyReceiver: brief.royaltyReceiver,
      }
      return {
        candidate: {
          contentHash: fileHashOf(picture),
          contentCid: await contentCidOf(picture),
          mime: 'image/png' as const,
          width,
          height,
          recipeHash: fileHashOf(recipe),
          creator: brief.creator,
          metadataHash: metadataHashOf(metadata),
          renditions: [{ role: 'thumb-640' as const, sha256: fileHashOf(thumb) }],
        },
        metadata,
        files: [picture, thumb, recipe, briefFile(brief, await signBrief(rules, name, brief))],
      }
    }),
  )
}

/** Works as the first vectors hold them: files of no kind, and recipes that say a seed and nothing else. */
export async function plainWorks(): Promise<SampleWork[]> {
  return Promise.all(
    TITLES.map(async (title, index) => {
      const picture = new Uint8Array(index === 0 ? 300_000 : 900).fill(index + 1)
      const thumb = utf8(`thumbnail of ${title}`)
      const recipe = utf8(`{"seed":"${index}"}`)
      const creator = addressOf(index % 2 === 0 ? 'creator a' : 'creator b')
      const metadata = {
        title,
        description: '',
        alt: `${title}, an abstract picture`,
        traits: [{ name: 'Palette', value: index % 2 === 0 ? 'Cold' : 'Warm' }],
        licence: 'CC0-1.0',
        royaltyReceiver: creator,
      }
      const candidate: UnnumberedCandidate = {
        contentHash: fileHashOf(picture),
        contentCid: await contentCidOf(picture),
        mime: 'image/png',
        width: 30,
        height: 30,
        recipeHash: fileHashOf(recipe),
        creator,
        metadataHash: metadataHashOf(metadata),
        renditions: [{ role: 'thumb-640', sha256: fileHashOf(thumb) }],
      }
      return { candidate, metadata, files: [picture, thumb, recipe] }
    }),
  )
}
