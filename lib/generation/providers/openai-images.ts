import { setTimeout as pause } from 'node:timers/promises'
import { downloadArtifact } from '#lib/generation/adapters/artifact-download.ts'
import { inlinePicture } from '#lib/generation/adapters/inline-picture.ts'
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
import { failureOfAnswer } from './openai-images-failure.ts'
import { costOf, imagesRequest, type OpenAiImagesModel, openAiImagesModel } from './openai-images-models.ts'
import { type Images, imagesSchema, modelsSchema } from './openai-images-wire.ts'

export type OpenAiImagesOptions = {
  apiKey: string
  /** With its version, as in `https://api.openai.com/v1`. */
  baseUrl: string
  /** As the host calls it. */
  model: string
  /** Millionths of a US dollar for one picture; the published price where it is not given. */
  priceMicroUsd?: number
  timeoutMs?: number
}

/** Tries at an address that the answer named: nobody else knows of it, so it is not left to a later poll. */
const FETCH_TRIES = 3
const FETCH_TIMEOUT_MS = 15_000

/** For fetching what the answer names, under the lease of the submit. */
const FETCH_SECONDS = 60

const capabilitiesFor = (model: OpenAiImagesModel, timeoutMs: number): Capabilities => ({
  deterministic: false,
  seed: model.seed,
  // One square of a megapixel is asked for, whatever the recipe's box.
  sizes: { kind: 'listed', sizes: [{ width: 1024, height: 1024 }] },
  loras: false,
  paid: true,
  idempotent: false,
  webhook: false,
  cancel: 'none',
  concurrency: model.concurrency,
  rate: model.rate,
  submitSeconds: Math.ceil(timeoutMs / 1000) + FETCH_SECONDS,
  longestRunSeconds: Math.ceil(timeoutMs / 1000) + FETCH_SECONDS,
  retentionSeconds: 0,
  privacy: 'provider',
})

function outputOf({ data: [{ b64_json, url }], output_format }: Images): string {
  return b64_json ? `data:image/${output_format ?? 'png'};base64,${b64_json}` : (url ?? '')
}

/** @param externalId the request's own key: hosts have no runs, and most name none */
function runOf(externalId: string, asked: string, model: OpenAiImagesModel, answer: Images): Run {
  const { id, data, quality, size, usage } = answer
  const [{ revised_prompt }] = data
  return {
    externalId,
    state: 'succeeded',
    failure: null,
    outputs: [outputOf(answer)],
    costMicroUsd: costOf(model, usage),
    facts: {
      model: asked,
      ...(id && { request: id.slice(0, 200) }),
      ...(quality && { quality }),
      ...(size && { size }),
      ...(usage && { inputTokens: usage.input_tokens, outputTokens: usage.output_tokens }),
      ...(revised_prompt && { revisedPrompt: revised_prompt.slice(0, 4_000) }),
    },
  }
}

/** Nobody can say what became of a request once its answer is lost: no host keeps a record of pictures. */
const neverKnown = (): never => {
  throw new ProviderError({ kind: 'unknown-outcome' }, 'the provider keeps no record of what it was asked')
}

/** Fetches what an answer named. What cannot be reached now will not be asked for again: it is paid. */
async function downloadNow(address: string, trustedOrigin: string | null) {
  for (let tries = 1; ; tries += 1) {
    try {
      return await downloadArtifact(address, { trustedOrigin, timeoutMs: FETCH_TIMEOUT_MS })
    } catch (error) {
      if (!(error instanceof ProviderError) || error.failure.kind !== 'transient') throw error
      if (tries === FETCH_TRIES)
        throw new ProviderError({ kind: 'unknown-outcome' }, 'the picture could not be fetched', error)
      await pause(tries * 500)
    }
  }
}

/** Shows that address and key work; whether the model is among the host's is for whoever reads the list. */
async function probeHost(call: JsonCall, host: string): Promise<Probe> {
  const models = await call({ method: 'GET', path: '/models', shape: modelsSchema })
  return { server: host, models: models.map(({ id }) => id), waiting: null }
}

/**
 * Pictures by OpenAI, Together, or any host that answers POST images/generations as they do. The picture comes
 * with the answer or not at all: a lost answer is a picture that is paid and never seen, and is not asked for again.
 * @throws Error for a model whose price is not known
 */
export function openAiImagesProvider(options: OpenAiImagesOptions): Provider {
  const { apiKey, timeoutMs = 180_000 } = options
  const baseUrl = options.baseUrl.replace(/\/+$/, '')
  const base = new URL(baseUrl)
  const isLoopback = isLoopbackHost(base.hostname)
  const trustedOrigin = isLoopback ? base.origin : null
  const model = openAiImagesModel(options.model, { host: base.hostname, isLoopback }, options.priceMicroUsd)
  const quote: Quote = {
    costMicroUsd: model.costMicroUsd,
    latencyMs: model.latencyMs,
    basis: 'published-price',
  }
  const call = jsonCall({
    baseUrl,
    headers: { authorization: `Bearer ${apiKey}` },
    timeoutMs,
    failureOf: (answer, during, now) =>
      failureOfAnswer({ ...answer, body: answer.body.replaceAll(apiKey, '…') }, during, now),
  })
  return {
    id: 'openai-images',
    endpoint: base,
    model: { id: options.model, version: 'latest', parameters: model.parameters, vary: varyBySeed },
    terms: model.terms,
    capabilities: () => capabilitiesFor(model, timeoutMs),
    quote: () => quote,
    probe: () => probeHost(call, base.host),
    async submit({ recipe, idempotencyKey }: RenderRequest) {
      const answer = await call({
        method: 'POST',
        path: '/images/generations',
        // OpenAI's support finds a request by it; it makes no second one the same.
        headers: { 'x-client-request-id': idempotencyKey },
        body: imagesRequest(recipe, model),
        shape: imagesSchema,
      })
      return runOf(`openai-images:${idempotencyKey}`, recipe.model.id, model, answer)
    },
    reconcile: async () => neverKnown(),
    poll: async () => neverKnown(),
    parseWebhook: refuseWebhook,
    cancel: async () => {},
    async fetchArtifacts(_request, run): Promise<Artifact[]> {
      const [first] = run.outputs
      if (!first) throw new ProviderError({ kind: 'artifact-invalid' }, 'the run has no output')
      const file = first.startsWith('data:') ? inlinePicture(first) : await downloadNow(first, trustedOrigin)
      return [{ ...file, description: null }]
    },
  }
}
