import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MintedHang } from '#components/rounds/minted-hang.tsx'
import { RoundList } from '#components/rounds/round-list.tsx'
import { plural } from '#components/rounds/round-words.ts'
import { Frame } from '#components/ui/frame.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Section } from '#components/ui/section.tsx'
import { SheetRows } from '#components/ui/sheet.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { mintedWorks } from '#lib/candidates/loaders.ts'
import { communityBySlug } from '#lib/communities/loaders.ts'
import { siteNow } from '#lib/flows/site/loaders.ts'
import { listRounds } from '#lib/rounds/loaders.ts'

type PageProps = { params: Promise<{ community: string }> }

export const dynamic = 'force-dynamic'

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const community = await communityBySlug((await params).community)
  return community ? { title: community.name, description: community.description } : {}
}

export default async function CommunityPage({ params }: PageProps) {
  const community = await communityBySlug((await params).community)
  if (!community) notFound()
  const [works, { items: rounds }, now] = await Promise.all([
    mintedWorks({ collection: community.collection }),
    listRounds({ community: community.slug }),
    siteNow(),
  ])
  const { roles } = community
  return (
    <Shell room="wall" current="collection" community={community}>
      <Frame
        signage={
          <Signage title={community.name}>
            {community.description && <p>{community.description}</p>}
            <p className="text-second">
              {plural(community.roundCount, 'round')}, {plural(works.length, 'minted work')}.
            </p>
          </Signage>
        }
      >
        <div className="grid gap-10">
          {works.length > 0 && <MintedHang works={works} />}
          <Section title="Rounds">
            {rounds.length > 0 ? (
              <RoundList rounds={rounds} now={now} />
            ) : (
              <p className="py-3 text-15">No round yet.</p>
            )}
          </Section>
          <Section title="Who may do what" aside="read from the contract">
            <SheetRows
              rows={[
                { term: 'Collection', value: <Hash value={community.collection} align="end" /> },
                { term: 'Director: opens, closes', value: <Hash value={roles.director} align="end" /> },
                {
                  term: 'Guardian: voids, cancels, publicly',
                  value: <Hash value={roles.guardian} align="end" />,
                },
                { term: 'Operator: signs the log', value: <Hash value={roles.operator} align="end" /> },
                { term: 'Treasury', value: <Hash value={roles.treasury} align="end" /> },
              ]}
            />
          </Section>
        </div>
      </Frame>
    </Shell>
  )
}
