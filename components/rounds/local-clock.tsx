'use client'

import dynamic from 'next/dynamic'
import type { SkipOffer } from '#lib/flows/skip/schema.ts'

const SkipRound =
  process.env.NEXT_PUBLIC_LOCAL_CHAIN === 'true'
    ? dynamic(() => import('./skip-round.tsx').then((module) => module.SkipRound))
    : null

type LocalClockProps = {
  /** Null where there is nothing to skip, and on every chain but a local one. */
  offer: SkipOffer | null
  /** Where what comes next is shown, if that is another page. */
  onward?: string
}

/** Waiting is for real chains: a local one can be moved on. */
export function LocalClock({ offer, onward }: LocalClockProps) {
  if (!SkipRound || !offer) return null
  return <SkipRound key={offer.to} offer={offer} {...(onward && { onward })} />
}
