import { type FileHash, fileHashSchema } from '#lib/protocol/primitives.ts'
import type { Execution } from './schema.ts'

/** The C2PA manifest that stands beside a finished work; null for a picture that has none there. */
export function sidecarIn({ sidecar }: Execution['facts']): FileHash | null {
  return fileHashSchema
    .nullable()
    .catch(null)
    .parse(sidecar ?? null)
}
