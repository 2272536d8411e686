export const frozenAt = (moment: string) => `Frozen ${moment}`
export const whatFreezes = 'What freezes'
