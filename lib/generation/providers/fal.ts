import { z } from 'zod'
import { downloadArtifact } from '#lib/generation/adapters/artifact-download.ts'
import { type JsonCall, jsonCall } from '#lib/generation/adapters/json-call.ts'
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
import { AppError } from '#lib/platform/errors.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import { failureOfAnswer, failureOfResult, RunFailedError } from './fal-failure.ts'
import { findLost } from './fal-history.ts'
import { type KeyRing, keyRing } from './fal-keys.ts'
import { appOf, falInput, falModel } from './fal-models.ts'
import { eventOf, failedRun, finishedRun, type Priced, runWith } from './fal-run.ts'
import { checkFalDelivery } from './fal-webhook.ts'
import {
  acceptedSchema,
  historySchema,
  modelsSchema,
  outputSchema,
  reportSchema,
  statusSchema,
} from './fal-wire.ts'

export type FalOptions = {
  /** `id:secret`; sent to the queue and to the platform API, and to nobody else. */
  key: string
  /** The queue: `https://queue.fal.run`. */
  queueUrl: string
  /** Where the keys of webhooks are: `https://rest.fal.ai`. */
  restUrl: string
  /** The platform API, with the account's history: `https://api.fal.ai/v1`. */
  apiUrl: string
  /** With its sub-path: `fal-ai/flux/schnell`. */
  model: string
  /** Millionths of a US dollar for one picture; the published price where it is not given. */
  priceMicroUsd?: number
  /** The account's own id as webhooks name it; without it, a webhook by another account is told by what it made. */
  webhookUserId?: string
  /** Requests that fal works on at once for the account. */
  concurrency?: number
  timeoutMs?: number
  /** Wall time in milliseconds. */
  now?: () => number
}

/** What a new account is let; it grows with what was paid, to 40 (fal.ai/docs, concurrency limits, 2026-11-29). */
const NEW_ACCOUNT_CONCURRENCY = 2
/** A request that no machine has begun by then is dropped by fal, and costs nothing. */
const START_SECONDS = 600
const LONGEST_RUN_SECONDS = 900
/** For the history to show what has ended; fal says nothing of how soon it does. */
const HISTORY_LAG_SECONDS = 300
/** A request that was taken has ended, and is listed, this long after it was sent. */
const ACCOUNTED_SECONDS = START_SECONDS + LONGEST_RUN_SECONDS + HISTORY_LAG_SECONDS

const STATE = { IN_QUEUE: 'waiting', IN_PROGRESS: 'running', COMPLETED: 'succeeded' } as const

type Calls = Priced & { queue: JsonCall; result: JsonCall; api: JsonCall }

const requestPath = (model: string, id: string) => `/${appOf(model)}/requests/${encodeURIComponent(id)}`

async function pollRun(calls: Calls, id: string): Promise<Run> {
  const { queue, result, model } = calls
  const path = requestPath(model, id)
  const status = await queue({ method: 'GET', path: `${path}/status`, shape: statusSchema })
  if (status.status !== 'COMPLETED') return runWith(id, model, { state: STATE[status.status] })
  try {
    const output = await result({ method: 'GET', path, shape: outputSchema })
    return finishedRun(calls, { id, output, inferenceSeconds: status.metrics?.inference_time })
  } catch (error) {
    if (error instanceof RunFailedError) return failedRun(id, model, error)
    throw error
  }
}

async function readWebhook(
  calls: Calls,
  check: { keys: KeyRing; userId: string | undefined },
  [rawBody, headers, receivedAt]: Parameters<Provider['parseWebhook']>,
): Promise<WebhookEvent> {
  const id = await checkFalDelivery(rawBody, headers, { ...check, receivedAt })
  const report = reportSchema.parse(JSON.parse(rawBody))
  if (report.request_id !== id) throw new AppError('webhook-forged')
  return eventOf(calls, report)
}

/** Whether the model is there, and whether the key may read the history, without which nothing lost is found. */
async function probeAccount({ api, model }: Calls): Promise<Probe> {
  const one = encodeURIComponent(model)
  const { models } = await api({ method: 'GET', path: `/models?endpoint_id=${one}`, shape: modelsSchema })
  if (!models.some(({ endpoint_id }) => endpoint_id === model))
    throw new ProviderError({ kind: 'invalid-input' }, `fal has no model ${model}`)
  const history = `/models/requests/by-endpoint?endpoint_id=${one}&limit=1`
  await api({ method: 'GET', path: history, shape: historySchema })
  return { server: 'fal', models: [model], waiting: null }
}

/** Sent once, and by fal to a machine once; no other model may stand in for the one that the recipe names. */
const SUBMIT_HEADERS = {
  'x-fal-no-retry': '1',
  'x-fal-request-timeout': String(START_SECONDS),
  'x-fal-disable-fallbacks': 'true',
}

async function submitRequest({ queue, model }: Calls, { recipe, webhookUrl }: RenderRequest): Promise<Run> {
  const query = webhookUrl ? `?${new URLSearchParams({ fal_webhook: webhookUrl })}` : ''
  const { request_id } = await queue({
    method: 'POST',
    path: `/${model}${query}`,
    headers: SUBMIT_HEADERS,
    body: falInput(recipe),
    shape: acceptedSchema,
  })
  return runWith(request_id, model)
}

type Wanted = { recipe: Recipe; since: number; known: ReadonlySet<string> }

/**
 * Nothing but an unknown outcome leaves this: what cannot be read is no reason to pay once more.
 * @param now wall time in milliseconds
 */
async function findAgain(calls: Calls, wanted: Wanted, now: number): Promise<Run | null> {
  try {
    const found = await findLost(calls.api, { ...wanted, model: calls.model })
    if (found !== null) return await pollRun(calls, found)
  } catch (error) {
    const detail = error instanceof ProviderError ? error.message : 'the history cannot be read'
    throw new ProviderError({ kind: 'unknown-outcome' }, detail, error)
  }
  if (now / 1000 - wanted.since >= ACCOUNTED_SECONDS) return null
  throw new ProviderError({ kind: 'unknown-outcome' }, 'the history shows no such request yet')
}

const capabilitiesFor = (timeoutMs: number, concurrency: number): Capabilities => ({
  deterministic: false,
  seed: 'alike',
  // One square of a megapixel is asked for, whatever the recipe's box.
  sizes: { kind: 'listed', sizes: [{ width: 1024, height: 1024 }] },
  loras: false,
  paid: true,
  idempotent: false,
  webhook: true,
  // Free while it waits; a machine that has begun is asked to stop and need not.
  cancel: 'paid',
  concurrency,
  // Requests over the account's limit wait in the queue; none is refused.
  rate: null,
  submitSeconds: Math.ceil(timeoutMs / 1000),
  longestRunSeconds: LONGEST_RUN_SECONDS,
  retentionSeconds: 3_600,
  privacy: 'provider',
})

/**
 * Pictures by a model at fal, through its queue.
 *
 * fal knows no idempotency key. A submit whose answer was lost is found by its input in the account's history
 * (GET models/requests/by-endpoint of the platform API, read 2026-11-29), or told by the webhook, whose address
 * carries our key. The history is sorted by the end of requests, and fal does not say that it lists those which
 * still wait: so `reconcile` answers null only after half an hour, when a request that was taken must have ended
 * and been listed, and until then, or while the history cannot be read, throws `unknown-outcome`.
 */
export function falProvider(options: FalOptions): Provider {
  const { key, queueUrl, restUrl, apiUrl, model, webhookUserId: userId } = options
  const { timeoutMs = 30_000, concurrency = NEW_ACCOUNT_CONCURRENCY, now = Date.now } = options
  const { costMicroUsd, latencyMs, terms, parameters } = falModel(model, options.priceMicroUsd)
  const shared = { headers: { authorization: `Key ${key}` }, timeoutMs, failureOf: failureOfAnswer }
  const calls: Calls = {
    queue: jsonCall({ ...shared, baseUrl: queueUrl }),
    result: jsonCall({ ...shared, baseUrl: queueUrl, failureOf: failureOfResult }),
    api: jsonCall({ ...shared, baseUrl: apiUrl }),
    model,
    costMicroUsd,
  }
  const endpoint = new URL(queueUrl)
  const trustedOrigin = isLoopbackHost(endpoint.hostname) ? endpoint.origin : null
  const keys = keyRing({ restUrl, timeoutMs })
  const quote: Quote = { costMicroUsd, latencyMs, basis: 'published-price' }
  return {
    id: 'fal',
    endpoint,
    model: { id: model, version: 'latest', parameters, vary: varyBySeed },
    terms,
    capabilities: () => capabilitiesFor(timeoutMs, concurrency),
    quote: () => quote,
    probe: () => probeAccount(calls),
    submit: (request) => submitRequest(calls, request),
    reconcile: ({ recipe }, since, known) => findAgain(calls, { recipe, since, known }, now()),
    poll: (externalId) => pollRun(calls, externalId),
    parseWebhook: (...delivery) => readWebhook(calls, { keys, userId }, delivery),
    // One that has ended answers with 400, a passing failure: its picture is paid for, and is read instead.
    async cancel(externalId) {
      const path = `${requestPath(model, externalId)}/cancel`
      await calls.queue({ method: 'PUT', path, shape: z.unknown() })
    },
    async fetchArtifacts(_request, run): Promise<Artifact[]> {
      const [first] = run.outputs
      if (!first) throw new ProviderError({ kind: 'artifact-invalid' }, 'the run has no output')
      return [{ ...(await downloadArtifact(first, { trustedOrigin })), description: null }]
    },
  }
}
