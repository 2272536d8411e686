import sharp from 'sharp'
import type { Pixels } from '#lib/critique/picture.ts'

/** Pixels that are decoded at most: 8,192 squared. */
const MOST_PIXELS = 67_108_864

/**
 * Decodes a picture once, to sRGB with alpha, eight bits a channel, turned upright.
 * @returns null for anything that is not a whole picture
 */
export async function decodePicture(bytes: Uint8Array): Promise<Pixels | null> {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
      .autoOrient()
      .toColourspace('srgb')
      .ensureAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true })
    return { width: info.width, height: info.height, rgba: new Uint8Array(data) }
  } catch {
    return null
  }
}
