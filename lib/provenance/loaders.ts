import 'server-only'
import { env } from '#lib/platform/env.ts'
import { fingerprintOf, rootOf } from './adapters/root-certificate.ts'

/** The root below which this instance signs pictures; null until it is asked for the first time, by a worker or by a draft. */
export function instanceRoot(): { pem: string; fingerprint: string } | null {
  const pem = rootOf(env().VERSO_DATA)
  return pem === null ? null : { pem, fingerprint: fingerprintOf(pem) }
}
