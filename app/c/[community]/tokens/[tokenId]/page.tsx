import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { pictureOf } from '#components/art/hung-work.ts'
import { mediumLine } from '#components/art/medium-line.ts'
import { WallLabel } from '#components/art/wall-label.tsx'
import { workHref } from '#components/art/work-address.ts'
import { WorkFrame } from '#components/art/work-frame.tsx'
import { TokenRecord } from '#components/provenance/token-record.tsx'
import { WorkDescription } from '#components/provenance/work-description.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Dot } from '#components/ui/dot.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Section } from '#components/ui/section.tsx'
import { SheetRows } from '#components/ui/sheet.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { candidateWork } from '#lib/candidates/loaders.ts'
import { communityBySlug } from '#lib/communities/loaders.ts'
import { pageDescription } from '#lib/flows/describe-work/loaders.ts'
import { siteView } from '#lib/flows/site/loaders.ts'
import { findToken } from '#lib/minting/loaders.ts'
import { roundBySlug } from '#lib/rounds/loaders.ts'
import * as text from '#messages/app/community/token.ts'

type PageProps = { params: Promise<{ community: string; tokenId: string }> }

export const dynamic = 'force-dynamic'

async function read({ params }: PageProps) {
  const { community: slug, tokenId } = await params
  const community = await communityBySlug(slug)
  const token = community && (await findToken({ tokenId, collection: community.collection }))
  return community && token ? { community, token } : null
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const found = await read(props)
  return found ? { title: found.token.title } : {}
}

export default async function TokenPage(props: PageProps) {
  const found = await read(props)
  if (!found) notFound()
  const { community, token } = found
  const round = await roundBySlug(token.round.slug)
  const work = round && (await candidateWork({ roundRowId: round.rowId, number: token.number }))
  if (!round || !work) notFound()
  const { chain } = siteView()
  const record = token.tokenUri.replace('ipfs://', '/ipfs/')
  const explorer = chain.explorer ? `${chain.explorer}/tx/${token.mintTx}` : undefined
  return (
    <Shell room="wall" current="collection" community={community}>
      <WorkDescription {...pageDescription({ round, work })} />
      <Frame
        signage={
          <Signage
            title={token.round.title}
            quiet
            actions={
              <ButtonLink href={`${workHref(round.slug, work)}?verso`} kind="main">
                {text.turnOver}
              </ButtonLink>
            }
          >
            <p>{text.work(token.number, round.candidateCount)}</p>
            <p className="text-second">{text.place(token.rank)}</p>
          </Signage>
        }
      >
        <div className="grid items-end gap-6 band:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
          <WorkFrame
            picture={{ ...pictureOf(work), src: work.src }}
            eager
            sizes="(width < 50rem) 100vw, 60vw"
          />
          <WallLabel
            size="own"
            headingLevel={2}
            dot={<Dot kind="signed" label={text.minted} size={14} />}
            work={{ title: work.title, creator: work.creatorName, standing: 'signed', number: token.number }}
          >
            <p className="text-13 text-second">
              {mediumLine(work)}, {work.width} × {work.height} px
            </p>
          </WallLabel>
        </div>
        <div className="mt-10 grid gap-10 band:grid-cols-2">
          <Section title={text.theToken} aside={text.readFromChain}>
            <SheetRows
              rows={[
                { term: text.collection, value: <Hash value={token.collection} align="end" /> },
                { term: text.token, value: <span className="type-mono break-all">{token.tokenId}</span> },
                {
                  term: text.heldBy,
                  value: token.owner ? <Hash value={token.owner} align="end" /> : text.chainIsSilent,
                },
                { term: text.mintedOn, value: formatMoment(token.mintedAt * 1000, { year: true }) },
                {
                  term: text.mintedIn,
                  value: <Hash value={token.mintTx} align="end" {...(explorer && { opens: explorer })} />,
                },
              ]}
            />
          </Section>
          <TokenRecord href={record} digest={token.tokenDigest} uri={token.tokenUri} />
        </div>
      </Frame>
    </Shell>
  )
}
