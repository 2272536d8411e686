import { readSidecarWith, readWith } from '#lib/provenance/reading/read-store.ts'
import type { Credentials } from '#lib/provenance/schema.ts'
import { readingEngine } from './c2pa-engine.ts'

/**
 * Reads the C2PA credentials of a file and checks them against roots. Nothing is fetched.
 * @param roots certificates that are trusted, in PEM; null trusts nobody
 * @returns null for a file without any
 */
export const readCredentials = (
  bytes: Uint8Array,
  mime: string,
  roots: string | null,
): Promise<Credentials | null> => readWith(readingEngine(), bytes, mime, roots)

/**
 * Reads credentials that stand beside a file.
 * @param sha256 of the file, 64 hex digits
 */
export const readSidecar = (
  store: Uint8Array,
  sha256: string,
  roots: string | null,
): Promise<Credentials | null> => readSidecarWith(readingEngine(), store, sha256, roots)
