type WellKnownChain = { readonly id: number; readonly name: string; readonly currency: string }

/**
 * Where wallets usually are. Signing a ballot for a chain only names it, so that nobody has to switch; nothing there
 * is read or paid.
 */
export const WELL_KNOWN_CHAINS: readonly WellKnownChain[] = [
  { id: 1, name: 'Ethereum', currency: 'ETH' },
  { id: 10, name: 'Optimism', currency: 'ETH' },
  { id: 137, name: 'Polygon', currency: 'POL' },
  { id: 8453, name: 'Base', currency: 'ETH' },
  { id: 42_161, name: 'Arbitrum', currency: 'ETH' },
]
