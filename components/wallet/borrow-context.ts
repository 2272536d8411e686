import { type ComponentType, createContext } from 'react'

/** What a page on a local chain offers beside a wallet of one's own; null everywhere else. */
export type BorrowParts = {
  connectorId: string
  /** Stands under "Connect a wallet". */
  Offer: ComponentType
  /** In place of the line that says which account is connected. */
  Line: ComponentType<{ address: string }>
}

export const BorrowContext = createContext<BorrowParts | null>(null)
