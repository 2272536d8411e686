import Link from 'next/link'
import type { ReactNode } from 'react'
import { Frieze } from '#components/art/frieze.tsx'
import { workHref } from '#components/art/hung-work.ts'
import { formatMoment } from '#components/ui/moment.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import type { RoundSummary } from '#lib/rounds/schema.ts'
import { plural, STATE_WORDS } from './round-words.ts'

export type FloorRound = { round: RoundSummary; works: readonly CandidateView[] }

/** What fits on the floor: four rows of forty. */
export const FLOOR_WORKS = 160

function Row({ aside, children }: { aside: ReactNode; children: ReactNode }) {
  return (
    <div className="page-edge wide:grid wide:grid-cols-[206px_minmax(0,1fr)] wide:gap-x-6">
      <div className="wide:sticky wide:top-4 wide:self-start">{aside}</div>
      <div className="min-w-0">{children}</div>
    </div>
  )
}

const weekday = (seconds: number) => formatMoment(seconds * 1000, { weekday: true })

type Words = { hung: string; free: string; when: string; act: { label: string; href: string } }

function wordsOf(round: RoundSummary, now: number): Words {
  const count = round.candidateCount
  const at = `/rounds/${round.slug}`
  if (round.state === 'voting')
    return {
      hung: `${plural(count, 'work')} hung`,
      free: round.brief,
      when: `Open for votes until ${weekday(round.closesAt)}`,
      act: { label: 'Pick and sign', href: `${at}/table` },
    }
  if (round.state !== 'submissions')
    return {
      hung: `${plural(count, 'work')} hung`,
      free: round.brief,
      when: STATE_WORDS[round.state],
      act: {
        label: round.state === 'counting' ? 'See what is awaited' : 'See the result',
        href: `${at}/result`,
      },
    }
  const places = round.maxCandidates
  const left = Math.max(0, places - count)
  const open = now < round.submissionsCloseAt
  const free = left > 0 ? `${plural(left, 'place')} left. ${round.brief}` : round.brief
  return {
    hung: `${count.toLocaleString('en')} of ${places.toLocaleString('en')} hung`,
    free,
    when: open
      ? `Voting opens ${weekday(round.opensAt)}`
      : `Briefs are in. Voting opens ${weekday(round.opensAt)}`,
    act: open ? { label: 'Hang your own', href: `${at}/submit` } : { label: 'To the wall', href: at },
  }
}

/** One round on the floor: its name, its works as a frieze, and the way on. */
function Shown({ shown, now }: { shown: FloorRound; now: number }) {
  const { round, works } = shown
  const { hung, free, when, act } = wordsOf(round, now)
  const places = Math.min(
    FLOOR_WORKS,
    Math.max(works.length, round.state === 'submissions' ? round.maxCandidates : 0),
  )
  const beyond = round.candidateCount - works.length
  return (
    <Row
      aside={
        <div className="max-wide:mb-2">
          <h2 className="type-room text-24">
            <Link href={`/rounds/${round.slug}`}>{round.title}</Link>
          </h2>
          <p className="mt-2.5 text-13 text-second">{when}</p>
          <p className="mt-2 text-13">
            <Link href={act.href} className="link max-band:inline-block max-band:py-3">
              {act.label}
            </Link>
          </p>
        </div>
      }
    >
      <div className="mb-2.5 flex flex-wrap items-baseline justify-between gap-x-6">
        <p className="font-figure text-18 leading-close">{hung}</p>
        <p className="max-w-measure text-13 text-second">{free}</p>
      </div>
      {places > 0 && (
        <Frieze
          places={places}
          label={hung}
          works={works.map((work) => ({
            href: workHref(round.slug, work),
            title: work.title,
            src: work.thumb.src320,
          }))}
        />
      )}
      {beyond > 0 && (
        <p className="mt-2 text-13 text-second">
          and {plural(beyond, 'more work')} on{' '}
          <Link href={`/rounds/${round.slug}`} className="link">
            the wall
          </Link>
        </p>
      )}
    </Row>
  )
}

const SENTENCES = [
  { verb: 'Look.', rest: 'One wall, hung in an order that nobody chose.' },
  { verb: 'Sign one ballot.', rest: 'No gas. Change it until the close.' },
  { verb: 'Recount it.', rest: 'Your browser checks every vote.' },
] as const

/** Below the skirting line: what is going on, and what a visitor can do. */
export function HomeFloor({ rounds, now }: { rounds: readonly FloorRound[]; now: number }) {
  return (
    <div className="flex flex-1 flex-col gap-y-8 border-edge border-t bg-floor pt-4 pb-8 band:pt-5">
      {rounds.map((shown) => (
        <Shown key={shown.round.id} shown={shown} now={now} />
      ))}
      <Row aside={null}>
        <ol className="text-15 band:grid band:grid-cols-3 band:gap-x-6">
          {SENTENCES.map(({ verb, rest }) => (
            <li key={verb} className="max-band:border-line max-band:border-t max-band:py-2">
              <b>{verb}</b> {rest}
            </li>
          ))}
        </ol>
      </Row>
    </div>
  )
}
