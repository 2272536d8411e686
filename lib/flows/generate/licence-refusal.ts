import { findParent } from '#lib/generation/data.ts'
import { conflictWords } from '#lib/generation/licensing/conflict-words.ts'
import { resolveLicence, type Source } from '#lib/generation/licensing/resolve-licence.ts'
import { termsOfRound } from '#lib/generation/may-render.ts'
import type { ModelTerms } from '#lib/generation/port.ts'
import type { Db } from '#lib/platform/db.ts'
import { UNKNOWN_TERMS } from '#lib/protocol/model-licences.ts'
import type { Address, FileHash } from '#lib/protocol/primitives.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import type { Round } from '#lib/rounds/data.ts'

type Made = {
  round: Pick<Round, 'rules' | 'routing'>
  creator: Address
  recipe: Pick<Recipe, 'loras' | 'inputs' | 'parents'>
  /** Of the model that makes it. */
  model: ModelTerms
}

/** Why a work may not hang, as a code of this server, and every conflict in words. */
export type LicenceRefusal = { code: 'licence-conflict' | 'parent-licence'; detail: string }

/**
 * Works that others are made from. Behind a creator's own work stand those that it was made from in its turn, so
 * that nobody frees a work of somebody else in two steps; another's has been judged when it was hung.
 */
async function sourcesOf(db: Db, creator: Address, hashes: readonly FileHash[]): Promise<Source[]> {
  const sources: Source[] = []
  const seen = new Set<FileHash>(hashes)
  for (const hash of seen) {
    const work = await findParent(db, hash)
    const isOwn = work?.creator === creator
    sources.push({ licence: work?.recipe.licence ?? null, isOwn })
    if (!work || !isOwn) continue
    const { parents, inputs } = work.recipe
    for (const behind of [...parents, ...inputs.map(({ sha256 }) => sha256)]) seen.add(behind)
  }
  return sources
}

/** Judges everything that a work is made of by the terms of its round; null when it may hang. */
export async function licenceRefusal(
  db: Db,
  { round, creator, recipe, model }: Made,
): Promise<LicenceRefusal | null> {
  const promised = termsOfRound(round)
  const inputs = recipe.inputs.map(({ sha256 }) => sha256)
  const resolution = resolveLicence(
    {
      model,
      // No list of them says under which terms each is had.
      loras: recipe.loras.map(() => UNKNOWN_TERMS),
      inputs: await sourcesOf(db, creator, inputs),
      parents: await sourcesOf(db, creator, recipe.parents),
    },
    promised,
  )
  if (resolution.allowed) return null
  const { conflicts } = resolution
  const isParent = conflicts.every(({ of }) => of === 'parent')
  return {
    code: isParent ? 'parent-licence' : 'licence-conflict',
    detail: conflicts.map((conflict) => conflictWords(conflict, promised.licence)).join(' '),
  }
}
