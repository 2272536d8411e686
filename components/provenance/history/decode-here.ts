import type { Raster } from '#lib/provenance/reading/near-hash.ts'

/** As many as the server decodes: 8,192 squared. */
const MOST_PIXELS = 67_108_864

/** Decodes as the server does: upright, in sRGB, with alpha. Null for what this browser does not open. */
export async function decodeHere(bytes: Uint8Array<ArrayBuffer>, mime: string): Promise<Raster | null> {
  try {
    const bitmap = await createImageBitmap(new Blob([bytes], { type: mime }), {
      imageOrientation: 'from-image',
      premultiplyAlpha: 'none',
    })
    const { width, height } = bitmap
    if (width * height > MOST_PIXELS) return null
    const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
    context?.drawImage(bitmap, 0, 0)
    bitmap.close()
    return context && { width, height, rgba: context.getImageData(0, 0, width, height).data }
  } catch {
    return null
  }
}
