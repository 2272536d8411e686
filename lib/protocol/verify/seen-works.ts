import type { Candidate } from '#lib/protocol/candidates.ts'
import { layerOf, workPath } from '#lib/protocol/manifest.ts'
import { ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import type { Core } from './core.ts'

/** What check 2 keeps of a work: a large bundle does not fit into memory. */
export type SeenWork = {
  candidate: Candidate
  /** Line of its record, from 1. */
  line: number
  /** Null where the recipe is not here, or is none. */
  recipe: Omit<Recipe, 'template' | 'traits' | 'width' | 'height'> | null
  /** Path and licence of its signed brief; null where that is not here. */
  brief: { file: string; licence: string } | null
  /** Entries of `cawg.training-mining` in credentials that hold; undefined where none were read. */
  mining: Readonly<Record<string, unknown>> | null | undefined
}

export type SeenWorks = {
  works: readonly SeenWork[]
  /** What became of the credentials in pictures. */
  credentials: 'read' | 'not-read' | 'no-root'
}

/** Works that no file of the core names; briefs are among them, which recipes name by their digest. */
export function unnamedWorks({ files, candidates, rules }: Core): string[] {
  const named = new Set(
    (candidates ?? []).flatMap(({ contentHash, recipeHash, renditions }) =>
      [contentHash, recipeHash, ...renditions.map(({ sha256 }) => sha256)].map(workPath),
    ),
  )
  if (rules && rules.c2paRoot !== ZERO_BYTES32) named.add(workPath(rules.c2paRoot))
  return [...files.facts.keys()].filter((path) => layerOf(path) === 'works' && !named.has(path))
}
