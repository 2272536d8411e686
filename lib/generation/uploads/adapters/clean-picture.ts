import { createHash } from 'node:crypto'
import sharp, { type Metadata, type Sharp } from 'sharp'
import { type PictureMime, sniffMime } from '#lib/generation/sniff-mime.ts'
import { isAnimated } from '#lib/generation/uploads/is-animated.ts'
import { UPLOAD_MOST_BYTES, UPLOAD_MOST_PIXELS, UPLOAD_MOST_SIDE } from '#lib/generation/uploads/schema.ts'
import { AppError } from '#lib/platform/errors.ts'
import * as words from '#messages/generation/uploads.ts'

/** A picture written anew: the very pixels, or as good as, and nothing else of the file that came. */
export type CleanPicture = {
  bytes: Uint8Array
  mime: 'image/png' | 'image/jpeg'
  /** Pixels, upright. */
  width: number
  height: number
  /** 64 hex digits of SHA-256 over the file as it arrived. */
  sentSha256: string
}

const FORMAT: Record<PictureMime, string> = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/webp': 'webp' }

/** What the head of a file says; pixels are not decoded for it, however many it claims. */
async function headOf(bytes: Uint8Array): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch (error) {
    throw new AppError('upload-broken', { cause: error })
  }
}

function assertTaken({ width, height, format, pages = 1 }: Metadata, mime: PictureMime): void {
  if (format !== FORMAT[mime]) throw new AppError('upload-kind')
  if (pages > 1) throw new AppError('upload-animated')
  if (Math.max(width, height) > UPLOAD_MOST_SIDE || width * height > UPLOAD_MOST_PIXELS)
    throw new AppError('upload-pixels', { detail: words.pixels(width, height) })
}

/**
 * PNG and WebP become PNG, without a pixel lost: a creator's flat colours and edges are the work. A JPEG stays one,
 * at a quality where its second generation cannot be told from its first: as PNG it would be many times its size
 * and no better.
 */
const written = (image: Sharp, mime: PictureMime): { image: Sharp; mime: CleanPicture['mime'] } =>
  mime === 'image/jpeg'
    ? { image: image.jpeg({ quality: 95, chromaSubsampling: '4:4:4' }), mime }
    : { image: image.png({ compressionLevel: 6, adaptiveFiltering: true }), mime: 'image/png' }

/**
 * Takes what a visitor sent and writes a picture anew: told by its first bytes and nothing it claims, whole, still,
 * within bounds that its head is held to before a pixel is decoded; turned upright, in sRGB with eight bits a
 * channel, without EXIF, XMP, profiles, comments, or anything that stood before or behind the picture.
 * @throws AppError upload-kind, upload-animated, upload-pixels, upload-broken, upload-too-large
 */
export async function cleanPicture(bytes: Uint8Array): Promise<CleanPicture> {
  const sent = sniffMime(bytes)
  if (!sent) throw new AppError('upload-kind')
  if (isAnimated(bytes, sent)) throw new AppError('upload-animated')
  assertTaken(await headOf(bytes), sent)
  const decoded = sharp(bytes, { limitInputPixels: UPLOAD_MOST_PIXELS, failOn: 'error' })
  const { image, mime } = written(decoded.autoOrient().toColourspace('srgb'), sent)
  const { data, info } = await image.toBuffer({ resolveWithObject: true }).catch((error: unknown) => {
    throw new AppError('upload-broken', { cause: error })
  })
  if (data.length > UPLOAD_MOST_BYTES) throw new AppError('upload-too-large')
  const sentSha256 = createHash('sha256').update(bytes).digest('hex')
  return { bytes: new Uint8Array(data), mime, width: info.width, height: info.height, sentSha256 }
}
