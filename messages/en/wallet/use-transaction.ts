export const revertedInBlock = 'it reverted in its block'
