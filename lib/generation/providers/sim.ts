import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { drawPng } from '#lib/generation/artist/draw.ts'
import { hashText } from '#lib/generation/artist/random.ts'
import type { Artifact, Capabilities, Provider, RenderRequest, Run } from '#lib/generation/port.ts'
import { ProviderError, type ProviderFailure } from '#lib/generation/provider-error.ts'
import { refuseWebhook } from '#lib/generation/refuse-webhook.ts'
import { sniffMime } from '#lib/generation/sniff-mime.ts'
import { varyBySeed } from '#lib/generation/variation.ts'
import { termsOf } from '#lib/protocol/model-licences.ts'

/** What a request, or its picture, is to suffer. */
export type SimFault =
  /** Refused at the door: nothing is made. */
  | 'rate-limited'
  | 'capacity'
  | 'auth'
  | 'moderated'
  | 'unreachable'
  /** Taken, and the answer is lost. */
  | 'reset'
  /** The run ends badly, or never. */
  | 'crashes'
  | 'stalls'
  /** What it made is gone, is something else, or broke off. */
  | 'expired'
  | 'wrong-type'
  | 'truncated'

const AT_THE_DOOR: Partial<Record<SimFault, ProviderFailure>> = {
  'rate-limited': { kind: 'rate-limited', retryAfterSeconds: 7 },
  capacity: { kind: 'capacity' },
  auth: { kind: 'auth' },
  moderated: { kind: 'moderated' },
  unreachable: { kind: 'transient' },
}

export type SimOptions = {
  id: string
  /** From taking a request to its picture. */
  latencyMs: number
  /** Of one picture, millionths of a US dollar; 0 for a free one. */
  costMicroUsd: number
  /** Wall time in milliseconds. */
  now?: () => number
  /** What the nth request suffers, from 0. */
  faultOf?: (nth: number, request: RenderRequest) => SimFault | null
  /** When nothing answers, as [from, until) in wall time. */
  outages?: readonly (readonly [fromMs: number, untilMs: number])[]
  /** The bytes of a picture; drawn in this thread unless something else is given. */
  picture?: (request: RenderRequest) => Promise<Uint8Array>
  capabilities?: Partial<Capabilities>
}

type SimRun = { id: string; key: string; startedMs: number; fault: SimFault | null; cancelled: boolean }

const drawn = async ({ recipe }: RenderRequest) =>
  drawPng({
    prompt: recipe.template.text,
    seed: Number(recipe.seed),
    width: recipe.width,
    height: recipe.height,
  }).png

/** A provider with its counters: what was asked, and what would have been paid for. */
export type SimProvider = Provider & { asked(): number; made(): number }

const SIM_CAPABILITIES: Capabilities = {
  deterministic: true,
  seed: 'exact',
  sizes: { kind: 'bounded', multipleOf: 1, smallest: 16, largest: 4096, mostPixels: 4096 * 4096 },
  loras: false,
  paid: true,
  idempotent: false,
  webhook: false,
  cancel: 'free',
  concurrency: 64,
  rate: null,
  submitSeconds: 15,
  retentionSeconds: 3_600,
  longestRunSeconds: 300,
  privacy: 'this-server',
}

/** What it has taken, and what becomes of it. */
class SimServer {
  asked = 0
  private readonly runs = new Map<string, SimRun>()
  private readonly options: SimOptions

  constructor(options: SimOptions) {
    this.options = options
  }

  private now = (): number => (this.options.now ?? Date.now)()

  assertReachable(): void {
    const at = this.now()
    if (this.options.outages?.some(([from, until]) => at >= from && at < until))
      throw new ProviderError({ kind: 'transient' }, 'nothing answers')
  }

  find(externalId: string): SimRun {
    this.assertReachable()
    const run = this.runs.get(externalId)
    if (!run) throw new ProviderError({ kind: 'expired' }, 'there is no such run')
    return run
  }

  runOf({ id: externalId, startedMs, fault, cancelled }: SimRun): Run {
    const { latencyMs, costMicroUsd } = this.options
    const run = { externalId, failure: null, outputs: [], costMicroUsd: null, facts: { run: externalId } }
    if (cancelled || fault === 'crashes') {
      const detail = cancelled ? 'it was cancelled' : 'the run crashed'
      return { ...run, state: 'failed', failure: { failure: { kind: 'transient' }, detail }, costMicroUsd: 0 }
    }
    if (fault === 'stalls' || this.now() - startedMs < latencyMs) return { ...run, state: 'running' }
    return { ...run, state: 'succeeded', outputs: [externalId], costMicroUsd }
  }

  take(request: RenderRequest): Run {
    const key = request.idempotencyKey
    const fault = this.options.faultOf?.(this.asked, request) ?? null
    this.asked += 1
    this.assertReachable()
    const refusal = fault && AT_THE_DOOR[fault]
    if (refusal) throw new ProviderError(refusal, `ordered: ${fault}`)
    const id = `${this.options.id}-${this.asked}-${hashText(key).toString(16)}`
    const run = { id, key, startedMs: this.now(), fault, cancelled: false }
    this.runs.set(id, run)
    if (fault === 'reset') throw new ProviderError({ kind: 'unknown-outcome' }, 'the answer was lost')
    return this.runOf(run)
  }

  lookUp(key: string, known: ReadonlySet<string>): Run | null {
    this.assertReachable()
    const lost = [...this.runs.values()].find((run) => run.key === key && !known.has(run.id))
    return lost ? this.runOf(lost) : null
  }

  async artifactOf(request: RenderRequest, externalId: string): Promise<Artifact> {
    const { fault } = this.find(externalId)
    if (fault === 'expired') throw new ProviderError({ kind: 'expired' }, 'the picture is gone')
    const draw = this.options.picture ?? drawn
    const whole = fault === 'wrong-type' ? new TextEncoder().encode('<!doctype html>') : await draw(request)
    const bytes = fault === 'truncated' ? whole.subarray(0, Math.floor(whole.length / 2)) : whole
    const mime = sniffMime(bytes)
    if (!mime) throw new ProviderError({ kind: 'artifact-invalid' }, 'that is no picture')
    return { bytes, mime, sha256: bytesToHex(sha256(bytes)), description: null }
  }

  made(): number {
    return [...this.runs.values()].filter(({ cancelled, fault }) => !cancelled && fault !== 'crashes').length
  }
}

/**
 * A provider in this process whose faults are ordered: for drills, and to see what the router does. It takes a key's
 * second request for a second picture, as those do that charge twice, and keeps a list by key to look lost ones up in.
 */
export function simProvider(options: SimOptions): SimProvider {
  const { id, latencyMs, costMicroUsd } = options
  const server = new SimServer(options)
  return {
    id,
    endpoint: null,
    model: { id: `verso/${id}`, version: '1', parameters: {}, vary: varyBySeed },
    terms: termsOf('MIT'),
    capabilities: () => ({ ...SIM_CAPABILITIES, paid: costMicroUsd > 0, ...options.capabilities }),
    quote: () => ({ costMicroUsd, latencyMs, basis: 'published-price' }),
    async probe() {
      server.assertReachable()
      return { server: `sim ${id}`, models: [`verso/${id}`], waiting: null }
    },
    submit: async (request) => server.take(request),
    reconcile: async ({ idempotencyKey }, _since, known) => server.lookUp(idempotencyKey, known),
    poll: async (externalId) => server.runOf(server.find(externalId)),
    parseWebhook: refuseWebhook,
    async cancel(externalId) {
      server.find(externalId).cancelled = true
    },
    fetchArtifacts: async (request, { externalId }) => [await server.artifactOf(request, externalId)],
    asked: () => server.asked,
    made: () => server.made(),
  }
}

const PRESETS = {
  calm: { latencyMs: 4_000, costMicroUsd: 3_000 },
  slow: { latencyMs: 25_000, costMicroUsd: 1_000 },
  flaky: {
    latencyMs: 3_000,
    costMicroUsd: 2_000,
    faultOf: (request: number) => (request % 3 === 2 ? 'crashes' : request % 7 === 3 ? 'capacity' : null),
  },
} as const satisfies Record<string, Omit<SimOptions, 'id'>>

/** A provider of a local instance, to see routing at work without spending anything. */
export const presetSim = (name: keyof typeof PRESETS): SimProvider =>
  simProvider({ id: `sim-${name}`, ...PRESETS[name] })
