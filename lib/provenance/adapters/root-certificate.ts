import { X509Certificate } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of an instance's credentials. */
export const credentialsIn = (dataDir: string): string =>
  join(/* turbopackIgnore: true */ dataDir, 'credentials')

/** The root certificate that an instance hands out, PEM; null before there is one. */
export function rootOf(dataDir: string): string | null {
  const file = join(/* turbopackIgnore: true */ credentialsIn(dataDir), 'root.pem')
  return existsSync(file) ? readFileSync(/* turbopackIgnore: true */ file, 'utf8') : null
}

/** A certificate as it is hashed and served: DER. */
export const derOf = (pem: string): Uint8Array => new Uint8Array(new X509Certificate(pem).raw)

/** SHA-256 over a certificate, 64 hex digits. */
export const fingerprintOf = (pem: string): string =>
  new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase()
