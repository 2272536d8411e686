import type { Metadata } from 'next'
import { EmptyHang } from '#components/art/hang.tsx'
import { MintedHang } from '#components/rounds/minted-hang.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { mintedWorks } from '#lib/candidates/loaders.ts'

export const metadata: Metadata = { title: 'Collection' }
export const dynamic = 'force-dynamic'

export default async function CollectionPage() {
  const works = await mintedWorks()
  return (
    <Shell room="wall" current="collection">
      <Frame
        signage={
          <Signage title="Collection">
            What the rounds chose and the contract holds. Every work can be turned over.
          </Signage>
        }
      >
        {works.length > 0 ? (
          <MintedHang works={works} />
        ) : (
          <>
            <EmptyHang />
            <Notice
              title="Nothing is minted yet."
              actions={
                <ButtonLink href="/rounds" size={32}>
                  To the rounds
                </ButtonLink>
              }
            >
              The first winners hang here once their round is decided.
            </Notice>
          </>
        )}
      </Frame>
    </Shell>
  )
}
