import type { ModelTerms } from '#lib/generation/port.ts'
import { termsOf, UNKNOWN_TERMS } from '#lib/protocol/model-licences.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'

type Known = { costMicroUsd: number; latencyMs: number; terms: ModelTerms; steps: number }

/** A square of 1024 × 1024 pixels, which fal bills as one. */
const MEGAPIXELS = 1

/**
 * Models that fal bills by the megapixel of what they make, at the prices of their pages
 * (fal.ai/models/fal-ai/flux/schnell and …/flux/dev, read 2026-11-29), with the steps that those pages start from.
 */
const KNOWN: Readonly<Record<string, Known>> = {
  'fal-ai/flux/schnell': {
    costMicroUsd: 3_000 * MEGAPIXELS,
    latencyMs: 3_000,
    terms: termsOf('Apache-2.0'),
    steps: 4,
  },
  'fal-ai/flux/dev': {
    costMicroUsd: 25_000 * MEGAPIXELS,
    latencyMs: 6_000,
    terms: termsOf('FLUX.1-dev'),
    steps: 28,
  },
}

type FalModel = Omit<Known, 'steps'> & { parameters: Recipe['parameters'] }

/**
 * What a model costs, under which terms it is had, and what goes with every prompt: one square PNG.
 * @param id with its sub-path: `fal-ai/flux/schnell`
 * @param costMicroUsd of one picture, by whoever runs the instance; goes before the published price
 * @throws Error for a model whose price nobody has said: nothing starts that cannot be paid
 */
export function falModel(id: string, costMicroUsd: number | undefined): FalModel {
  const known = KNOWN[id]
  if (costMicroUsd === undefined && !known)
    throw new Error(`The price of ${id} is not known: set FAL_PRICE_MICRO_USD, for one picture.`)
  return {
    costMicroUsd: costMicroUsd ?? known?.costMicroUsd ?? 0,
    latencyMs: known?.latencyMs ?? 8_000,
    terms: known?.terms ?? UNKNOWN_TERMS,
    parameters: {
      image_size: 'square_hd',
      num_images: 1,
      output_format: 'png',
      ...(known && { num_inference_steps: known.steps }),
    },
  }
}

/** The input of a request, made of the recipe alone, so that a lost one can be told by it. */
export function falInput({ template, seed, parameters }: Recipe): Record<string, string | number | boolean> {
  return { ...parameters, prompt: template.text, seed: Number(seed), enable_safety_checker: true }
}

/** The part of a model's id that its requests are kept under: owner and app, without the sub-path. */
export function appOf(id: string): string {
  const parts = id.split('/')
  const length = parts[0] === 'workflows' || parts[0] === 'comfy' ? 3 : 2
  return parts.slice(0, length).join('/')
}
