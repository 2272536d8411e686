import { DuelTable } from './duel-table.ts'
import type { Method } from './method.ts'
import { pairwiseSpelling } from './pairwise-spelling.ts'

/** Pairwise: works are ordered by their strengths under the Bradley–Terry model. */
export const pairwise: Method = {
  ...pairwiseSpelling,
  counter: (rules, standing) => new DuelTable(rules, standing),
}
