/** `at` is a block or the snapshot, as `voting/eligibility.ts` names it. */
export const votesAt = (votes: string, at: string) => `${votes} ${votes === '1' ? 'Stimme' : 'Stimmen'} ${at}`
export const fold = 'Zuklappen'
export const why = (votes: string) => `Warum ${votes}?`
