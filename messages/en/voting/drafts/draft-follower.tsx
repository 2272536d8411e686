import type { ReactNode } from 'react'

export const keptHere = 'Kept on this device.'
export const arrived = (changes: ReactNode) => <>{changes} came from your other device.</>
export const undo = 'Undo'
export const settleIt = 'Settle it on the ballot page'
