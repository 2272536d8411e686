import type { CSSProperties, ReactNode } from 'react'
import { copyWidth } from '#components/art/copy-width.ts'
import { pictureOf } from '#components/art/hung-work.ts'
import { mediumLine } from '#components/art/medium-line.ts'
import { WallLabel } from '#components/art/wall-label.tsx'
import { workHref } from '#components/art/work-address.ts'
import { EmptyFrame, WorkFrame } from '#components/art/work-frame.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { TurnGlyph } from '#components/ui/glyphs.tsx'
import { Link } from '#components/ui/link.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import type { ResultView, RoundSummary, RoundView } from '#lib/rounds/schema.ts'
import * as words from '#messages/rounds/on-the-wall.tsx'
import { scoreOfAll } from './result-words.ts'
import { stateWords } from './round-words.ts'

/** Height of the window that the picture leaves to masthead, skirting and floor. */
const KEPT_FREE = '20.4rem'

function Hung({ ratio, own, signage, picture, label }: HungProps) {
  const size = {
    '--hung': `min(100%, calc((100dvh - ${KEPT_FREE}) * ${ratio}), ${own}px)`,
    '--beside': `min(58vw - 8rem, calc((100dvh - ${KEPT_FREE}) * ${ratio}), ${own}px)`,
  } as CSSProperties
  return (
    <div
      style={size}
      className="page-edge pt-1 pb-4 wide:grid wide:grid-cols-[206px_minmax(0,1fr)] wide:gap-x-6 wide:pt-4 band:pb-10"
    >
      <div className="mb-3 text-13 max-band:sr-only wide:pt-0.5">{signage}</div>
      <div className="min-[62rem]:grid min-[62rem]:grid-cols-[auto_minmax(0,1fr)] min-[62rem]:items-end min-[62rem]:gap-x-6">
        <div className="relative max-[62rem]:w-full max-[62rem]:max-w-(--hung) min-[62rem]:w-(--beside) min-[62rem]:min-w-64">
          {picture}
        </div>
        <div className="max-[62rem]:mt-3">{label}</div>
      </div>
    </div>
  )
}

type HungProps = {
  ratio: number
  /** Never above its own pixels. */
  own: number
  signage: ReactNode
  picture: ReactNode
  label: ReactNode
}

export type LastWinner = { round: RoundView; work: CandidateView; result: ResultView | null }

function standingOf({ round, work, result }: LastWinner): ReactNode {
  const outcome = result?.result
  const ranked = outcome?.ranking.find(({ number }) => number === work.number)
  const mint = round.chain.minted.find(({ number }) => number === work.number)
  const score = outcome && ranked ? scoreOfAll(round.rules, ranked.score, outcome.turnout.power) : null
  return words.firstOf(round.candidateCount, <b>{round.title}</b>, score, mint ? mint.block : null)
}

/** The last winner, large, its label on the picture's lower edge. */
export function WinnerWall(props: LastWinner) {
  const { round, work } = props
  const mint = round.chain.minted.find(({ number }) => number === work.number)
  const href = workHref(round.slug, work)
  const index = round.chain.opened?.roundIndex
  const front = {
    ...pictureOf(work),
    srcSet: `${work.thumb.src640} ${copyWidth(640, work)}w, ${work.src} ${work.width}w`,
  }
  return (
    <Hung
      ratio={work.width / work.height}
      own={work.width}
      signage={
        <>
          <h1 className="font-figure">{words.onTheWall}</h1>
          <p className="mt-1.5 text-second">
            {words.winnerOf(index, mint ? formatMoment(mint.time * 1000, { time: false }) : null)}
          </p>
        </>
      }
      picture={
        <>
          <WorkFrame picture={front} eager sizes="(width < 62rem) 92vw, 45vw" />
          <Link href={href} tabIndex={-1} aria-hidden="true" className="absolute inset-0" />
        </>
      }
      label={
        <WallLabel
          work={{ title: work.title, creator: work.creatorName, standing: 'signed' }}
          size="winner"
          headingLevel={2}
        >
          <p className="text-second max-band:hidden">
            {mediumLine(work)}
            <br />
            {words.size(work.width, work.height)}
          </p>
          <p className="max-w-label band:mt-3">{standingOf(props)}</p>
          <div className="mt-3.5 flex flex-wrap gap-2">
            <ButtonLink href={`${href}?verso`} size={32}>
              <TurnGlyph />
              {words.turnOver}
            </ButtonLink>
          </div>
        </WallLabel>
      }
    />
  )
}

const PLACE_RATIO = 1
const PLACE_WIDTH = 1024

/** Before any winner exists: an empty frame, and what the round asks for as its label. */
export function AwaitedWall({ round, seeding }: { round: RoundSummary; seeding: boolean }) {
  return (
    <Hung
      ratio={PLACE_RATIO}
      own={PLACE_WIDTH}
      signage={
        <>
          <h1 className="font-figure">{words.onTheWall}</h1>
          <p className="mt-1.5 text-second">
            {words.undecided}
            {seeding && words.stillMade}
          </p>
        </>
      }
      picture={<EmptyFrame ratio={PLACE_RATIO} />}
      label={
        <div className="max-w-label text-13 leading-meta">
          <h2 className="font-statement text-24 leading-statement">{words.hangsHere(round.title)}</h2>
          <p className="mt-2 text-15">{round.brief}</p>
          <p className="mt-2 text-second">{words.placesOn(stateWords(round), round.places)}</p>
          <div className="mt-3.5">
            <ButtonLink href={`/rounds/${round.slug}`} size={32}>
              {words.toRound}
            </ButtonLink>
          </div>
        </div>
      }
    />
  )
}

type FirstVisit = { title: string; text: string; act?: { label: string; href: string } }

function firstVisit({ communities, seeding }: FirstVisitProps): FirstVisit {
  if (seeding) return words.seeding
  const act =
    communities > 0
      ? { label: words.setUpRound, href: '/desk' }
      : { label: words.foundCommunity, href: '/desk/communities/new' }
  return { ...words.first, act }
}

type FirstVisitProps = { communities: number; seeding: boolean }

/** A new instance: the frame is empty, and somebody has to begin, or the demo just does. */
export function FirstVisitWall(props: FirstVisitProps) {
  const { title, text, act } = firstVisit(props)
  return (
    <Hung
      ratio={PLACE_RATIO}
      own={PLACE_WIDTH}
      signage={
        <>
          <h1 className="font-figure">{words.onTheWall}</h1>
          <p className="mt-1.5 text-second">{words.nothingYet}</p>
        </>
      }
      picture={<EmptyFrame ratio={PLACE_RATIO} />}
      label={
        <div className="max-w-label text-13 leading-meta">
          <h2 className="font-statement text-24 leading-statement">{title}</h2>
          <p className="mt-2 text-15" role={props.seeding ? 'status' : undefined}>
            {text}
          </p>
          {act && (
            <div className="mt-3.5">
              <ButtonLink href={act.href} kind="main">
                {act.label}
              </ButtonLink>
            </div>
          )}
        </div>
      }
    />
  )
}
