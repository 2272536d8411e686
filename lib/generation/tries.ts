import { isDeclared } from '#lib/protocol/brief-work.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import type { Task } from './data.ts'

/** Tries at one picture, the first included. */
export const MOST_TRIES = 3

/** Ends that say nothing against another seed; after the others a second picture would fare no better. */
const WORTH_A_TRY = new Set([
  'provider-moderated',
  'provider-transient',
  'provider-rate-limited',
  'provider-capacity',
  'provider-unknown-outcome',
  'provider-expired',
  'artifact-invalid',
])

/** How often the creator may still ask for this picture again; 0 while it is made, and once it hangs. */
export function triesLeft(
  task: Pick<Task, 'status' | 'errorCode' | 'try'> & { recipe: Pick<Recipe, 'inputs'> },
): number {
  const { status, errorCode, recipe } = task
  // The gates would find the same in the same file.
  const turnedAway = status === 'refused' && errorCode === null && !isDeclared(recipe)
  const failed = status === 'failed' && errorCode !== null && WORTH_A_TRY.has(errorCode)
  return turnedAway || failed ? Math.max(0, MOST_TRIES - 1 - task.try) : 0
}
