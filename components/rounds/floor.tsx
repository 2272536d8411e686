import type { ReactNode } from 'react'
import { Frieze } from '#components/art/frieze.tsx'
import { workHref } from '#components/art/work-address.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Link } from '#components/ui/link.tsx'
import type { CandidateView } from '#lib/candidates/schema.ts'
import type { RoundSummary } from '#lib/rounds/schema.ts'
import * as text from '#messages/rounds/floor.ts'
import { tailOf } from './arrivals.ts'
import { type FloorWords, floorWords } from './floor-words.ts'
import { LiveFrieze } from './live-frieze.tsx'
import { LiveCount, LiveRound } from './live-round.tsx'

export type FloorRound = { round: RoundSummary; works: readonly CandidateView[] }

/** What fits on the floor: four rows of forty. */
export const FLOOR_WORKS = 160

const GRID =
  'page-edge grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-6 wide:grid-cols-[206px_minmax(0,1fr)] wide:items-start'

/** Two columns where there is room; below that its parts lie in the grid themselves. */
const CELL = 'contents wide:block wide:min-w-0'

function Ways({ words }: { words: FloorWords }) {
  const { act, also, judged } = words
  return (
    <p className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-2 text-13">
      {judged ? (
        <ButtonLink href={act.href} kind="main" size={32}>
          {act.label}
        </ButtonLink>
      ) : (
        <Link href={act.href} className="link max-band:py-3">
          {act.label}
        </Link>
      )}
      {also && (
        <Link href={also.href} className="link max-band:py-3">
          {also.label}
        </Link>
      )}
    </p>
  )
}

function Works({ shown: { round, works }, label }: { shown: FloorRound; label: string }) {
  const cells = works.map((work) => ({
    href: workHref(round.slug, work),
    title: work.title,
    src: work.thumb.src320,
  }))
  if (round.state === 'submissions') return <LiveFrieze slug={round.slug} works={cells} most={FLOOR_WORKS} />
  return cells.length > 0 && <Frieze places={cells.length} works={cells} label={label} />
}

/** A round that fills is watched: works come, the count is said. */
function Watched({ shown: { round, works }, children }: { shown: FloorRound; children: ReactNode }) {
  if (round.state !== 'submissions') return children
  const filling = {
    roundId: round.id,
    hung: round.candidateCount,
    places: round.maxCandidates,
    tail: works.length < FLOOR_WORKS ? tailOf(works) : null,
  }
  return <LiveRound filling={filling}>{children}</LiveRound>
}

/** One round on the floor: its name, its works as a frieze, and the way on. */
function Shown({ shown, now, named }: { shown: FloorRound; now: number; named: boolean }) {
  const { round, works } = shown
  const words = floorWords(round, now)
  const beyond = round.candidateCount - works.length
  return (
    <Watched shown={shown}>
      <section className={GRID}>
        <div className={CELL}>
          <h2 className="type-room min-w-0 text-24">
            <Link href={`/rounds/${round.slug}`}>{round.title}</Link>
          </h2>
          <div className="max-wide:order-last max-wide:col-span-2">
            <p className="mt-2 text-13 text-second">
              {named && `${round.community.name}. `}
              {words.when}
            </p>
            <Ways words={words} />
          </div>
        </div>
        <div className={CELL}>
          <div className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-6">
            <p className="font-figure text-18 leading-close max-band:text-15">
              {round.state === 'submissions' ? <LiveCount /> : words.hung}
            </p>
            <p className="max-w-measure text-13 text-second max-band:hidden">{round.brief}</p>
          </div>
          <div className="min-w-0 pt-2.5 max-wide:col-span-2">
            <Works shown={shown} label={words.hung} />
            {beyond > 0 && (
              <p className="mt-2 text-13 text-second">
                {text.andMore(beyond)}{' '}
                <Link href={`/rounds/${round.slug}`} className="link">
                  {text.theWall}
                </Link>
              </p>
            )}
          </div>
        </div>
      </section>
    </Watched>
  )
}

/** Rounds that have no room on the floor, by their names. */
function Others({ rounds }: { rounds: readonly RoundSummary[] }) {
  return (
    <p className="page-edge text-13 wide:ml-[230px]">
      {text.alsoRunning}{' '}
      {rounds.map(({ id, slug, title }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <Link href={`/rounds/${slug}`} className="link">
            {title}
          </Link>
        </span>
      ))}
    </p>
  )
}

export type TakingPart = { ballot: string; brief: string; recount: string }

/** Three ways, each beginning with its verb. */
function TakePart({ ways }: { ways: TakingPart }) {
  const sentences = [
    { ...text.sign, href: ways.ballot },
    { ...text.brief, href: ways.brief },
    { ...text.recount, href: ways.recount },
  ]
  return (
    <section className="page-edge wide:grid wide:grid-cols-[206px_minmax(0,1fr)] wide:gap-x-6">
      <h2 className="font-figure text-13 leading-text max-wide:mb-2 wide:pt-0.5">{text.takePart}</h2>
      <ol className="text-15 band:grid band:grid-cols-3 band:gap-x-6">
        {sentences.map(({ verb, rest, href }) => (
          <li key={verb} className="max-band:border-line max-band:border-t max-band:py-2.5">
            <Link href={href} className="link font-figure">
              {verb}
            </Link>{' '}
            {rest}
          </li>
        ))}
      </ol>
    </section>
  )
}

type HomeFloorProps = {
  rounds: readonly FloorRound[]
  others: readonly RoundSummary[]
  now: number
  /** Several communities: each round says whose it is. */
  named: boolean
  ways: TakingPart
  /** In place of rounds, where there is none. */
  children?: ReactNode
}

/** Below the skirting line: what is going on, and what a visitor can do. */
export function HomeFloor({ rounds, others, now, named, ways, children }: HomeFloorProps) {
  return (
    <div className="flex flex-1 flex-col gap-y-8 border-edge border-t bg-floor pt-4 pb-8 band:pt-5">
      {rounds.map((shown) => (
        <Shown key={shown.round.id} shown={shown} now={now} named={named} />
      ))}
      {others.length > 0 && <Others rounds={others} />}
      {children}
      <TakePart ways={ways} />
    </div>
  )
}
