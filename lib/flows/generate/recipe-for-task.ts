import { type BriefRecord, findParent, type Task } from '#lib/generation/data.ts'
import type { Provider } from '#lib/generation/port.ts'
import { placeOf, recipeOf } from '#lib/generation/template.ts'
import type { Db } from '#lib/platform/db.ts'
import { parentOfBrief } from '#lib/protocol/brief-parent.ts'
import { isDeclared } from '#lib/protocol/brief-work.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'

/** The recipe of one try at a picture of a brief, as a provider's model makes it. @param attempt which try, from 0 */
export async function recipeForTask(
  db: Db,
  { brief, task, attempt }: { brief: BriefRecord; task: Pick<Task, 'index' | 'recipe'>; attempt: number },
  { model }: Pick<Provider, 'model'>,
): Promise<Recipe> {
  // A file that was brought stays what it is: only the reading of it is tried again.
  if (isDeclared(task.recipe)) return task.recipe
  const named = parentOfBrief(brief)
  const parent = named && (await findParent(db, named))
  const place = placeOf(task.index, attempt, brief.count)
  return recipeOf({ brief, digest: brief.digest, model, parent }, place)
}
