'use client'

import { lazy, Suspense, useSyncExternalStore } from 'react'
import { isBorrowing, watchBorrowed } from './borrow/borrowed-role.ts'

const Standing =
  process.env.NEXT_PUBLIC_LOCAL_CHAIN === 'true'
    ? lazy(() =>
        import('./borrow/borrowed-standing.tsx').then((module) => ({ default: module.BorrowedStanding })),
      )
    : null

/** As whom one goes about, on a local chain. */
export const BorrowedNote = Standing
  ? function BorrowedNote() {
      const borrowing = useSyncExternalStore(watchBorrowed, isBorrowing, () => false)
      return (
        borrowing && (
          <Suspense>
            <Standing />
          </Suspense>
        )
      )
    }
  : () => null
