import { fetchBytes } from '#components/provenance/fetch-bytes.ts'
import type { WorkFacts } from '#components/provenance/work-facts.ts'
import { sha256Bytes32 } from '#lib/protocol/bytes.ts'
import { type Bytes32, ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { rawCidOf } from '#lib/protocol/raw-cid.ts'
import { type JudgedCredentials, judged, type RootOf } from '#lib/provenance/reading/verdict.ts'
import type { Credentials } from '#lib/provenance/schema.ts'
import { CredentialsFault, type CredentialsOrder } from './credentials-thread.ts'

export type Judged =
  | { kind: 'none' }
  /** `other-root`: what was given for the root of the round is another certificate. */
  | { kind: 'refused'; code: 'other-root' }
  | { kind: 'failed'; code: string }
  | ({ kind: 'read' } & JudgedCredentials)

export type JudgedWithoutRecord =
  | { kind: 'none' }
  | { kind: 'failed'; code: string }
  | { kind: 'read'; credentials: Credentials }

const INSTANCE_ROOT = '/.well-known/verso-credentials.pem'

/** A certificate in PEM from its DER (RFC 7468). */
function pemOf(der: Uint8Array): string {
  const base64 = btoa(Array.from(der, (byte) => String.fromCharCode(byte)).join(''))
  const lines = base64.match(/.{1,64}/g) ?? []
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
}

type Root = { of: RootOf; pem: string } | Extract<Judged, { kind: 'refused' | 'failed' }>

const missing = (code: string) => ({ kind: 'failed', code }) as const

async function rootFor(named: Bytes32): Promise<Root> {
  const isNamed = named !== ZERO_BYTES32
  const bytes = await fetchBytes(isNamed ? `/ipfs/${rawCidOf(named)}` : INSTANCE_ROOT)
  if (!bytes) return missing('no-root')
  if (!isNamed) return { of: 'instance', pem: new TextDecoder().decode(bytes) }
  if (sha256Bytes32(bytes) !== named) return { kind: 'refused', code: 'other-root' }
  return { of: 'round', pem: pemOf(bytes) }
}

const recordedIn = ({ roundId, rules, collection, work }: WorkFacts) => ({
  roundId,
  chainId: rules.chainId,
  collection,
  creator: work.creator,
  recipe: work.recipe,
  recipeHash: work.recipeHash,
  title: work.metadata.title,
})

/**
 * What the credentials of a picture are worth: read from these bytes, against the root that the round names, and
 * against the record of the work.
 * @param read the thread that holds the engine
 */
export async function judgeCredentials(
  facts: WorkFacts,
  picture: Uint8Array,
  read: (order: CredentialsOrder) => Promise<Credentials | null>,
): Promise<Judged> {
  const { mime, sidecar: path } = facts.work
  const root = await rootFor(facts.rules.c2paRoot)
  if ('kind' in root) return root
  const sidecar = path === null ? null : await fetchBytes(path)
  if (path !== null && !sidecar) return missing('no-sidecar')
  return reading(async () => {
    const credentials = await read({ picture, mime, roots: root.pem, sidecar })
    return credentials && { kind: 'read', ...judged(credentials, root.of, recordedIn(facts)) }
  })
}

async function reading<T>(read: () => Promise<T | null>) {
  try {
    return (await read()) ?? ({ kind: 'none' } as const)
  } catch (error) {
    return missing(error instanceof CredentialsFault ? error.code : 'credentials-stopped')
  }
}

/** Of a file without a record at hand: against the root of this instance alone. */
export async function judgeWithoutRecord(
  picture: Uint8Array,
  mime: string,
  read: (order: CredentialsOrder) => Promise<Credentials | null>,
): Promise<JudgedWithoutRecord> {
  const root = await rootFor(ZERO_BYTES32)
  if ('kind' in root) return missing('no-root')
  return reading(async () => {
    const credentials = await read({ picture, mime, roots: root.pem })
    return credentials && { kind: 'read', credentials }
  })
}
