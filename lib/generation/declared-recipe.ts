import type { DeclaredWork } from '#lib/protocol/brief-work.ts'
import { inputsOf } from '#lib/protocol/brief-work.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type Recipe, recipeSchema } from '#lib/protocol/recipe.ts'
import type { Brief } from '#lib/protocol/typed-data.ts'
import { type Parent, promptText, traitsOf } from './template.ts'

/** What stands for a model or a version that the creator does not declare; nothing is invented. */
export const UNDECLARED = 'unknown'

type Brought = {
  brief: Pick<Brief, 'prompt' | 'style' | 'traits' | 'licence'>
  digest: Bytes32
  parent: Parent | null
  declared: DeclaredWork
  /** Pixels of the file. */
  size: { width: number; height: number }
}

/**
 * The recipe of a finished work: the file as its input, and what its creator signed of how it was made. The same
 * file comes out of it whatever else it says, so the seed of the recipe is 0 and a declared one is a parameter.
 */
export function declaredRecipeOf({ brief, digest, parent, declared, size }: Brought): Recipe {
  const { title, model, version, seed, means } = declared
  return recipeSchema.parse({
    template: { id: 'declared', version: '1', text: promptText(brief) },
    traits: traitsOf(brief.traits),
    seed: '0',
    model: { id: model ?? UNDECLARED, version: version ?? UNDECLARED, weightsHash: null },
    loras: [],
    parameters: { ...(title && { title }), ...(seed && { seed }), ...(means && { means }) },
    inputs: inputsOf(brief),
    parents: parent ? [parent.contentHash] : [],
    licence: brief.licence,
    brief: digest,
    ...size,
  })
}
