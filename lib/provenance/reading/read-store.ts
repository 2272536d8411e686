import type { WasmReader } from '@contentauth/c2pa-wasm'
import { z } from 'zod'
import { RECIPE_ASSERTION } from '#lib/provenance/manifest-definition.ts'
import type { Credentials, Standing } from '#lib/provenance/schema.ts'

/** An open manifest store, as the engine gives it. */
type OpenStore = Pick<WasmReader, 'json' | 'crJson' | 'resourceToBytes' | 'free'>

/** As much of the engine as reading takes: the same in Node and in a thread of a browser. */
export type ReadingEngine = {
  fromBytes(mime: string, bytes: Uint8Array, settings: string): Promise<OpenStore>
}

/** Nothing is ever fetched, whatever a file asks for; only the roots given are trusted. */
export const engineSettings = (roots: string | null): string =>
  JSON.stringify({
    verify: {
      verify_trust: true,
      verify_timestamp_trust: false,
      verify_after_sign: false,
      remote_manifest_fetch: false,
      ocsp_fetch: false,
    },
    ...(roots !== null && { trust: { user_anchors: roots } }),
  })

/** The kind of a manifest store that stands beside its file. */
export const SIDECAR = 'application/c2pa'

const named = z.object({ name: z.string(), version: z.string().nullish() }).loose()
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

const anythingNamed = z.record(z.string(), z.unknown())
const miningSchema = z.object({ entries: anythingNamed })

const STANDINGS: Record<string, Standing> = { Trusted: 'trusted', Valid: 'foreign', Invalid: 'broken' }
const PROMPT = 'c2pa.types.generator.prompt'
const MOST_PROMPT_BYTES = 65_536

const dataOf = ({ assertions }: Manifest, label: string) =>
  assertions.find((one) => one.label === label)?.data

function beganOf(manifest: Manifest): Credentials['began'] {
  const data = dataOf(manifest, 'c2pa.actions.v2') ?? dataOf(manifest, 'c2pa.actions')
  const [first] = actionsSchema.safeParse(data).data?.actions ?? []
  if (!first) return null
  const { action, digitalSourceType, softwareAgent } = first
  const agent = typeof softwareAgent === 'string' ? { name: softwareAgent } : softwareAgent
  return {
    action,
    sourceType: digitalSourceType ?? null,
    agent: agent?.name ?? null,
    agentVersion: agent?.version ?? null,
  }
}

function promptOf(manifest: Manifest, store: OpenStore): string | null {
  const source = manifest.ingredients.find(({ data_types }) =>
    data_types?.some(({ type }) => type === PROMPT),
  )
  if (!source?.data) return null
  const bytes = store.resourceToBytes(source.data.identifier)
  return bytes.length > MOST_PROMPT_BYTES ? null : new TextDecoder().decode(bytes)
}

const crSchema = z.object({
  manifests: z.array(
    z.object({
      label: z.string(),
      assertions: z.object({
        'c2pa.hash.data': z.object({
          alg: z.literal('sha256'),
          hash: z.string().regex(/^b64'[A-Za-z0-9+/]{43}='$/),
          exclusions: z.array(z.unknown()).length(0).optional(),
        }),
      }),
    }),
  ),
})

const hexOfBase64 = (text: string) =>
  Array.from(atob(text), (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('')

/** What a store beside its file says that the whole file hashes to. */
function boundTo(store: OpenStore, active: string): string | null {
  const { data } = crSchema.safeParse(JSON.parse(store.crJson()))
  const hash = data?.manifests.find(({ label }) => label === active)?.assertions['c2pa.hash.data'].hash
  return hash ? hexOfBase64(hash.slice(4, -1)) : null
}

function credentialsOf(open: OpenStore): Credentials {
  const store = storeSchema.parse(JSON.parse(open.json()))
  const manifest = manifestSchema.parse(store.manifests[store.active_manifest])
  const codes = store.validation_results?.activeManifest?.failure.map(({ code }) => code) ?? []
  const { issuer, common_name: name } = manifest.signature_info ?? {}
  return {
    standing: STANDINGS[store.validation_state] ?? 'broken',
    failures: [...new Set(codes)],
    signer: [name, issuer].filter(Boolean).join(', ') || null,
    generator: manifest.claim_generator_info?.[0]?.name ?? null,
    title: manifest.title ?? null,
    began: beganOf(manifest),
    prompt: promptOf(manifest, open),
    mining: miningSchema.safeParse(dataOf(manifest, 'cawg.training-mining')).data?.entries ?? null,
    recipe: anythingNamed.safeParse(dataOf(manifest, RECIPE_ASSERTION)).data ?? null,
    boundTo: boundTo(open, store.active_manifest),
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
  mining: null,
  recipe: null,
  boundTo: null,
}

const unreadable = (error: unknown): Credentials => ({
  ...UNREADABLE,
  failures: [String(error instanceof Error ? error.message : error).slice(0, 200)],
})

/** What the engine says of a file that carries none, or only the address of one. */
const hasNone = (error: unknown) => /JumbfNotFound|RemoteManifest/.test(String(error))

/**
 * Reads the C2PA credentials of a file and checks them against roots. Nothing is fetched.
 * @param roots certificates that are trusted, in PEM; null trusts nobody
 * @returns null for a file without any
 */
export async function readWith(
  engine: ReadingEngine,
  bytes: Uint8Array,
  mime: string,
  roots: string | null,
): Promise<Credentials | null> {
  let store: OpenStore
  try {
    store = await engine.fromBytes(mime, bytes, engineSettings(roots))
  } catch (error) {
    return hasNone(error) ? null : unreadable(error)
  }
  try {
    return credentialsOf(store)
  } catch (error) {
    return unreadable(error)
  } finally {
    store.free()
  }
}

/**
 * Reads credentials that stand beside a file. Read alone they can fail in one thing only, the hash of a file that is
 * not there; that one is compared here.
 * @param sha256 of the file, 64 hex digits
 */
export async function readSidecarWith(
  engine: ReadingEngine,
  store: Uint8Array,
  sha256: string,
  roots: string | null,
): Promise<Credentials | null> {
  const alone = await readWith(engine, store, SIDECAR, roots)
  if (!alone) return null
  const others = alone.failures.filter((code) => code !== 'assertion.dataHash.mismatch')
  if (alone.boundTo !== sha256) return { ...alone, standing: 'broken' }
  const isBroken = others.some((code) => code !== 'signingCredential.untrusted')
  const standing = isBroken ? 'broken' : others.length === 0 ? 'trusted' : 'foreign'
  return { ...alone, failures: others, standing }
}
