import {
  UPLOAD_MIMES,
  UPLOAD_MOST_BYTES,
  UPLOAD_MOST_PIXELS,
  UPLOAD_MOST_SIDE,
} from '#lib/generation/uploads/schema.ts'
import type { ErrorCode } from '#lib/platform/error-copy.ts'

/** A file that this browser can show, and that the server is likely to take; the server looks for itself. */
export type ChosenPicture = { file: File; src: string; width: number; height: number }

export type Choice = { ok: true; picture: ChosenPicture } | { ok: false; code: ErrorCode }

const MIMES: readonly string[] = UPLOAD_MIMES

/** What can be said of a file before it is opened; null when nothing is against it. */
export function faultOfFile({ type, size }: Pick<File, 'type' | 'size'>): ErrorCode | null {
  // A file without an ending has no type: whether it opens says more.
  if (type !== '' && !MIMES.includes(type)) return 'upload-kind'
  return size > UPLOAD_MOST_BYTES ? 'upload-too-large' : null
}

/** What can be said of its size. */
export function faultOfSize({ width, height }: { width: number; height: number }): ErrorCode | null {
  const isTooLarge = Math.max(width, height) > UPLOAD_MOST_SIDE || width * height > UPLOAD_MOST_PIXELS
  return isTooLarge ? 'upload-pixels' : null
}

/** Opens a file as a picture. Whoever takes the answer lets go of its `src` in the end. */
export async function choosePicture(file: File): Promise<Choice> {
  const fault = faultOfFile(file)
  if (fault) return { ok: false, code: fault }
  const src = URL.createObjectURL(file)
  const image = new Image()
  image.src = src
  const opened = await image.decode().then(
    () => true,
    () => false,
  )
  const size = { width: image.naturalWidth, height: image.naturalHeight }
  const code = faultOfSize(size) ?? (opened ? null : 'upload-broken')
  if (code === null) return { ok: true, picture: { file, src, ...size } }
  URL.revokeObjectURL(src)
  return { ok: false, code }
}
