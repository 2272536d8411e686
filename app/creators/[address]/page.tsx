import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { CreatorHang } from '#components/rounds/creator-hang.tsx'
import { CreatorSignage } from '#components/rounds/creator-signage.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { creatorOf } from '#lib/flows/creator/loaders.ts'
import { siteView } from '#lib/flows/site/loaders.ts'
import { addressSchema } from '#lib/protocol/primitives.ts'
import * as text from '#messages/app/creator/creator.ts'

type PageProps = { params: Promise<{ address: string }> }

export const dynamic = 'force-dynamic'

/** In either spelling: explorers give addresses with capitals. */
const find = cache(async (given: string) => {
  const address = addressSchema.safeParse(given.toLowerCase())
  return address.success ? creatorOf(address.data) : null
})

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const creator = await find((await params).address)
  return creator ? { title: creator.name, description: text.description(creator.name) } : {}
}

export default async function CreatorPage({ params }: PageProps) {
  const creator = await find((await params).address)
  if (!creator) notFound()
  return (
    <Shell room="wall" current="rounds">
      <Frame signage={<CreatorSignage creator={creator} explorer={siteView().chain.explorer} />}>
        <CreatorHang works={creator.works} />
      </Frame>
    </Shell>
  )
}
