import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { type Commission, drawPng } from '#lib/generation/artist/draw.ts'
import type { Artifact, Description, Provider, RenderRequest, Run } from '#lib/generation/port.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { refuseWebhook } from '#lib/generation/refuse-webhook.ts'
import { varyDrawing } from '#lib/generation/variation.ts'
import { termsOf } from '#lib/protocol/model-licences.ts'

/** Changes with any change of a pixel. */
const ARTIST_VERSION = '2'

/** A drawing as a file, with what it says of itself. */
export type Drawn = Omit<ReturnType<typeof drawPng>, 'rgb'>

export type Draw = (commission: Commission) => Promise<Drawn>

function describe({ family, moved, title, alt }: Drawn, seed: string): Description {
  return {
    title,
    alt,
    medium: `procedural: ${family}, seed ${seed}`,
    traits: [
      { name: 'Technique', value: family },
      ...(moved.length > 0 ? [{ name: 'Words that steered', value: moved.join(', ').slice(0, 128) }] : []),
    ],
  }
}

const runOf = (externalId: string): Run => ({
  externalId,
  state: 'succeeded',
  failure: null,
  outputs: [externalId],
  costMicroUsd: 0,
  facts: {},
})

/**
 * Pictures drawn by this process: no network, no cost, the same recipe gives the same pixels. Nothing
 * is drawn before the artifact is fetched, so that a lost one is simply drawn again.
 * @param draw in this thread unless a worker brings threads of its own
 */
export function proceduralProvider(draw: Draw = async (commission) => drawPng(commission)): Provider {
  return {
    id: 'procedural',
    endpoint: null,
    model: { id: 'verso/artist', version: ARTIST_VERSION, parameters: {}, vary: varyDrawing },
    terms: termsOf('MIT'),
    capabilities: () => ({
      deterministic: true,
      seed: 'exact',
      sizes: { kind: 'bounded', multipleOf: 1, smallest: 256, largest: 4096, mostPixels: 4096 * 4096 },
      loras: false,
      paid: false,
      idempotent: true,
      webhook: false,
      cancel: 'none',
      concurrency: 4,
      rate: null,
      submitSeconds: 15,
      longestRunSeconds: 900,
      retentionSeconds: Number.MAX_SAFE_INTEGER,
      privacy: 'this-server',
    }),
    quote: () => ({ costMicroUsd: 0, latencyMs: 1_000, basis: 'own-work' }),
    probe: async () => ({
      server: `verso/artist ${ARTIST_VERSION}`,
      models: ['verso/artist'],
      waiting: null,
    }),
    submit: async ({ idempotencyKey }) => runOf(`procedural:${idempotencyKey}`),
    reconcile: async () => null,
    poll: async (externalId) => runOf(externalId),
    parseWebhook: refuseWebhook,
    cancel: async () => {},
    async fetchArtifacts({ recipe }: RenderRequest): Promise<Artifact[]> {
      const { template, seed, parameters, width, height } = recipe
      const kept = typeof parameters.ground === 'number' && { ground: parameters.ground }
      try {
        const drawing = await draw({ prompt: template.text, seed: Number(seed), ...kept, width, height })
        const sha = bytesToHex(sha256(drawing.png))
        return [{ bytes: drawing.png, mime: 'image/png', sha256: sha, description: describe(drawing, seed) }]
      } catch (error) {
        throw new ProviderError({ kind: 'artifact-invalid' }, 'the artist could not draw this', error)
      }
    },
  }
}
