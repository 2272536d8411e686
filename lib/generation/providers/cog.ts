import { z } from 'zod'
import { downloadArtifact } from '#lib/generation/adapters/artifact-download.ts'
import { inlinePicture } from '#lib/generation/adapters/inline-picture.ts'
import { type JsonCall, jsonCall } from '#lib/generation/adapters/json-call.ts'
import { isLoopbackHost } from '#lib/generation/adapters/public-address.ts'
import type { Artifact, Capabilities, Probe, Provider, RenderRequest, Run } from '#lib/generation/port.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { refuseWebhook } from '#lib/generation/refuse-webhook.ts'
import { varyBySeed } from '#lib/generation/variation.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import { failureOfAnswer, failureOfPrediction } from './cog-failure.ts'
import { cogInput, cogModel } from './cog-models.ts'
import { healthSchema, modelSchema, type Prediction, predictionSchema } from './cog-wire.ts'

export type CogOptions = {
  /** `cog-` and the name of the container. */
  id: string
  /** May be plain http and in a private network: it is the operator's own. */
  baseUrl: string
  /** What the container serves, `owner/name`: it does not say so itself. */
  model: string
  /** For what stands before the container, which asks for none itself. */
  token?: string
  /** Until a picture is made: its file comes with the answer, and nobody keeps it. */
  timeoutMs?: number
}

/** Below the five minutes after which the platform's own client gives up on an answer. */
const LONGEST_RUN_MS = 280_000

const capabilitiesFor = (base: URL, timeoutMs: number): Capabilities => ({
  deterministic: false,
  seed: 'alike',
  sizes: { kind: 'listed', sizes: [{ width: 1024, height: 1024 }] },
  loras: false,
  // Rented by the hour, or owned: one picture more costs nothing more.
  paid: false,
  // While it runs. Of one that has ended nothing is left, so asking again is all that can be done.
  idempotent: true,
  webhook: false,
  // A connection that breaks cancels its run; one that has ended needs no cancelling.
  cancel: 'none',
  concurrency: 1,
  rate: null,
  submitSeconds: Math.ceil(timeoutMs / 1000),
  retentionSeconds: 0,
  longestRunSeconds: Math.ceil(timeoutMs / 1000),
  privacy: isLoopbackHost(base.hostname) ? 'this-server' : 'provider',
})

const outputSchema = z.union([z.array(z.string()), z.string().transform((one) => [one])])

function endedRun(id: string, prediction: Prediction): Run {
  const failure = failureOfPrediction(prediction)
  const outputs = outputSchema.safeParse(prediction.output)
  const seconds = prediction.metrics?.predict_time
  return {
    externalId: id,
    state: failure ? 'failed' : 'succeeded',
    failure,
    outputs: outputs.success ? outputs.data : [],
    costMicroUsd: 0,
    facts: { prediction: id, ...(seconds !== undefined && { predictMs: Math.round(seconds * 1000) }) },
  }
}

/**
 * Asks and waits. There is no question for how a run stands, and a repeated one gets the state of the run while
 * it runs and a new run thereafter; so what came before has to end first.
 */
async function submitRun(call: JsonCall, { recipe, idempotencyKey }: RenderRequest): Promise<Run> {
  const prediction = await call({
    method: 'PUT',
    path: `/predictions/${encodeURIComponent(idempotencyKey)}`,
    body: { input: cogInput(recipe) },
    shape: predictionSchema,
    during: 'create',
  })
  if (prediction.status === 'starting' || prediction.status === 'processing')
    throw new ProviderError({ kind: 'capacity' }, 'the container still works at what was asked before')
  return endedRun(idempotencyKey, prediction)
}

async function nothingKept(): Promise<never> {
  throw new ProviderError({ kind: 'expired' }, 'the container keeps nothing of a run')
}

/** Whether the model is loaded and takes what it is asked for. */
async function probeContainer(call: JsonCall, parameters: Recipe['parameters']): Promise<Probe> {
  const { status, version } = await call({ method: 'GET', path: '/health-check', shape: healthSchema })
  if (status === 'STARTING') throw new ProviderError({ kind: 'capacity' }, 'the model is still being loaded')
  if (status !== 'READY' && status !== 'BUSY')
    throw new ProviderError({ kind: 'transient' }, `the container says ${status.slice(0, 40)}`)
  const { components } = await call({ method: 'GET', path: '/openapi.json', shape: modelSchema })
  const takes = components.schemas.Input.properties
  const missing = ['prompt', 'seed', ...Object.keys(parameters)].filter((name) => !(name in takes))
  if (missing.length > 0)
    throw new ProviderError({ kind: 'invalid-input' }, `the model does not take ${missing.join(', ')}`)
  const release = version?.cog ?? version?.coglet
  return { server: release ? `Cog ${release.slice(0, 40)}` : 'Cog', models: null, waiting: null }
}

/** Pictures by a container that Cog has built: at home, or on a rented card. */
export function cogProvider(options: CogOptions): Provider {
  const { id, baseUrl, model, token, timeoutMs = LONGEST_RUN_MS } = options
  const base = new URL(baseUrl)
  const { terms, latencyMs, parameters } = cogModel(model)
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const call = jsonCall({ baseUrl, headers, timeoutMs, failureOf: failureOfAnswer })
  return {
    id,
    endpoint: base,
    model: { id: model, version: 'latest', parameters, vary: varyBySeed },
    terms,
    capabilities: () => capabilitiesFor(base, timeoutMs),
    quote: () => ({ costMicroUsd: 0, latencyMs, basis: 'own-work' }),
    probe: () => probeContainer(call, parameters),
    submit: (request) => submitRun(call, request),
    reconcile: async () => null,
    poll: nothingKept,
    parseWebhook: refuseWebhook,
    cancel: async () => {},
    async fetchArtifacts(_request, run): Promise<Artifact[]> {
      const [first] = run.outputs
      if (!first) throw new ProviderError({ kind: 'artifact-invalid' }, 'the run has no output')
      const picture = first.startsWith('data:')
        ? inlinePicture(first)
        : await downloadArtifact(first, { trustedOrigin: base.origin, headers })
      return [{ ...picture, description: null }]
    },
  }
}
