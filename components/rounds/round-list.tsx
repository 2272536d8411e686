import Link from 'next/link'
import { Dot, type DotKind } from '#components/ui/dot.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import type { RoundState, RoundSummary } from '#lib/rounds/schema.ts'
import { nextMoment, plural, STATE_WORDS } from './round-words.ts'

const DOT: Record<RoundState, DotKind> = {
  draft: 'waiting',
  submissions: 'waiting',
  voting: 'candidate',
  counting: 'shortlisted',
  challenge: 'chosen',
  final: 'chosen',
  minted: 'signed',
  cancelled: 'refused',
}

function Facts({ round, now }: { round: RoundSummary; now: number }) {
  const next = nextMoment(round, now)
  const facts = [
    plural(round.candidateCount, 'work'),
    ...(round.voterCount > 0 ? [plural(round.voterCount, 'ballot')] : []),
    plural(round.places, 'place'),
  ]
  return (
    <p className="text-13 text-second">
      {STATE_WORDS[round.state]}
      {next && `, ${next.label} ${formatMoment(next.at)}`}. {facts.join(', ')}.
    </p>
  )
}

/** Rounds as a ledger: standing, title, what they ask for, what comes next. */
export function RoundList({ rounds, now }: { rounds: readonly RoundSummary[]; now: number }) {
  return (
    <ol className="border-fg border-t">
      {rounds.map((round) => (
        <li
          key={round.id}
          className="relative grid grid-cols-[20px_minmax(0,1fr)] border-line border-b py-4 hover:bg-press"
        >
          <Dot kind={DOT[round.state]} className="mt-2" />
          <div>
            <h2 className="text-18 font-figure leading-close">
              <Link href={`/rounds/${round.slug}`} className="after:absolute after:inset-0">
                {round.title}
              </Link>
            </h2>
            <p className="mt-0.5 max-w-measure text-15">{round.brief}</p>
            <Facts round={round} now={now} />
          </div>
        </li>
      ))}
    </ol>
  )
}
