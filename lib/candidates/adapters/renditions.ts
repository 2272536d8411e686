import sharp from 'sharp'
import { rgbaToThumbHash } from 'thumbhash'

type Pixels = { width: number; height: number; rgba: Uint8Array }

export type Rendition = { role: 'thumb-640' | 'thumb-320'; width: number; height: number; bytes: Uint8Array }

/** Longest side of a thumbhash's source. */
const PLACEHOLDER_SIDE = 100

const ROLES = [
  { role: 'thumb-640', side: 640 },
  { role: 'thumb-320', side: 320 },
] as const

const rawOf = ({ width, height }: Pixels) => ({ raw: { width, height, channels: 4 as const } })

async function shrink(pixels: Pixels, side: number): Promise<Pixels> {
  if (Math.max(pixels.width, pixels.height) <= side) return pixels
  const { data, info } = await sharp(pixels.rgba, rawOf(pixels))
    .resize({ width: side, height: side, fit: 'inside' })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width: info.width, height: info.height, rgba: new Uint8Array(data) }
}

/** Smaller copies for walls and lists (WebP, quality 80), and the hash that stands in while they load. */
export async function renditionsOf(
  pixels: Pixels,
): Promise<{ renditions: Rendition[]; thumbhash: Uint8Array }> {
  const renditions: Rendition[] = []
  let from = pixels
  for (const { role, side } of ROLES) {
    // Each size is made of the one before: the full picture is walked over once.
    from = await shrink(from, side)
    const bytes = await sharp(from.rgba, rawOf(from)).webp({ quality: 80 }).toBuffer()
    renditions.push({ role, width: from.width, height: from.height, bytes: new Uint8Array(bytes) })
  }
  const tiny = await shrink(from, PLACEHOLDER_SIDE)
  return { renditions, thumbhash: rgbaToThumbHash(tiny.width, tiny.height, tiny.rgba) }
}
