import { z } from 'zod'
import { downloadArtifact } from '#lib/generation/adapters/artifact-download.ts'
import { isLoopbackHost } from '#lib/generation/adapters/public-address.ts'
import type {
  Artifact,
  Capabilities,
  Probe,
  Provider,
  Quote,
  RenderRequest,
  Run,
  WebhookEvent,
} from '#lib/generation/port.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { varyBySeed } from '#lib/generation/variation.ts'
import { checkDelivery } from '#lib/generation/webhook-signature.ts'
import { AppError } from '#lib/platform/errors.ts'
import { canonicalText } from '#lib/protocol/canonical.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import { type Call, replicateCall } from './replicate-call.ts'
import { failureOfPrediction } from './replicate-failure.ts'
import { REPLICATE_PARAMETERS, replicateInput } from './replicate-input.ts'
import { replicateModel } from './replicate-models.ts'
import {
  accountSchema,
  modelSchema,
  type Prediction,
  predictionPageSchema,
  predictionSchema,
} from './replicate-wire.ts'

export type ReplicateOptions = {
  token: string
  baseUrl: string
  /** `owner/name`, or `owner/name:version`. */
  model: string
  /** Millionths of a US dollar for one picture; the published price where it is not given. */
  priceMicroUsd?: number
  /** `whsec_…`; asked of the API once when it is not given. */
  webhookSecret?: string
  timeoutMs?: number
}

/** Pages of the list that are searched for a lost prediction, 100 each. */
const MOST_PAGES = 5

/** Seconds by which the provider's clock and ours may differ. */
const CLOCK_SKEW_SECONDS = 60

const STATE = {
  starting: 'waiting',
  processing: 'running',
  succeeded: 'succeeded',
  failed: 'failed',
  canceled: 'failed',
  aborted: 'failed',
} as const

const outputSchema = z.union([z.array(z.string()), z.string().transform((one) => [one])])

/** A picture costs its price; a run without one costs nothing, for these models are billed by the picture. */
function costOf({ status }: Prediction, priceMicroUsd: number): number | null {
  if (STATE[status] === 'failed') return 0
  return status === 'succeeded' ? priceMicroUsd : null
}

function runOf(prediction: Prediction, priceMicroUsd: number): Run {
  const failure = failureOfPrediction(prediction)
  const outputs = outputSchema.safeParse(prediction.output)
  const seconds = prediction.metrics?.predict_time
  return {
    externalId: prediction.id,
    state: failure ? 'failed' : STATE[prediction.status],
    failure,
    outputs: outputs.success ? outputs.data : [],
    costMicroUsd: costOf(prediction, priceMicroUsd),
    facts: {
      prediction: prediction.id,
      ...(prediction.model && { model: prediction.model }),
      ...(prediction.version && { version: prediction.version }),
      ...(seconds !== undefined && { predictMs: Math.round(seconds * 1000) }),
    },
  }
}

/** Whether a prediction was asked for by exactly this recipe; input outside our JSON is somebody else's. */
function isMadeBy(recipe: Recipe, { input }: Prediction): boolean {
  try {
    return canonicalText(input ?? null) === canonicalText(replicateInput(recipe))
  } catch {
    return false
  }
}

/** A page of predictions, newest first. Our key goes with the request, so only to the host it is for. */
async function readPage(call: Call, base: URL, at: URL | null) {
  if (at && at.origin !== base.origin)
    throw new ProviderError({ kind: 'transient' }, 'the list goes on at another host')
  return call('read', predictionPageSchema, async (client) =>
    at ? (await client.request(at, { method: 'GET' })).json() : client.predictions.list(),
  )
}

const readOne = (call: Call, id: string) =>
  call('read', predictionSchema, (client) => client.predictions.get(id))

type Wanted = { recipe: Recipe; known: ReadonlySet<string>; earliestMs: number }

/** The one of a page that was made by a recipe and belongs to nobody else. */
async function findIn(call: Call, page: Prediction[], wanted: Wanted): Promise<Prediction | null> {
  for (const entry of page) {
    if (Date.parse(entry.created_at) < wanted.earliestMs || wanted.known.has(entry.id)) continue
    const whole = entry.input ? entry : await readOne(call, entry.id)
    if (isMadeBy(wanted.recipe, whole)) return whole
  }
  return null
}

/** The prediction that a lost create has made, if it has made one. */
async function findLost(call: Call, base: URL, wanted: Wanted): Promise<Prediction | null> {
  let at: URL | null = null
  for (let page = 0; page < MOST_PAGES; page++) {
    const { results, next } = await readPage(call, base, at)
    const found = await findIn(call, results, wanted)
    if (found) return found
    const oldest = results.at(-1)
    if (!next || (oldest && Date.parse(oldest.created_at) < wanted.earliestMs)) return null
    at = new URL(next, base)
  }
  throw new ProviderError({ kind: 'transient' }, 'the list of predictions is too long to search')
}

function secretReader(call: Call, given: string | undefined): () => Promise<string> {
  let secret: Promise<string> | undefined = given === undefined ? undefined : Promise.resolve(given)
  return () => {
    secret ??= call('read', z.object({ key: z.string().startsWith('whsec_') }), (client) =>
      client.webhooks.default.secret.get(),
    ).then(
      ({ key }) => key,
      (error: unknown) => {
        secret = undefined
        throw error
      },
    )
    return secret
  }
}

async function readWebhook(
  { secretOf, priceMicroUsd }: { secretOf: () => Promise<string>; priceMicroUsd: number },
  rawBody: string,
  headers: Headers,
  receivedAt: number,
): Promise<WebhookEvent> {
  const id = headers.get('webhook-id') ?? ''
  const timestamp = headers.get('webhook-timestamp') ?? ''
  const signature = headers.get('webhook-signature') ?? ''
  if (!id || id.length > 256 || !timestamp || !signature) throw new AppError('webhook-forged')
  const verdict = checkDelivery({ id, timestamp, signature, body: rawBody }, await secretOf(), receivedAt)
  if (verdict !== 'valid') throw new AppError(`webhook-${verdict}`)
  const prediction = predictionSchema.parse(JSON.parse(rawBody))
  return {
    deliveryId: id,
    run: runOf(prediction, priceMicroUsd),
    isFor: ({ recipe }) => isMadeBy(recipe, prediction),
  }
}

/** Whose token it is, and whether the model is there for them. */
async function probeAccount(call: Call, name: string): Promise<Probe> {
  const [owner = '', model = ''] = name.split('/')
  const { username } = await call('read', accountSchema, (client) => client.accounts.current())
  await call('read', modelSchema, (client) => client.models.get(owner, model))
  return { server: `Replicate, as ${username}`, models: [name], waiting: null }
}

const capabilitiesFor = (timeoutMs: number): Capabilities => ({
  deterministic: false,
  seed: 'alike',
  // One square of a megapixel is asked for, whatever the recipe's box.
  sizes: { kind: 'listed', sizes: [{ width: 1024, height: 1024 }] },
  loras: false,
  paid: true,
  idempotent: false,
  webhook: true,
  cancel: 'paid',
  concurrency: 64,
  rate: { perMinute: 600, burst: 60 },
  submitSeconds: Math.ceil(timeoutMs / 1000),
  longestRunSeconds: 900,
  retentionSeconds: 3_600,
  privacy: 'provider',
})

/** Pictures by a model at Replicate, through the primitives of its official client. */
export function replicateProvider(options: ReplicateOptions): Provider {
  const { token, baseUrl, timeoutMs = 30_000 } = options
  const [name = '', version] = options.model.split(':')
  const base = new URL(baseUrl)
  const trustedOrigin = isLoopbackHost(base.hostname) ? base.origin : null
  const call = replicateCall({ token, baseUrl, timeoutMs })
  const secretOf = secretReader(call, options.webhookSecret)
  const { terms, costMicroUsd, latencyMs } = replicateModel(name, options.priceMicroUsd)
  const quote: Quote = { costMicroUsd, latencyMs, basis: 'published-price' }
  const poll = async (externalId: string) => runOf(await readOne(call, externalId), costMicroUsd)
  return {
    id: 'replicate',
    endpoint: base,
    model: { id: name, version: version ?? 'latest', parameters: REPLICATE_PARAMETERS, vary: varyBySeed },
    terms,
    capabilities: () => capabilitiesFor(timeoutMs),
    quote: () => quote,
    probe: () => probeAccount(call, name),
    async submit({ recipe, webhookUrl }: RenderRequest) {
      const asked = {
        input: replicateInput(recipe),
        ...(webhookUrl && { webhook: webhookUrl, webhook_events_filter: ['completed' as const] }),
      }
      const prediction = await call('create', predictionSchema, (client) =>
        client.predictions.create(version ? { ...asked, version } : { ...asked, model: name }),
      )
      return runOf(prediction, costMicroUsd)
    },
    async reconcile({ recipe }, since, known) {
      const earliestMs = (since - CLOCK_SKEW_SECONDS) * 1000
      const found = await findLost(call, base, { recipe, known, earliestMs })
      return found && poll(found.id)
    },
    poll,
    parseWebhook: (rawBody, headers, receivedAt) =>
      readWebhook({ secretOf, priceMicroUsd: costMicroUsd }, rawBody, headers, receivedAt),
    async cancel(externalId) {
      await call('read', predictionSchema, (client) => client.predictions.cancel(externalId))
    },
    async fetchArtifacts(_request, run): Promise<Artifact[]> {
      const [first] = run.outputs
      if (!first) throw new ProviderError({ kind: 'artifact-invalid' }, 'the run has no output')
      return [{ ...(await downloadArtifact(first, { trustedOrigin })), description: null }]
    },
  }
}
