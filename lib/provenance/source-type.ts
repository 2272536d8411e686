import { sourceOfMaking } from '#lib/protocol/digital-source.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'

const VOCABULARY = 'http://cv.iptc.org/newscodes/digitalsourcetype/'

/** What a generated picture was made from, as an address of IPTC's vocabulary. */
export const sourceTypeOf = (recipe: Pick<Recipe, 'model' | 'inputs'>): string =>
  `${VOCABULARY}${sourceOfMaking(recipe)}`
