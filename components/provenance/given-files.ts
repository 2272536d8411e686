/** What a visitor dropped or chose, sorted by what it can be. */
export type GivenFiles = { bundle: File | null; receipts: File[] }

export type GivenFault = 'nothing' | 'two-bundles' | 'receipts-only' | 'picture-alone'

const isReceipt = ({ name, type }: File) =>
  type === 'application/json' || name.toLowerCase().endsWith('.json')

const isPicture = ({ name, type }: File) =>
  /^image\/(png|jpeg|webp)$/.test(type) || /\.(png|jpe?g|webp)$/i.test(name)

/** The picture among what was dropped, which comes alone; null where there is none. */
export function pictureAmong(files: readonly File[]): File | 'picture-alone' | null {
  const picture = files.find(isPicture)
  if (!picture) return null
  return files.length > 1 ? 'picture-alone' : picture
}

/**
 * Receipts are the JSON files; what else there is must be one bundle. Receipts alone go with the bundle that is
 * there already.
 */
export function sortFiles(files: readonly File[], before: GivenFiles): GivenFiles | GivenFault {
  const receipts = files.filter(isReceipt)
  const bundles = files.filter((file) => !isReceipt(file))
  const [bundle, another] = bundles
  if (another) return 'two-bundles'
  if (bundle) return { bundle, receipts }
  if (receipts.length === 0) return 'nothing'
  if (!before.bundle) return 'receipts-only'
  const others = before.receipts.filter(({ name }) => !receipts.some((receipt) => receipt.name === name))
  return { bundle: before.bundle, receipts: [...others, ...receipts] }
}
