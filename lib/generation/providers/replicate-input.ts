import type { Recipe } from '#lib/protocol/recipe.ts'

/** What is asked of a model besides prompt and seed: one square PNG. */
export const REPLICATE_PARAMETERS: Recipe['parameters'] = {
  aspect_ratio: '1:1',
  num_outputs: 1,
  output_format: 'png',
}

/** The input of a prediction, made of the recipe alone, so that a lost one can be told by it. */
export function replicateInput({ template, seed, parameters }: Recipe): Record<string, string | number> {
  return { ...parameters, prompt: template.text, seed: Number(seed) }
}
