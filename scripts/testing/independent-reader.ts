// Its CBOR decoder looks for a native part that is not installed here, and takes an empty stand-in for it.
process.env.CBOR_NATIVE_ACCELERATION_DISABLED = 'true'

const { JPEG, PNG } = await import('@trustnxt/c2pa-ts/asset')
const { SuperBox } = await import('@trustnxt/c2pa-ts/jumbf')
const { ManifestStore } = await import('@trustnxt/c2pa-ts/manifest')

/**
 * Whether an implementation of C2PA that shares no line with the engine finds a file whole. It looks at hashes and
 * signatures; whom to trust it does not know.
 */
export async function isWhole(file: Uint8Array, mime: 'image/png' | 'image/jpeg'): Promise<boolean> {
  const bytes = Uint8Array.from(file)
  const asset = mime === 'image/png' ? new PNG(bytes) : new JPEG(bytes)
  const store = asset.getManifestJUMBF()
  if (!store) return false
  const { isValid } = await ManifestStore.read(SuperBox.fromBuffer(Uint8Array.from(store))).validate(asset)
  return isValid
}
