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
} from '#lib/generation/port.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { refuseWebhook } from '#lib/generation/refuse-webhook.ts'
import { varyBySeed } from '#lib/generation/variation.ts'
import { termsOf } from '#lib/protocol/model-licences.ts'
import { failureOfAnswer, failureOfStatus } from './aihorde-failure.ts'
import { HORDE_MODELS, type HordeModelId, hordeParameters, hordeRequest } from './aihorde-models.ts'
import {
  acceptedSchema,
  type Check,
  checkSchema,
  modelsSchema,
  type Status,
  statusSchema,
  userSchema,
} from './aihorde-wire.ts'

export type HordeOptions = {
  /** Ten zeros stand for everybody without an account. */
  apiKey: string
  baseUrl: string
  model: HordeModelId
  /** Who asks, for the people who run the network: `name:version:contact`. */
  clientAgent: string
  timeoutMs?: number
}

/** Nobody is paid; minutes are usual, and nobody promises them. */
const QUOTE: Quote = { costMicroUsd: 0, latencyMs: 180_000, basis: 'published-price' }

const statusPath = (id: string) => `/generate/status/${encodeURIComponent(id)}`

const capabilitiesFor = (model: HordeModelId, timeoutMs: number): Capabilities => ({
  deterministic: false,
  // Another card, or another build of the worker, draws a little differently.
  seed: 'alike',
  sizes: {
    kind: 'bounded',
    multipleOf: 64,
    smallest: 64,
    largest: 3072,
    mostPixels: HORDE_MODELS[model].side ** 2,
  },
  loras: false,
  paid: false,
  idempotent: false,
  webhook: false,
  cancel: 'free',
  // What everybody without an account shares.
  concurrency: 30,
  rate: { perMinute: 90, burst: 2 },
  submitSeconds: Math.ceil(timeoutMs / 1000),
  longestRunSeconds: 1_200,
  retentionSeconds: 1_800,
  privacy: 'strangers',
})

const runWith = (externalId: string, more: Partial<Run>): Run => ({
  externalId,
  state: 'waiting',
  failure: null,
  outputs: [],
  costMicroUsd: 0,
  facts: { request: externalId },
  ...more,
})

/** A request that nobody has finished yet. */
function waitingRun(id: string, { processing, queue_position, wait_time }: Check): Run {
  return runWith(id, {
    state: processing > 0 ? 'running' : 'waiting',
    waiting: { ahead: Math.max(0, queue_position), seconds: Math.max(0, Math.round(wait_time)) },
  })
}

/** What was made, with who made it: the only thing known of the machine. */
function finishedRun(id: string, model: HordeModelId, status: Status): Run {
  const failure = failureOfStatus(status)
  const [made] = status.generations
  if (failure || !made) return runWith(id, { state: 'failed', failure })
  if (made.model !== model) {
    const detail = `a volunteer used ${made.model.slice(0, 80)} instead`
    return runWith(id, { state: 'failed', failure: { failure: { kind: 'transient' }, detail } })
  }
  return runWith(id, {
    state: 'succeeded',
    outputs: [made.img],
    facts: {
      request: id,
      model: made.model,
      modelLicence: HORDE_MODELS[model].licence,
      seed: made.seed,
      worker: made.worker_name,
      workerId: made.worker_id,
      kudos: Math.round(status.kudos),
      ...(status.shared !== undefined && { shared: status.shared ? 'yes' : 'no' }),
    },
  })
}

/** Takes a request back; one that is gone already is taken back too. */
async function takeBack(call: JsonCall, id: string): Promise<void> {
  try {
    await call({ method: 'DELETE', path: statusPath(id), shape: z.unknown() })
  } catch (error) {
    if (!(error instanceof ProviderError) || error.failure.kind !== 'expired') throw error
  }
}

async function pollRun(call: JsonCall, id: string, model: HordeModelId): Promise<Run> {
  const path = `/generate/check/${encodeURIComponent(id)}`
  const check = await call({ method: 'GET', path, shape: checkSchema })
  if (check.done || check.faulted)
    return finishedRun(id, model, await call({ method: 'GET', path: statusPath(id), shape: statusSchema }))
  if (check.is_possible || check.processing > 0) return waitingRun(id, check)
  // It would only wait to expire; taken back, so that asking again does not make it twice.
  await takeBack(call, id)
  const detail = 'no volunteer who is there can make it'
  return runWith(id, { state: 'failed', failure: { failure: { kind: 'capacity' }, detail } })
}

/** Who the key belongs to, and how long the queue for the model is. */
async function probeNetwork(call: JsonCall, model: HordeModelId): Promise<Probe> {
  const { username } = await call({ method: 'GET', path: '/find_user', shape: userSchema })
  const all = await call({ method: 'GET', path: '/status/models?type=image', shape: modelsSchema })
  const served = all.filter(({ count }) => count > 0).map(({ name }) => name)
  const waiting = all.find(({ name }) => name === model)?.jobs ?? 0
  return { server: `AI Horde, as ${username}`, models: served, waiting: Math.round(waiting) }
}

/** Pictures on the computers of volunteers, through AI Horde: free, public, and it takes minutes. */
export function hordeProvider(options: HordeOptions): Provider {
  const { model, timeoutMs = 30_000 } = options
  const base = new URL(options.baseUrl)
  const trustedOrigin = isLoopbackHost(base.hostname) ? base.origin : null
  const headers = { apikey: options.apiKey, 'client-agent': options.clientAgent }
  const call = jsonCall({
    baseUrl: options.baseUrl,
    headers,
    timeoutMs,
    // The network repeats the key that it does not know.
    failureOf: (answer, during, now) =>
      failureOfAnswer({ ...answer, body: answer.body.replaceAll(options.apiKey, '…') }, during, now),
  })
  return {
    id: 'aihorde',
    endpoint: base,
    model: { id: model, version: 'latest', parameters: hordeParameters(model), vary: varyBySeed },
    terms: termsOf(HORDE_MODELS[model].licence),
    capabilities: () => capabilitiesFor(model, timeoutMs),
    quote: () => QUOTE,
    probe: () => probeNetwork(call, model),
    async submit({ recipe }: RenderRequest) {
      const body = hordeRequest(recipe)
      const { id } = await call({ method: 'POST', path: '/generate/async', body, shape: acceptedSchema })
      return runWith(id, {})
    },
    // The network lists nobody's requests; free as they are, a lost one is asked for again.
    reconcile: async () => null,
    poll: (externalId) => pollRun(call, externalId, model),
    parseWebhook: refuseWebhook,
    cancel: (externalId) => takeBack(call, externalId),
    async fetchArtifacts(_request, run): Promise<Artifact[]> {
      const [first] = run.outputs
      if (!first) throw new ProviderError({ kind: 'artifact-invalid' }, 'the run has no output')
      return [{ ...(await downloadArtifact(first, { trustedOrigin })), description: null }]
    },
  }
}
