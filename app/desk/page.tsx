import type { Metadata } from 'next'
import { stateWords } from '#components/rounds/round-words.ts'
import { DeskDoor } from '#components/studio/desk-door.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Link } from '#components/ui/link.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Section } from '#components/ui/section.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { Standing } from '#components/ui/standing.tsx'
import { type DeskView, deskView } from '#lib/flows/desk/loaders.ts'
import { siteView } from '#lib/flows/site/loaders.ts'
import * as text from '#messages/app/desk/desk.ts'

export const metadata: Metadata = { title: text.title }
export const dynamic = 'force-dynamic'

const shortAddress = (address: string) => `${address.slice(0, 6)}…${address.slice(-4)}`

function Communities({ desk }: { desk: DeskView }) {
  return (
    <Section
      title={text.yourCommunities}
      aside={
        <Link className="link" href="/desk/communities/new">
          {text.foundOne}
        </Link>
      }
    >
      {desk.communities.length === 0 ? (
        <p className="py-3 text-15">{text.noCommunity}</p>
      ) : (
        <ul>
          {desk.communities.map((community) => (
            <li
              key={community.slug}
              className="flex flex-wrap justify-between gap-x-4 border-line border-b py-2.5"
            >
              <Link className="font-figure hover:underline" href={`/c/${community.slug}`}>
                {community.name}
              </Link>
              <span className="type-mono text-second">{shortAddress(community.collection)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Rounds({ desk }: { desk: DeskView }) {
  return (
    <Section
      title={text.rounds}
      aside={
        <Link className="link" href="/desk/rounds/new">
          {text.draftOne}
        </Link>
      }
    >
      {desk.rounds.length === 0 ? (
        <p className="py-3 text-15">{text.noRound}</p>
      ) : (
        <ul>
          {desk.rounds.map((round) => (
            <li key={round.id} className="flex flex-wrap justify-between gap-x-4 border-line border-b py-2.5">
              <Link className="font-figure hover:underline" href={`/desk/rounds/${round.id}`}>
                {round.title}
              </Link>
              <span className="text-13 text-second">
                {text.standing(stateWords(round), formatMoment(round.closesAt * 1000))}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

export default async function DeskPage() {
  const [desk, site] = [await deskView(), siteView()]
  return (
    <Shell
      room="desk"
      current="desk"
      {...(desk.address && {
        standing: <Standing text={text.signedInAs} mono={shortAddress(desk.address)} />,
      })}
    >
      <Frame
        signage={
          <Signage
            title={text.title}
            actions={
              desk.communities.length > 0 && (
                <ButtonLink href="/desk/rounds/new" kind="main" wide>
                  {text.draftRound}
                </ButtonLink>
              )
            }
          >
            {text.about}
          </Signage>
        }
      >
        {desk.address ? (
          <div className="grid gap-10">
            <Communities desk={desk} />
            {desk.communities.length > 0 && <Rounds desk={desk} />}
          </div>
        ) : (
          <DeskDoor chain={site.chain} />
        )}
      </Frame>
    </Shell>
  )
}
