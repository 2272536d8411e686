import { isDeclared } from './brief-work.ts'
import type { Recipe } from './recipe.ts'

/** Code that draws, in this process, and was trained on nothing; every other model has learned from pictures. */
const isDrawn = ({ model }: Pick<Recipe, 'model'>) => model.id.startsWith('verso/')

/** Terms of the vocabulary of digital source types (IPTC NewsCodes) that a recipe can stand for. */
export type DigitalSource =
  | 'algorithmicMedia'
  | 'trainedAlgorithmicMedia'
  | 'compositeWithTrainedAlgorithmicMedia'

/** What a picture that was made here was made from: code, a trained model, or a model and somebody's pictures. */
export function sourceOfMaking(recipe: Pick<Recipe, 'model' | 'inputs'>): DigitalSource {
  if (isDrawn(recipe)) return 'algorithmicMedia'
  return recipe.inputs.length > 0 ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia'
}

/** How a picture came about, by its recipe; null for a work that was brought, since nobody here saw it made. */
export const digitalSourceOf = (recipe: Pick<Recipe, 'model' | 'inputs'>): DigitalSource | null =>
  isDeclared(recipe) ? null : sourceOfMaking(recipe)
