'use client'

import { type ComponentType, lazy, Suspense } from 'react'
import type { FaultPageProps } from './fault-page.tsx'

/** When not even the drawn page can be fetched. */
function BarePage({ what, retry }: FaultPageProps) {
  return (
    <main id="main" className="page-edge py-16 text-15">
      <h1 className="type-room text-36">Closed for a moment</h1>
      <p role="alert" className="my-4">
        {what} cannot be read. Nothing was changed, and what you picked is kept on this device.
      </p>
      <button type="button" onClick={retry} className="link min-h-11">
        Try again
      </button>
    </main>
  )
}

const Drawn = lazy<ComponentType<FaultPageProps>>(() =>
  import('./fault-page.tsx').then(
    ({ FaultPage }) => ({ default: FaultPage }),
    () => ({ default: BarePage }),
  ),
)

/** Every page carries this for the case of a fault; what it shows is fetched when it is needed. */
export function FaultDoor(fault: FaultPageProps) {
  return (
    <Suspense>
      <Drawn {...fault} />
    </Suspense>
  )
}
