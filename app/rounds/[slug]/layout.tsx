import type { Metadata } from 'next'
import type { ReactNode } from 'react'
import { siteView } from '#lib/flows/site/loaders.ts'

/** What other sites show of a round's pages: its card, under this instance's own address. */
export function generateMetadata(): Metadata {
  return {
    metadataBase: new URL(siteView().origin),
    openGraph: { siteName: 'Verso', type: 'website' },
    twitter: { card: 'summary_large_image' },
  }
}

export default function RoundLayout({ children }: { children: ReactNode }) {
  return children
}
