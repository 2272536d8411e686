import { createContext } from 'react'
import type { IdentityKind } from '#lib/flows/borrow/schema.ts'

/** What is signed where the menu stands: the round whose votes count, and who is needed. */
export type BorrowPlace = { round: string | null; wants: IdentityKind }

export const PlaceContext = createContext<BorrowPlace>({ round: null, wants: 'director' })
