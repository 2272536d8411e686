import type { MethodId } from '#lib/protocol/rules.ts'
import { approval } from './approval.ts'
import type { Spelling } from './method.ts'
import { pairwiseSpelling } from './pairwise-spelling.ts'
import { quadratic } from './quadratic.ts'
import { rankedSpelling } from './ranked-spelling.ts'
import { score } from './score.ts'
import { single } from './single.ts'
import { weighted } from './weighted.ts'

/** How ballots are spelled, without the counts that are more than sums: what a page needs that writes ballots. */
export const SPELLINGS: Record<MethodId, Spelling> = {
  single,
  approval,
  weighted,
  quadratic,
  score,
  ranked: rankedSpelling,
  pairwise: pairwiseSpelling,
}
