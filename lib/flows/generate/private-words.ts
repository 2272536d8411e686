import type { Task } from '#lib/generation/data.ts'
import type { Artifact, Run } from '#lib/generation/port.ts'
import { findPrivatePrompt } from '#lib/generation/prompts/data.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { cleanPicture } from '#lib/generation/uploads/adapters/clean-picture.ts'
import type { Db } from '#lib/platform/db.ts'
import { isSealedRecipe, withWords } from '#lib/protocol/brief-private.ts'
import { isDeclared } from '#lib/protocol/brief-work.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'

/** A recipe as its provider is to read it. */
export type Told = {
  recipe: Recipe
  /** It holds words that its creator keeps private: whatever comes back of them is not kept. */
  isPrivate: boolean
}

/** What a task asks for, with the words where a brief seals them. Who takes a finished work needs none. */
export async function toldRecipe(
  db: Db,
  { briefId, recipe }: Pick<Task, 'briefId' | 'recipe'>,
): Promise<Told> {
  const words = isSealedRecipe(recipe) && !isDeclared(recipe) ? await findPrivatePrompt(db, briefId) : null
  return words ? { recipe: withWords(recipe, words), isPrivate: true } : { recipe, isPrivate: false }
}

/** Names, not words: what providers call a run and what they made it with. */
const NAMES = new Set([
  'model',
  'version',
  'prediction',
  'prompt',
  'request',
  'run',
  'seed',
  'size',
  'quality',
])

/** Facts that cannot repeat the words: figures and names. */
export const factsWithoutWords = (facts: Run['facts']): Run['facts'] =>
  Object.fromEntries(
    Object.entries(facts).filter(([name, value]) => typeof value === 'number' || NAMES.has(name)),
  )

/** The very picture, without what its file or its maker says of it: some write the words into both. */
export async function artifactWithoutWords(artifact: Artifact): Promise<Artifact> {
  try {
    const { bytes, mime } = await cleanPicture(artifact.bytes)
    return { ...artifact, bytes, mime, description: null }
  } catch {
    throw new ProviderError({ kind: 'artifact-invalid' }, 'the picture could not be written anew')
  }
}
