import type { PictureView } from '#components/art/work-frame.tsx'
import { Dot, type DotKind } from '#components/ui/dot.tsx'
import { Img } from '#components/ui/img.tsx'
import { Link } from '#components/ui/link.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import type { RoundState, RoundSummary } from '#lib/rounds/schema.ts'
import * as text from '#messages/rounds/round-list.ts'
import { nextMoment, stateWords } from './round-words.ts'

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

/** What is told with the moment it lasts to. */
const LASTING: readonly RoundState[] = ['submissions', 'voting', 'challenge']

function Facts({ round, now }: { round: RoundSummary; now: number }) {
  const next = nextMoment(round, now)
  const state = stateWords(round)
  const standing = next && LASTING.includes(round.state) ? text.until(state, formatMoment(next.at)) : state
  return (
    <p className="mt-0.5 text-13 text-second">
      {text.facts(standing, round.candidateCount, round.ballotCount, round.places)}
    </p>
  )
}

/** A few of its works, in their own proportions; the link is the row's. */
function Strip({ pictures }: { pictures: readonly PictureView[] }) {
  if (pictures.length === 0) return null
  return (
    <div
      aria-hidden="true"
      className="mt-3 flex h-20 gap-2 overflow-hidden band:mt-0 band:h-24 band:justify-end"
    >
      {pictures.map((picture) => (
        <Img
          key={picture.src}
          src={picture.src}
          alt=""
          width={picture.width}
          height={picture.height}
          className="h-full w-auto flex-none"
        />
      ))}
    </div>
  )
}

type RoundListProps = {
  rounds: readonly RoundSummary[]
  now: number
  /** A few pictures of each round by its id. */
  pictures?: ReadonlyMap<string, readonly PictureView[]>
  headingLevel?: 2 | 3
  /** Where a row leads; the wall of its round unless said. */
  hrefOf?: (slug: string) => string
}

const wallOf = (slug: string) => `/rounds/${slug}`

/** Rounds as a ledger: standing, title, what they ask for, what comes next, and a few works. */
export function RoundList(props: RoundListProps) {
  const { rounds, now, pictures, headingLevel = 2, hrefOf = wallOf } = props
  const Heading = `h${headingLevel}` as const
  return (
    <ol className="border-fg border-t">
      {rounds.map((round) => (
        <li
          key={round.id}
          className="relative grid grid-cols-[20px_minmax(0,1fr)] border-line border-b py-4 hover:bg-press"
        >
          <Dot kind={DOT[round.state]} className="mt-2" />
          <div className="min-w-0 band:grid band:grid-cols-[minmax(0,1fr)_minmax(0,1fr)] band:gap-x-10">
            <div>
              <Heading className="text-18 font-figure leading-close">
                <Link href={hrefOf(round.slug)} className="after:absolute after:inset-0">
                  {round.title}
                </Link>
              </Heading>
              <p className="mt-0.5 max-w-measure text-15">{round.brief}</p>
              <Facts round={round} now={now} />
            </div>
            <Strip pictures={pictures?.get(round.id) ?? []} />
          </div>
        </li>
      ))}
    </ol>
  )
}
