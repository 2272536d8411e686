'use client'

import dynamic from 'next/dynamic'

const Standing =
  process.env.NEXT_PUBLIC_LOCAL_CHAIN === 'true'
    ? dynamic(() => import('./borrow/borrowed-standing.tsx').then((module) => module.BorrowedStanding), {
        ssr: false,
      })
    : null

/** As whom one goes about, on a local chain. */
export function BorrowedNote() {
  return Standing && <Standing />
}
