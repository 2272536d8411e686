import type { ModelTerms } from '#lib/generation/port.ts'
import { termsOf, UNKNOWN_TERMS } from '#lib/protocol/model-licences.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'

type CogModel = { terms: ModelTerms; latencyMs: number; parameters: Recipe['parameters'] }

/** Models whose terms and inputs are known; a container refuses inputs that its model has not. */
const KNOWN: Readonly<Record<string, CogModel>> = {
  'black-forest-labs/flux-schnell': {
    terms: termsOf('Apache-2.0'),
    latencyMs: 4_000,
    parameters: { aspect_ratio: '1:1', num_outputs: 1, output_format: 'png' },
  },
  'stability-ai/sdxl': {
    terms: termsOf('CreativeML-OpenRAIL++-M'),
    latencyMs: 15_000,
    parameters: { width: 1024, height: 1024, num_outputs: 1 },
  },
}

/** What goes with every prompt to a model, `owner/name`, and its terms; of another only words and seed are asked. */
export function cogModel(name: string): CogModel {
  return KNOWN[name] ?? { terms: UNKNOWN_TERMS, latencyMs: 15_000, parameters: {} }
}

/** The input of a prediction, made of the recipe alone. */
export function cogInput({ template, seed, parameters }: Recipe): Record<string, string | number> {
  return { ...parameters, prompt: template.text, seed: Number(seed) }
}
