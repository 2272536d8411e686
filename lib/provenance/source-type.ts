import type { Recipe } from '#lib/protocol/recipe.ts'

const VOCABULARY = 'http://cv.iptc.org/newscodes/digitalsourcetype/'

/** Code that draws, in this process; every other model has learned from pictures. */
const isDrawn = ({ model }: Pick<Recipe, 'model'>) => model.id.startsWith('verso/')

/** What a generated picture was made from, in IPTC's terms: code, a trained model, or a model and somebody's pictures. */
export function sourceTypeOf(recipe: Pick<Recipe, 'model' | 'inputs'>): string {
  if (isDrawn(recipe)) return `${VOCABULARY}algorithmicMedia`
  const composite = recipe.inputs.length > 0
  return `${VOCABULARY}${composite ? 'compositeWithTrainedAlgorithmicMedia' : 'trainedAlgorithmicMedia'}`
}
