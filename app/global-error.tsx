'use client'

import './globals.css'
import { Fault, type FaultProps } from '#components/ui/fault.tsx'
import { fontVariables } from './fonts.ts'

/** When even the layout could not be made: no masthead, nothing that could fail with it. */
export default function GlobalError(fault: FaultProps) {
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <title>Closed for a moment · Verso</title>
        <main data-room="wall" className="page-edge min-h-dvh bg-ground pt-10 text-fg">
          <h1 className="type-room text-36">Closed for a moment</h1>
          <Fault what="This page" {...fault} />
        </main>
      </body>
    </html>
  )
}
