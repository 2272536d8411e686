import { isDeclared } from './brief-work.ts'
import type { Recipe } from './recipe.ts'

/** Models that compute a picture and were trained on nothing. */
const UNTRAINED = ['verso/artist']

/** Terms of the vocabulary of digital source types (IPTC NewsCodes) that a recipe can stand for. */
export type DigitalSource =
  | 'algorithmicMedia'
  | 'trainedAlgorithmicMedia'
  | 'compositeWithTrainedAlgorithmicMedia'

/** How a picture came about, by its recipe; null for a work that was brought, since nobody here saw it made. */
export function digitalSourceOf(recipe: Pick<Recipe, 'model' | 'inputs'>): DigitalSource | null {
  if (isDeclared(recipe)) return null
  if (UNTRAINED.includes(recipe.model.id)) return 'algorithmicMedia'
  return recipe.inputs.length > 0 ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia'
}
