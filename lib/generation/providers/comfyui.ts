import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { downloadArtifact } from '#lib/generation/adapters/artifact-download.ts'
import { type JsonCall, jsonCall } from '#lib/generation/adapters/json-call.ts'
import { isLoopbackHost } from '#lib/generation/adapters/public-address.ts'
import type { Artifact, Capabilities, Probe, Provider, RenderRequest, Run } from '#lib/generation/port.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { refuseWebhook } from '#lib/generation/refuse-webhook.ts'
import { varyBySeed } from '#lib/generation/variation.ts'
import { failureOfAnswer, failureOfEntry } from './comfyui-failure.ts'
import { comfyGraph } from './comfyui-graph.ts'
import { comfyModel } from './comfyui-models.ts'
import {
  acceptedSchema,
  type Entry,
  filesSchema,
  historySchema,
  type Queue,
  queueSchema,
  statsSchema,
  timeSchema,
} from './comfyui-wire.ts'

export type ComfyOptions = {
  /** `comfyui-` and the name of the server. */
  id: string
  /** May be plain http and in a private network: it is the operator's own. */
  baseUrl: string
  /** A checkpoint, as the server lists it. */
  model: string
  /** For what stands before the server, which asks for none itself. */
  token?: string
  timeoutMs?: number
  /** Wall time in milliseconds. */
  now?(): number
}

/** Questions that a submit asks one after the other. */
const QUESTIONS_OF_A_SUBMIT = 4
/** So long a run that nobody knows may be on another machine behind the same address. */
const MISSING_SECONDS = 60

const capabilitiesFor = (base: URL, timeoutMs: number, side: number): Capabilities => ({
  deterministic: false,
  // The noise is the same everywhere; another card, or another build, draws a little differently from it.
  seed: 'alike',
  // The square that the checkpoint was trained on, whatever the recipe's box.
  sizes: { kind: 'listed', sizes: [{ width: side, height: side }] },
  loras: true,
  // Rented by the hour, or owned: one picture more costs nothing more.
  paid: false,
  // The server queues the same id twice; a submit looks for it first.
  idempotent: true,
  webhook: false,
  cancel: 'free',
  concurrency: 1,
  rate: null,
  submitSeconds: Math.ceil((QUESTIONS_OF_A_SUBMIT * timeoutMs) / 1000),
  // The server keeps ten thousand in memory, and none when it starts again.
  retentionSeconds: 3_600,
  longestRunSeconds: 3_600,
  privacy: isLoopbackHost(base.hostname) ? 'this-server' : 'provider',
})

const runWith = (externalId: string, more: Partial<Run>): Run => ({
  externalId,
  state: 'waiting',
  failure: null,
  outputs: [],
  costMicroUsd: 0,
  facts: { prompt: externalId },
  ...more,
})

/** A run that is in the queue, behind those with smaller numbers; null when it is not. */
function queuedRun(id: string, { queue_running, queue_pending }: Queue, latencyMs: number): Run | null {
  if (queue_running.some(([, running]) => running === id)) return runWith(id, { state: 'running' })
  const own = queue_pending.find(([, pending]) => pending === id)
  if (!own) return null
  const ahead = queue_running.length + queue_pending.filter(([number]) => number < own[0]).length
  return runWith(id, { waiting: { ahead, seconds: Math.ceil(((ahead + 1) * latencyMs) / 1000) } })
}

/** Milliseconds from the start of a run to its end, by the server's clock. */
function renderMsOf({ status }: Entry): number | null {
  const at = (name: string) => timeSchema.safeParse(status?.messages.find(([one]) => one === name)?.[1])
  const [start, end] = [at('execution_start'), at('execution_success')]
  return start.success && end.success ? Math.round(end.data.timestamp - start.data.timestamp) : null
}

function endedRun(id: string, entry: Entry, baseUrl: string): Run {
  const failure = failureOfEntry(entry)
  if (failure) return runWith(id, { state: 'failed', failure })
  const saved = Object.values(entry.outputs).flatMap(({ images }) => images ?? [])
  const renderMs = renderMsOf(entry)
  return runWith(id, {
    state: 'succeeded',
    // The saved file carries the whole workflow in its text; by its channels alone it does not.
    outputs: saved.map((image) => `${baseUrl}/view?${new URLSearchParams({ ...image, channel: 'rgb' })}`),
    facts: { prompt: id, ...(renderMs !== null && { renderMs }) },
  })
}

type Server = { call: JsonCall; baseUrl: string; latencyMs: number }

/** A run in the queue or in the history; in this order, for what leaves the one is in the other. */
async function findRun({ call, baseUrl, latencyMs }: Server, id: string): Promise<Run | null> {
  const queue = await call({ method: 'GET', path: '/queue', shape: queueSchema })
  const queued = queuedRun(id, queue, latencyMs)
  if (queued) return queued
  const path = `/history/${encodeURIComponent(id)}`
  const entry = (await call({ method: 'GET', path, shape: historySchema }))[id]
  return entry ? endedRun(id, entry, baseUrl) : null
}

const listFiles = (call: JsonCall, kind: string, input: string) =>
  call({ method: 'GET', path: `/object_info/${kind}`, shape: filesSchema(kind, input) })

async function submitRun(server: Server, { recipe, idempotencyKey }: RenderRequest): Promise<Run> {
  const there = await findRun(server, idempotencyKey)
  if (there && there.state !== 'failed') return there
  const loras = recipe.loras.length > 0 ? await listFiles(server.call, 'LoraLoader', 'lora_name') : []
  const prompt = comfyGraph(recipe, { loras, saveAs: randomUUID() })
  const body = { prompt, prompt_id: idempotencyKey, client_id: 'verso' }
  const { prompt_id } = await server.call({ method: 'POST', path: '/prompt', body, shape: acceptedSchema })
  return runWith(prompt_id, {})
}

/** Asks for a run that may be on another machine behind the same address: unknown is not gone at once. */
function patientPoll(server: Server, now: () => number) {
  const missingSince = new Map<string, number>()
  return async (id: string): Promise<Run> => {
    const run = await findRun(server, id)
    const since = missingSince.get(id) ?? now()
    missingSince.delete(id)
    if (run) return run
    if (now() - since >= MISSING_SECONDS * 1000)
      throw new ProviderError({ kind: 'expired' }, 'the server does not know the run any more')
    missingSince.set(id, since)
    throw new ProviderError({ kind: 'transient' }, 'the server does not know the run')
  }
}

const tell = (call: JsonCall, path: string, body: object) =>
  call({ method: 'POST', path, body, during: 'read', shape: z.unknown() })

/** Takes a run out of the queue, or stops it; servers of old stop whatever runs, so it has to be this one. */
async function cancelRun({ call }: Server, id: string): Promise<void> {
  await tell(call, '/queue', { delete: [id] })
  const { queue_running } = await call({ method: 'GET', path: '/queue', shape: queueSchema })
  if (queue_running.some(([, running]) => running === id)) await tell(call, '/interrupt', { prompt_id: id })
}

/** What runs where, which checkpoints there are, and how long the queue is. */
async function probeServer(call: JsonCall): Promise<Probe> {
  const { system, devices } = await call({ method: 'GET', path: '/system_stats', shape: statsSchema })
  const models = await listFiles(call, 'CheckpointLoaderSimple', 'ckpt_name')
  const queue = await call({ method: 'GET', path: '/queue', shape: queueSchema })
  const on = devices[0] ? ` on ${devices[0].name.slice(0, 80)}` : ''
  return {
    server: `ComfyUI ${system.comfyui_version.slice(0, 40)}${on}`,
    models,
    waiting: queue.queue_running.length + queue.queue_pending.length,
  }
}

/** Pictures by a ComfyUI server: at home, or in a rented container. */
export function comfyuiProvider(options: ComfyOptions): Provider {
  const { id, baseUrl, model, token, timeoutMs = 15_000, now = Date.now } = options
  const base = new URL(baseUrl)
  const { terms, latencyMs, parameters } = comfyModel(model)
  const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
  const call = jsonCall({ baseUrl, headers, timeoutMs, failureOf: failureOfAnswer })
  const server: Server = { call, baseUrl, latencyMs }
  return {
    id,
    endpoint: base,
    model: { id: model, version: 'latest', parameters, vary: varyBySeed },
    terms,
    capabilities: () => capabilitiesFor(base, timeoutMs, Number(parameters.width)),
    quote: () => ({ costMicroUsd: 0, latencyMs, basis: 'own-work' }),
    probe: () => probeServer(call),
    submit: (request) => submitRun(server, request),
    reconcile: ({ idempotencyKey }) => findRun(server, idempotencyKey),
    poll: patientPoll(server, now),
    parseWebhook: refuseWebhook,
    cancel: (externalId) => cancelRun(server, externalId),
    async fetchArtifacts(_request, run): Promise<Artifact[]> {
      const [first] = run.outputs
      if (!first) throw new ProviderError({ kind: 'artifact-invalid' }, 'the run has no output')
      try {
        const download = await downloadArtifact(first, { trustedOrigin: base.origin, headers })
        return [{ ...download, description: null }]
      } catch (error) {
        // Else the next submit would find the same run, and its file again.
        const lasts = error instanceof ProviderError && error.failure.kind !== 'transient'
        if (lasts) await tell(call, '/history', { delete: [run.externalId] }).catch(() => {})
        throw error
      }
    },
  }
}
