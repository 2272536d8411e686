export const refused = 'The ballot was refused.'
export const picksKept = 'Your picks are kept.'
