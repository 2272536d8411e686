import { createContext } from 'react'
import type { IdentityKind } from '#lib/flows/borrow/schema.ts'

/** What is signed where the menu stands, and whether it is unfolded. */
export type BorrowPlace = {
  /** The round whose votes count. */
  round: string | null
  /** Who is needed. */
  wants: IdentityKind
  /** Kept here: another menu takes the place of an open one when a wallet is found or a state changes. */
  open: boolean
  setOpen: (open: boolean) => void
}

export const PlaceContext = createContext<BorrowPlace>({
  round: null,
  wants: 'director',
  open: false,
  setOpen: () => {},
})
