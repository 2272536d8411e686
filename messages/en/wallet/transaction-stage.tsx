import type { ReactNode } from 'react'

export const replaced = 'Replaced in your wallet'
export const sent = 'Sent'
export const waiting = 'Waiting for a block.'
export const rehearsing = 'Rehearsing it against the chain …'
export const gas = (amount: bigint) => amount.toLocaleString('en')
export const coin = (cost: string) => Number(cost).toPrecision(3)
export const costs = (gas: ReactNode, coin: ReactNode) => (
  <>
    Rehearsed: it will pass. About {gas} gas, at most {coin} in coin. Your wallet pays it.
  </>
)
export const unchanged = 'Nothing was changed.'
export const walletShows = (act: string) => `It shows one transaction: ${act}.`
export const confirmed = (block: ReactNode, gas: string) => (
  <>
    Confirmed in block {block}, {gas} gas.
  </>
)
