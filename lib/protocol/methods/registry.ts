import type { MethodId } from '#lib/protocol/rules.ts'
import { approval } from './approval.ts'
import type { Method } from './method.ts'
import { pairwise } from './pairwise.ts'
import { quadratic } from './quadratic.ts'
import { ranked } from './ranked.ts'
import { score } from './score.ts'
import { single } from './single.ts'
import { weighted } from './weighted.ts'

/** The methods by their names in the rules. */
export const METHODS: Record<MethodId, Method> = {
  single,
  approval,
  weighted,
  quadratic,
  score,
  ranked,
  pairwise,
}
