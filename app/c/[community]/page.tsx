import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pictureOf } from '#components/art/hung-work.ts'
import { CommunityRoles } from '#components/rounds/community-roles.tsx'
import { MintedHang } from '#components/rounds/minted-hang.tsx'
import { RoundList } from '#components/rounds/round-list.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Section } from '#components/ui/section.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { listCandidates, mintedWorks } from '#lib/candidates/loaders.ts'
import { communityBySlug } from '#lib/communities/loaders.ts'
import { siteNow, siteView } from '#lib/flows/site/loaders.ts'
import { LICENCES } from '#lib/protocol/licences.ts'
import { listRounds } from '#lib/rounds/loaders.ts'
import * as text from '#messages/app/community/community.ts'

type PageProps = { params: Promise<{ community: string }> }

export const dynamic = 'force-dynamic'

/** Older rounds are words only. */
const WITH_PICTURES = 6

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const community = await communityBySlug((await params).community)
  return community ? { title: community.name, description: community.description } : {}
}

export default async function CommunityPage({ params }: PageProps) {
  const { community: slug } = await params
  const community = await communityBySlug(slug)
  if (!community) notFound()
  const [minted, { items: rounds }, now] = await Promise.all([
    mintedWorks({ collection: community.collection }),
    listRounds({ community: slug }),
    siteNow(),
  ])
  const pictures = await Promise.all(
    rounds.slice(0, WITH_PICTURES).map(async ({ id, rowId }) => {
      const { items } = await listCandidates({ roundRowId: rowId, take: 4 })
      return [id, items.map(pictureOf)] as const
    }),
  )
  const licence = LICENCES.find(({ id }) => id === community.licence)
  return (
    <Shell room="wall" current="collection" community={community}>
      <Frame
        signage={
          <Signage title={community.name}>
            {community.description && <p>{community.description}</p>}
            <p className="text-second">
              {text.about(community.roundCount, minted.length, licence?.name ?? community.licence)}
            </p>
          </Signage>
        }
      >
        <div className="grid gap-y-10">
          <MintedHang minted={minted} />
          {rounds.length > 0 && (
            <Section title={text.rounds} look="statement">
              <div className="-mt-px">
                <RoundList rounds={rounds} now={now} pictures={new Map(pictures)} headingLevel={3} />
              </div>
            </Section>
          )}
          <div className="max-w-[46rem]">
            <CommunityRoles community={community} explorer={siteView().chain.explorer} />
          </div>
        </div>
      </Frame>
    </Shell>
  )
}
