import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { fontVariables } from './fonts.ts'

export const metadata: Metadata = {
  title: { default: 'Verso', template: '%s · Verso' },
  description:
    'Works made from signed briefs, chosen by signed ballots, minted with a record anyone can check.',
  icons: { icon: '/icon.svg' },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, themeColor: '#f5f5f5' }

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={fontVariables}>
      <body>{children}</body>
    </html>
  )
}
