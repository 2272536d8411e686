'use client'

import { type ComponentType, lazy, Suspense } from 'react'
import type { ClosedPageProps } from '#components/rounds/closed-page.tsx'

/** When not even the drawn page can be fetched. */
function BarePage({ retry }: ClosedPageProps) {
  return (
    <main id="main" className="page-edge py-16 text-15">
      <h1 className="type-room text-36">Closed for a moment</h1>
      <p role="alert" className="my-4">
        Nothing was changed, and what you picked is kept on this device.
      </p>
      <button type="button" onClick={retry} className="link min-h-11">
        Try again
      </button>
    </main>
  )
}

// Every page carries this file, so what it shows is fetched when it is needed.
const Drawn = lazy<ComponentType<ClosedPageProps>>(() =>
  import('#components/rounds/closed-page.tsx').then(
    ({ ClosedPage }) => ({ default: ClosedPage }),
    () => ({ default: BarePage }),
  ),
)

export default function ErrorPage(props: ClosedPageProps) {
  return (
    <Suspense>
      <Drawn {...props} />
    </Suspense>
  )
}
