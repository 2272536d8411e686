import type { ReactNode } from 'react'

export const keptHere = 'Auf diesem Gerät gesichert.'
export const arrived = (changes: ReactNode) => <>Von deinem anderen Gerät kam: {changes}.</>
export const undo = 'Rückgängig'
export const settleIt = 'Auf dem Stimmzettel klären'
