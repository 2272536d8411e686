/** `at` is a block or the snapshot, as `voting/eligibility.ts` names it. */
export const votesAt = (votes: string, at: string) => `${votes} votes at ${at}`
export const fold = 'Fold'
export const why = (votes: string) => `Why ${votes}?`
