/** What is attested of every sound bundle with works and gates: test support. */
export const CLAIMS: readonly string[] = ['recipe-claimed', 'gates-claimed']
