import { createHash } from 'node:crypto'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { sniffMime } from '#lib/generation/sniff-mime.ts'
import { ARTIFACT_LIMIT_BYTES, type Download } from './artifact-download.ts'

const invalid = (detail: string) => new ProviderError({ kind: 'artifact-invalid' }, detail)

/**
 * Takes a picture that came with an answer: `data:` with base64, at most 32 MB, the kind told by its first bytes.
 * @throws ProviderError artifact-invalid
 */
export function inlinePicture(address: string, limitBytes = ARTIFACT_LIMIT_BYTES): Download {
  const encoded = /^data:[\w.+/-]*;base64,([A-Za-z0-9+/]+={0,2})$/.exec(address)?.[1]
  if (encoded === undefined) throw invalid('the output is not in base64')
  if (encoded.length > Math.ceil(limitBytes / 3) * 4)
    throw invalid(`the output is larger than ${limitBytes} bytes`)
  const bytes = new Uint8Array(Buffer.from(encoded, 'base64'))
  const mime = sniffMime(bytes)
  if (!mime) throw invalid('the output is not a PNG, JPEG or WebP file')
  return { bytes, mime, sha256: createHash('sha256').update(bytes).digest('hex') }
}
