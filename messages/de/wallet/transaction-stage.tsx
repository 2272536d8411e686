import type { ReactNode } from 'react'

export const replaced = 'In deiner Wallet ersetzt'
export const sent = 'Gesendet'
export const waiting = 'Es wartet auf einen Block.'
export const rehearsing = 'Es wird an der Chain geprobt …'
export const gas = (amount: bigint) => amount.toLocaleString('de-DE')
export const coin = (cost: string) => Number(cost).toPrecision(3).replace('.', ',')
export const costs = (gas: ReactNode, coin: ReactNode) => (
  <>
    Geprobt: Es wird gelingen. Etwa {gas} Gas, höchstens {coin} an Münze. Deine Wallet bezahlt es.
  </>
)
export const unchanged = 'Nichts wurde geändert.'
export const walletShows = (act: string) => `Sie zeigt eine Transaktion: ${act}.`
export const confirmed = (block: ReactNode, gas: string) => (
  <>
    Bestätigt in Block {block}, {gas} Gas.
  </>
)
