'use client'

import './globals.css'
import { fontVariables } from './fonts.ts'

/** When even the layout could not be made. Every page carries this, so it needs nothing that could fail with it. */
export default function GlobalError({
  error,
  retry,
}: {
  error: Error & { digest?: string }
  retry: () => void
}) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>Closed for a moment · Verso</title>
        <main data-room="wall" className="page-edge min-h-dvh bg-ground pt-10 text-15 text-fg">
          <h1 className="type-room text-36">Closed for a moment</h1>
          <p role="alert" className="my-4">
            This page cannot be read. Nothing was changed, and what you picked is kept on this device.
          </p>
          <button type="button" onClick={retry} className="link min-h-11">
            Try again
          </button>
          <p className="type-mono mt-1 text-second">{error.digest}</p>
        </main>
      </body>
    </html>
  )
}
