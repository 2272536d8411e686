'use client'

import { type ComponentType, lazy, Suspense } from 'react'
import * as text from '#messages/art/fault-door.ts'
import type { FaultPageProps } from './fault-page.tsx'

/** When not even the drawn page can be fetched. */
function BarePage({ what, retry }: FaultPageProps) {
  return (
    <main id="main" className="page-edge py-16 text-15">
      <h1 className="type-room text-36">{text.closed}</h1>
      <p role="alert" className="my-4">
        {text.cannotBeRead(what)}
      </p>
      <button type="button" onClick={retry} className="link min-h-11">
        {text.tryAgain}
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
