import { createHash } from 'node:crypto'
import type { Artifact, Description, Provider, RenderRequest, Run } from '#lib/generation/port.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { refuseWebhook } from '#lib/generation/refuse-webhook.ts'
import { sniffMime } from '#lib/generation/sniff-mime.ts'
import { UPLOAD_MOST_PIXELS, UPLOAD_MOST_SIDE } from '#lib/generation/uploads/schema.ts'
import type { Storage } from '#lib/platform/storage.ts'
import { MOST_REFERENCES, UNDECLARED } from '#lib/protocol/brief-work.ts'
import { termsOf } from '#lib/protocol/model-licences.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'

/** The id under which tasks and labels know it. */
const IMPORT = 'import'

/** Kept beside every work that was brought. */
const FACTS = { declared: 'yes' }

const runOf = (externalId: string): Run => ({
  externalId,
  state: 'succeeded',
  failure: null,
  outputs: [externalId],
  costMicroUsd: 0,
  facts: FACTS,
})

const nameOf = ({ id, version }: Recipe['model']) => (version === UNDECLARED ? id : `${id} ${version}`)

/** What the creator says, marked as that on every line: labels are read apart from their record. */
function describe({ model, parameters, template }: Recipe): Description {
  const { title, seed, means } = parameters
  const isNamed = model.id !== UNDECLARED
  return {
    title: title === undefined ? 'Untitled' : String(title),
    alt: template.text,
    medium: `made elsewhere${isNamed ? `: ${nameOf(model)}` : ''}, declared by the creator, not observed`,
    traits: [
      { name: 'Origin', value: 'Declared by the creator, not observed' },
      ...(isNamed ? [{ name: 'Declared model', value: nameOf(model) }] : []),
      ...(seed === undefined ? [] : [{ name: 'Declared seed', value: String(seed) }]),
      ...(means === undefined ? [] : [{ name: 'Declared means', value: String(means) }]),
    ],
  }
}

const invalid = (detail: string) => new ProviderError({ kind: 'artifact-invalid' }, detail)

async function broughtFile(
  storage: Pick<Storage, 'get'>,
  { inputs }: Recipe,
): Promise<Omit<Artifact, 'description'>> {
  const work = inputs.find(({ role }) => role === 'work')
  if (!work) throw new ProviderError({ kind: 'invalid-input' }, 'the recipe brings no work')
  const sha256 = work.sha256.slice('sha256:'.length)
  const bytes = await storage.get(sha256)
  if (!bytes) throw invalid('the file that was brought is not in the store')
  if (createHash('sha256').update(bytes).digest('hex') !== sha256)
    throw invalid('the file that was brought has changed in the store')
  const mime = sniffMime(bytes)
  if (!mime) throw invalid('the file that was brought is no picture')
  return { bytes, mime, sha256 }
}

/**
 * Work made elsewhere: the picture is the file that its creator uploaded and named in the signed brief, and how it
 * was made is the creator's word, which nobody here has seen come true.
 * @param storage where uploads are kept
 */
export function importProvider({ storage }: { storage: Pick<Storage, 'get'> }): Provider {
  return {
    id: IMPORT,
    endpoint: null,
    // Recipes of finished works name what their creator declares; this stands where nothing is declared.
    model: {
      id: UNDECLARED,
      version: UNDECLARED,
      parameters: {},
      vary: (_parent, { text, place, fresh }) => ({ text, seed: fresh(place), parameters: {}, moved: null }),
    },
    terms: termsOf('the creator’s own'),
    capabilities: () => ({
      deterministic: true,
      seed: 'ignored',
      sizes: {
        kind: 'bounded',
        multipleOf: 1,
        smallest: 1,
        largest: UPLOAD_MOST_SIDE,
        mostPixels: UPLOAD_MOST_PIXELS,
      },
      loras: false,
      inputs: { work: 1, references: MOST_REFERENCES },
      paid: false,
      idempotent: true,
      webhook: false,
      cancel: 'none',
      concurrency: 4,
      rate: null,
      submitSeconds: 15,
      longestRunSeconds: 900,
      retentionSeconds: 0,
      privacy: 'this-server',
    }),
    quote: () => ({ costMicroUsd: 0, latencyMs: 1_000, basis: 'own-work' }),
    probe: async () => ({ server: 'verso/import', models: null, waiting: null }),
    submit: async ({ idempotencyKey }) => runOf(`${IMPORT}:${idempotencyKey}`),
    reconcile: async () => null,
    poll: async (externalId) => runOf(externalId),
    parseWebhook: refuseWebhook,
    cancel: async () => {},
    async fetchArtifacts({ recipe }: RenderRequest): Promise<Artifact[]> {
      return [{ ...(await broughtFile(storage, recipe)), description: describe(recipe) }]
    },
  }
}
