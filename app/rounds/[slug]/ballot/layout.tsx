import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { roundBySlug } from '#lib/rounds/loaders.ts'

type LayoutProps = { children: ReactNode; params: Promise<{ slug: string }> }

/** Decides before anything is streamed, so that an address without a round is answered with 404. */
export default async function BallotLayout({ children, params }: LayoutProps) {
  if (!(await roundBySlug((await params).slug))?.roundId) notFound()
  return children
}
