import { type DeclaredWork, declarationOf, inputsOf } from '#lib/protocol/brief-work.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { type Recipe, recipeSchema } from '#lib/protocol/recipe.ts'
import type { Brief } from '#lib/protocol/typed-data.ts'
import { type Parent, promptText, traitsOf } from './template.ts'

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
  return recipeSchema.parse({
    template: { id: 'declared', version: '1', text: promptText(brief) },
    traits: traitsOf(brief.traits),
    seed: '0',
    ...declarationOf(declared),
    loras: [],
    inputs: inputsOf(brief),
    parents: parent ? [parent.contentHash] : [],
    licence: brief.licence,
    brief: digest,
    ...size,
  })
}
