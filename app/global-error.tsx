'use client'

import './globals.css'
import * as text from '#messages/app/global-error.ts'
import { language } from '#messages/language.ts'
import { fontVariables } from './fonts.ts'

/** Width to height of the frames that stay where works would hang. */
const FRAMES = [0.85, 1, 1.34, 0.78]

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
        <div data-room="wall" className="min-h-dvh bg-ground text-15 text-fg">
          <header className="page-edge flex h-13 items-center band:h-14">
            <a
              href="/"
              className="font-[650] text-21 leading-one tracking-[-0.015em] type-wide max-band:py-3"
            >
              Verso
            </a>
          </header>
          <main className="page-edge pt-1 pb-16 wide:grid wide:grid-cols-[206px_minmax(0,1fr)] wide:gap-x-6 wide:pt-4">
            <h1 className="type-room mb-4 text-36">{text.closed}</h1>
            <div>
              <div aria-hidden="true" className="flex gap-3 band:gap-6">
                {FRAMES.map((ratio) => (
                  <div
                    key={ratio}
                    style={{ flex: ratio, aspectRatio: ratio }}
                    className="border border-empty max-band:nth-[n+3]:hidden"
                  />
                ))}
              </div>
              <div role="alert" className="my-4 max-w-message">
                <h2 className="font-figure text-18 leading-close">{text.cannotBeRead}</h2>
                <p className="mt-1">{text.kept}</p>
              </div>
              <button
                type="button"
                onClick={retry}
                className="h-8 rounded-control border border-fg bg-fg px-3 font-statement text-13 text-ground hover:bg-second max-band:h-11 max-band:px-4"
              >
                {text.tryAgain}
              </button>
              <p className="type-mono mt-3 text-second">{error.digest}</p>
            </div>
          </main>
        </div>
      </body>
    </html>
  )
}
