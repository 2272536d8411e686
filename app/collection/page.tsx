import type { Metadata } from 'next'
import { MintedHang } from '#components/rounds/minted-hang.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { FilterList } from '#components/ui/filter-list.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { mintedWorks } from '#lib/candidates/loaders.ts'
import { listCommunities } from '#lib/communities/loaders.ts'
import * as text from '#messages/app/collection/collection.ts'
import * as counts from '#messages/counts.ts'

export const metadata: Metadata = {
  title: text.title,
  description: text.description,
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
            title={text.title}
            {...(several && {
              filters: (
                <FilterList
                  label={text.communities}
                  items={communities.map(({ name, slug }) => ({ label: name, href: `/c/${slug}` }))}
                />
              ),
            })}
            actions={
              <ButtonLink href="/verify" kind="link">
                {text.howToCheck}
              </ButtonLink>
            }
          >
            <p>{text.about}</p>
            {minted.length > 0 && (
              <p className="text-second">
                {minted.length < SHOWN ? counts.works(minted.length) : text.newestWorks(SHOWN)}
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
