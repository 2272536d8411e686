import { pictureOf, workHref } from '#components/art/hung-work.ts'
import { WallLabel } from '#components/art/wall-label.tsx'
import { EmptyFrame, WorkFrame } from '#components/art/work-frame.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Dot } from '#components/ui/dot.tsx'
import { TurnGlyph } from '#components/ui/glyphs.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Signage } from '#components/ui/signage.tsx'
import type { MintedWork } from '#lib/candidates/schema.ts'
import type { RoundSummary } from '#lib/rounds/schema.ts'

const PLACE = ['First', 'Second', 'Third']

/** The last work that a round chose and minted, large, with its label at the bottom as in a museum. */
export function LastMinted({ minted }: { minted: MintedWork }) {
  const { work, round, rank, mintedAt } = minted
  const picture = { ...pictureOf(work), src: work.src }
  return (
    <>
      <Signage title="On the wall" quiet>
        <p className="text-second">
          Winner of round {round.roundIndex},
          <br />
          since {formatMoment(mintedAt * 1000, { time: false })}
        </p>
      </Signage>
      <div className="grid items-end gap-6 band:grid-cols-[minmax(0,574px)_minmax(0,1fr)]">
        <WorkFrame picture={picture} eager sizes="(width < 50rem) 100vw, 574px" />
        <div className="relative">
          <WallLabel
            size="winner"
            headingLevel={2}
            href={workHref(round.slug, work)}
            dot={<Dot kind="signed" label="minted" />}
            work={{ title: work.title, creator: work.creatorName, standing: 'signed' }}
          >
            <p className="text-13 text-second">
              {work.medium}
              <br />
              {work.width} × {work.height} px, edition of 1
            </p>
            <p className="mt-3 max-w-label text-15">
              {PLACE[rank - 1] ?? `Number ${rank}`} place of <b>{round.title}</b>, by the ballots of{' '}
              {minted.community.name}.
            </p>
          </WallLabel>
          <div className="relative mt-4 ml-[18px]">
            <ButtonLink href={`${workHref(round.slug, work)}?verso`} size={32}>
              <TurnGlyph />
              Turn over
            </ButtonLink>
          </div>
        </div>
      </div>
    </>
  )
}

/** Before any winner: an empty frame, labelled with what is asked for. */
export function AwaitedWinner({ round }: { round: RoundSummary | null }) {
  return (
    <>
      <Signage title="On the wall" quiet>
        <p className="text-second">Nothing yet.</p>
      </Signage>
      <div className="grid items-end gap-6 band:grid-cols-[minmax(0,574px)_minmax(0,1fr)]">
        <EmptyFrame ratio={1} />
        <div className="max-w-label">
          {round ? (
            <>
              <h2 className="type-title text-24">{round.title}</h2>
              <p className="mt-1 text-15">{round.brief}</p>
              <p className="mt-3 text-13 text-second">The first work that a round chooses hangs here.</p>
            </>
          ) : (
            <>
              <h2 className="text-24 font-statement leading-statement">The wall is bare.</h2>
              <p className="mt-2 text-15">
                A director founds a community and sets up a round; creators sign briefs; the works hang; one
                signed ballot each decides.
              </p>
              <div className="mt-4">
                <ButtonLink href="/desk" kind="main">
                  Begin at the desk
                </ButtonLink>
              </div>
            </>
          )}
        </div>
      </div>
    </>
  )
}
