import './globals.css'
// What every page and every boundary is made of: with the layout its script comes once, otherwise in each.
import '#components/art/fault-door.tsx'
import '#components/art/hang.tsx'
import '#components/ui/absent.tsx'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Awake } from '#components/ui/awake.tsx'
import { rememberEarlyActs } from '#components/ui/early-acts.ts'
import * as text from '#messages/app/layout.ts'
import { language } from '#messages/language.ts'
import { fontVariables } from './fonts.ts'

export const metadata: Metadata = {
  title: { default: 'Verso', template: '%s · Verso' },
  description: text.description,
  icons: { icon: '/icon.svg', apple: '/apple-icon-180.png' },
  appleWebApp: { capable: true, title: 'Verso' },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#f5f5f5' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang={language} className={fontVariables}>
      <head>
        {/* A module that is async runs at once, too, but the page is read on while its style sheet is on its way. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own source text, with nothing from elsewhere */}
        <script type="module" async dangerouslySetInnerHTML={{ __html: rememberEarlyActs }} />
      </head>
      <body>
        {children}
        <Awake />
      </body>
    </html>
  )
}
