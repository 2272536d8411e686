import type { ModelTerms } from '#lib/generation/port.ts'
import { termsOf, UNKNOWN_TERMS } from '#lib/protocol/model-licences.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'

type ComfyModel = { terms: ModelTerms; latencyMs: number; parameters: Recipe['parameters'] }

const NEGATIVE = 'text, watermark, signature'

const diffusion = (side: number): Recipe['parameters'] => ({
  steps: 30,
  cfg: 7,
  sampler_name: 'dpmpp_2m',
  scheduler: 'karras',
  negative: NEGATIVE,
  width: side,
  height: side,
})

/** Distilled to four steps; at a guidance of 1 nothing negative is read. */
const SCHNELL: Recipe['parameters'] = {
  steps: 4,
  cfg: 1,
  sampler_name: 'euler',
  scheduler: 'simple',
  negative: '',
  width: 1024,
  height: 1024,
}

const SDXL: ComfyModel = {
  terms: termsOf('CreativeML-OpenRAIL++-M'),
  latencyMs: 15_000,
  parameters: diffusion(1024),
}
const STABLE_DIFFUSION: ComfyModel = {
  terms: termsOf('CreativeML-OpenRAIL-M'),
  latencyMs: 8_000,
  parameters: diffusion(512),
}

/** Checkpoints by the names their makers gave the files: only such whose terms are known. */
const KNOWN: Readonly<Record<string, ComfyModel>> = {
  'sd_xl_base_1.0.safetensors': SDXL,
  'sd_xl_base_1.0_0.9vae.safetensors': SDXL,
  'v1-5-pruned-emaonly.safetensors': STABLE_DIFFUSION,
  'v1-5-pruned-emaonly-fp16.safetensors': STABLE_DIFFUSION,
  'flux1-schnell-fp8.safetensors': {
    terms: termsOf('Apache-2.0'),
    latencyMs: 8_000,
    parameters: SCHNELL,
  },
}

/** Checkpoints whose terms are known and whose settings are not: they are asked as SDXL is. */
const TERMS: Readonly<Record<string, ModelTerms>> = {
  'sd_xl_turbo_1.0.safetensors': termsOf('Stability-AI-NC-Research-Community'),
  'sd_xl_turbo_1.0_fp16.safetensors': termsOf('Stability-AI-NC-Research-Community'),
  'flux1-dev-fp8.safetensors': termsOf('FLUX.1-dev'),
}

/** The name of a file without the folders before it, as Linux or Windows writes them. */
export const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path

/** What goes with every prompt to a checkpoint, and under which terms it is had. */
export function comfyModel(checkpoint: string): ComfyModel {
  const name = fileName(checkpoint)
  return KNOWN[name] ?? { ...SDXL, terms: TERMS[name] ?? UNKNOWN_TERMS }
}
