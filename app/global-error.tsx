'use client'

import './globals.css'
import * as text from '#messages/app/global-error.ts'
import { language } from '#messages/language.ts'
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
    <html lang={language} className={fontVariables}>
      <body>
        <title>{text.pageTitle}</title>
        <main data-room="wall" className="page-edge min-h-dvh bg-ground pt-10 text-15 text-fg">
          <h1 className="type-room text-36">{text.closed}</h1>
          <p role="alert" className="my-4">
            {text.cannotBeRead}
          </p>
          <button type="button" onClick={retry} className="link min-h-11">
            {text.tryAgain}
          </button>
          <p className="type-mono mt-1 text-second">{error.digest}</p>
        </main>
      </body>
    </html>
  )
}
