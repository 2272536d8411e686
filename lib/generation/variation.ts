import type { Recipe } from '#lib/protocol/recipe.ts'
import { hashText } from './artist/random.ts'
import { siblingsOf } from './artist/siblings.ts'

/** One picture that is to be a variation. */
export type Wanted = {
  /** The words of the brief, as the provider will read them. */
  text: string
  /** Which picture of the brief, from 0; tries of a picture have places of their own. */
  place: number
  /** The seed that the brief itself gives a place. */
  fresh(place: number): number
}

/** What the recipe of a variation takes over from its parent. */
export type Varied = {
  text: string
  seed: number
  parameters: Recipe['parameters']
  /** What was added to the words; null when nothing was. */
  moved: string | null
}

/** How one model makes a variation of what it made before. */
export type Vary = (parent: Recipe, wanted: Wanted) => Varied

/** Words that are new are rendered once from the parent's own seed; every other picture has a seed of its own. */
export const varyBySeed: Vary = (parent, { text, place, fresh }) => {
  const keeps = place === 0 && text !== parent.template.text
  const seed = keeps ? Number(parent.seed) : fresh(place)
  return { text, seed, parameters: parent.parameters, moved: null }
}

/**
 * The default artist keeps the parent's seed and its ground, so that everything left open falls as it fell for
 * the parent, and moves one trait in each picture; when all that shows is used up, the seed changes too.
 */
export const varyDrawing: Vary = (parent, { text, place, fresh }) => {
  const seed = Number(parent.seed)
  const kept = parent.parameters.ground
  const ground = typeof kept === 'number' ? kept : hashText(parent.template.text)
  const siblings = siblingsOf({ text: parent.template.text, seed, ground }, text, fresh(0))
  const sibling = siblings[place % Math.max(1, siblings.length)] ?? { text, moved: null }
  return { ...sibling, seed: place < siblings.length ? seed : fresh(place), parameters: { ground } }
}
