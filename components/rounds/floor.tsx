import Link from 'next/link'
import { Frieze } from '#components/art/frieze.tsx'
import { workHref } from '#components/art/hung-work.ts'
import { formatMoment } from '#components/ui/moment.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import type { RoundSummary } from '#lib/rounds/schema.ts'
import { plural } from './round-words.ts'

type FloorProps = { round: RoundSummary; works: readonly CandidateView[]; now: number }

function moment({ state, submissionsCloseAt, opensAt, closesAt }: RoundSummary, now: number): string {
  const at = (seconds: number) => formatMoment(seconds * 1000, { weekday: true })
  if (state === 'voting') return `Votes until ${at(closesAt)}`
  if (state === 'submissions' && now < submissionsCloseAt) return `Briefs until ${at(submissionsCloseAt)}`
  if (state === 'submissions') return `Voting opens ${at(opensAt)}`
  return `Closed ${at(closesAt)}`
}

function wayOn(round: RoundSummary, now: number): { href: string; words: string } {
  if (round.state === 'submissions' && now < round.submissionsCloseAt)
    return { href: `/rounds/${round.slug}/submit`, words: 'Hang your own' }
  if (round.state === 'voting') return { href: `/rounds/${round.slug}`, words: 'Look and choose' }
  return { href: `/rounds/${round.slug}`, words: 'See the wall' }
}

/** One round below the skirting line: what hangs already, what is free, and the way on. */
export function Floor({ round, works, now }: FloorProps) {
  const way = wayOn(round, now)
  const places = Math.max(round.requestedCount, works.length)
  const left = Math.max(0, places - round.candidateCount)
  return (
    <section className="page-edge py-6 wide:grid wide:grid-cols-[206px_minmax(0,1fr)] wide:gap-x-6">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-6 wide:mb-0 wide:block">
        <h2 className="type-room text-24">{round.title}</h2>
        <p className="text-13 text-second wide:mt-1">{moment(round, now)}</p>
        <p className="text-13 wide:mt-2">
          <Link className="link" href={way.href}>
            {way.words}
          </Link>
        </p>
      </div>
      <div className="min-w-0">
        <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-6">
          <p className="font-figure text-18">
            {left > 0
              ? `${round.candidateCount} of ${places} hung`
              : `${plural(round.candidateCount, 'work')} hung`}
          </p>
          <p className="text-13 text-second">
            {round.voterCount > 0 && `${plural(round.voterCount, 'ballot')} in the log. `}
            {round.brief}
          </p>
        </div>
        <Frieze
          places={places}
          works={works.map((work) => ({
            href: workHref(round.slug, work),
            title: work.title,
            src: work.thumb.src320,
          }))}
        />
      </div>
    </section>
  )
}

/** Three sentences, each beginning with its verb. */
export function ThreeSentences() {
  return (
    <ul className="page-edge grid gap-3 pb-10 text-15 band:grid-cols-3 band:gap-6 wide:pl-[270px]">
      <li>
        <b>Look.</b> Pick what should stay; picks never leave your device.
      </li>
      <li>
        <b>Sign one ballot.</b> No gas. Change it until the close.
      </li>
      <li>
        <b>Recount it.</b> Your browser checks every vote.
      </li>
    </ul>
  )
}
