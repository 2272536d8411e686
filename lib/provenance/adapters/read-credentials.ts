import type { WasmReader } from '@contentauth/c2pa-wasm'
import { z } from 'zod'
import { MINING_ASSERTION, RECIPE_ASSERTION } from '#lib/provenance/manifest-definition.ts'
import type { Credentials, Standing } from '#lib/provenance/schema.ts'
import { openReader } from './c2pa-engine.ts'

/** The kind of a manifest store that stands beside its file. */
export const SIDECAR = 'application/c2pa'

const named = z.object({ name: z.string() }).loose()
const statuses = z.object({ failure: z.array(z.object({ code: z.string() })).default([]) })

const manifestSchema = z.object({
  title: z.string().nullish(),
  claim_generator_info: z.array(named).nullish(),
  signature_info: z.object({ issuer: z.string().nullish(), common_name: z.string().nullish() }).nullish(),
  ingredients: z
    .array(
      z.object({
        data: z.object({ identifier: z.string() }).nullish(),
        data_types: z.array(z.object({ type: z.string() })).nullish(),
      }),
    )
    .default([]),
  assertions: z.array(z.object({ label: z.string(), data: z.unknown() })).default([]),
})

const storeSchema = z.object({
  active_manifest: z.string(),
  manifests: z.record(z.string(), manifestSchema),
  validation_state: z.enum(['Invalid', 'Valid', 'Trusted']),
  validation_results: z.object({ activeManifest: statuses.optional() }).nullish(),
})
type Manifest = z.output<typeof manifestSchema>

const actionsSchema = z.object({
  actions: z
    .array(
      z.object({
        action: z.string(),
        digitalSourceType: z.string().nullish(),
        softwareAgent: z.union([z.string(), named]).nullish(),
      }),
    )
    .min(1),
})

const STANDINGS: Record<string, Standing> = { Trusted: 'trusted', Valid: 'foreign', Invalid: 'broken' }
const PROMPT = 'c2pa.types.generator.prompt'
const MOST_PROMPT_BYTES = 65_536

const recordSchema = z.record(z.string(), z.unknown())
const minedSchema = z.object({ entries: recordSchema })

const dataOf = ({ assertions }: Manifest, label: string) =>
  assertions.find((one) => one.label === label)?.data

function beganOf(manifest: Manifest): Credentials['began'] {
  const data = dataOf(manifest, 'c2pa.actions.v2') ?? dataOf(manifest, 'c2pa.actions')
  const [first] = actionsSchema.safeParse(data).data?.actions ?? []
  if (!first) return null
  const { action, digitalSourceType, softwareAgent } = first
  const agent = typeof softwareAgent === 'string' ? softwareAgent : softwareAgent?.name
  return { action, sourceType: digitalSourceType ?? null, agent: agent ?? null }
}

function promptOf(manifest: Manifest, reader: WasmReader): string | null {
  const source = manifest.ingredients.find(({ data_types }) =>
    data_types?.some(({ type }) => type === PROMPT),
  )
  if (!source?.data) return null
  const bytes = reader.resourceToBytes(source.data.identifier)
  return bytes.length > MOST_PROMPT_BYTES ? null : new TextDecoder().decode(bytes)
}

const crSchema = z.object({
  manifests: z.array(
    z.object({
      label: z.string(),
      assertions: z.object({
        'c2pa.hash.data': z.object({
          alg: z.literal('sha256'),
          hash: z.string().regex(/^b64'[A-Za-z0-9+/=]{44}'$/),
          exclusions: z.array(z.unknown()).length(0).optional(),
        }),
      }),
    }),
  ),
})

/** What a store beside its file says that the whole file hashes to. */
function boundTo(reader: WasmReader, active: string): string | null {
  const { data } = crSchema.safeParse(JSON.parse(reader.crJson()))
  const hash = data?.manifests.find(({ label }) => label === active)?.assertions['c2pa.hash.data'].hash
  return hash ? Buffer.from(hash.slice(4, -1), 'base64').toString('hex') : null
}

function credentialsOf(reader: WasmReader): Credentials {
  const store = storeSchema.parse(JSON.parse(reader.json()))
  const manifest = manifestSchema.parse(store.manifests[store.active_manifest])
  const codes = store.validation_results?.activeManifest?.failure.map(({ code }) => code) ?? []
  const { issuer, common_name: name } = manifest.signature_info ?? {}
  const recipe = recordSchema.safeParse(dataOf(manifest, RECIPE_ASSERTION))
  return {
    standing: STANDINGS[store.validation_state] ?? 'broken',
    failures: [...new Set(codes)],
    signer: [name, issuer].filter(Boolean).join(', ') || null,
    generator: manifest.claim_generator_info?.[0]?.name ?? null,
    title: manifest.title ?? null,
    began: beganOf(manifest),
    prompt: promptOf(manifest, reader),
    recipe: recipe.success ? recipe.data : null,
    mining: minedSchema.safeParse(dataOf(manifest, MINING_ASSERTION)).data?.entries ?? null,
    boundTo: boundTo(reader, store.active_manifest),
  }
}

const UNREADABLE: Credentials = {
  standing: 'broken',
  failures: [],
  signer: null,
  generator: null,
  title: null,
  began: null,
  prompt: null,
  recipe: null,
  mining: null,
  boundTo: null,
}

/** What the engine says of a file that carries none, or only the address of one. */
const hasNone = (error: unknown) => /JumbfNotFound|RemoteManifest/.test(String(error))

/**
 * Reads the C2PA credentials of a file and checks them against roots. Nothing is fetched.
 * @param roots certificates that are trusted, in PEM; null trusts nobody
 * @returns null for a file without any
 */
export async function readCredentials(
  bytes: Uint8Array,
  mime: string,
  roots: string | null,
): Promise<Credentials | null> {
  let reader: WasmReader
  try {
    reader = await openReader(bytes, mime, roots)
  } catch (error) {
    if (hasNone(error)) return null
    return { ...UNREADABLE, failures: [String(error instanceof Error ? error.message : error).slice(0, 200)] }
  }
  try {
    return credentialsOf(reader)
  } catch (error) {
    return { ...UNREADABLE, failures: [String(error instanceof Error ? error.message : error).slice(0, 200)] }
  } finally {
    reader.free()
  }
}

/**
 * Reads credentials that stand beside a file. Read alone they can fail in one thing only, the hash of a file that is
 * not there; that one is compared here.
 * @param sha256 of the file, 64 hex digits
 */
export async function readSidecar(
  store: Uint8Array,
  sha256: string,
  roots: string | null,
): Promise<Credentials | null> {
  const alone = await readCredentials(store, SIDECAR, roots)
  if (!alone) return null
  const others = alone.failures.filter((code) => code !== 'assertion.dataHash.mismatch')
  const isBound = alone.boundTo === sha256
  if (!isBound || others.some((code) => code !== 'signingCredential.untrusted'))
    return { ...alone, standing: 'broken' }
  return { ...alone, failures: others, standing: others.length === 0 ? 'trusted' : 'foreign' }
}
