import type { Metadata } from 'next'
import { MintedHang } from '#components/rounds/minted-hang.tsx'
import { plural } from '#components/rounds/round-words.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { FilterList } from '#components/ui/filter-list.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { mintedWorks } from '#lib/candidates/loaders.ts'
import { listCommunities } from '#lib/communities/loaders.ts'

export const metadata: Metadata = {
  title: 'Collection',
  description: 'Every work that a round chose and that was minted, with its record.',
}
export const dynamic = 'force-dynamic'

const SHOWN = 200

export default async function CollectionPage() {
  const [communities, minted] = await Promise.all([listCommunities(), mintedWorks({ take: SHOWN })])
  const several = communities.length > 1
  const [home] = communities
  return (
    <Shell room="wall" current="collection" {...(!several && home && { community: home })}>
      <Frame
        signage={
          <Signage
            title="Collection"
            {...(several && {
              filters: (
                <FilterList
                  label="Communities"
                  items={communities.map(({ name, slug }) => ({ label: name, href: `/c/${slug}` }))}
                />
              ),
            })}
            actions={
              <ButtonLink href="/verify" kind="link">
                How to check them
              </ButtonLink>
            }
          >
            <p>What was chosen and minted, the newest first. Each can be turned over.</p>
            {minted.length > 0 && (
              <p className="text-second">
                {minted.length < SHOWN ? plural(minted.length, 'work') : `The newest ${SHOWN} works`}
              </p>
            )}
          </Signage>
        }
      >
        <MintedHang minted={minted} named={several} />
      </Frame>
    </Shell>
  )
}
