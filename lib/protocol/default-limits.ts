import type { MethodId, Rules } from './rules.ts'

/** Limits of a round whose director names none. */
export const DEFAULT_LIMITS = {
  single: { maxChoices: 1, maxCandidates: 500 },
  approval: { maxChoices: 4, maxCandidates: 500 },
  weighted: { maxChoices: 10, maxCandidates: 500 },
  quadratic: { maxChoices: 10, maxCandidates: 500, credits: 100, creditUnit: '1' },
  score: { maxChoices: 40, maxCandidates: 500, maxScore: 5 },
  ranked: { maxChoices: 10, maxCandidates: 200 },
  pairwise: { maxChoices: 40, maxCandidates: 500, minComparisons: 10, minVoters: 5 },
} as const satisfies Record<MethodId, Rules['limits']>
