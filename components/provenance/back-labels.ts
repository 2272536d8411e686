import { ordinal, scoreOfVoters, short, supportedBy } from '#components/rounds/result-words.ts'
import { formatMoment } from '#components/ui/moment.ts'
import { shorten } from '#components/ui/shorten.ts'
import type { WorkView } from '#lib/candidates/schema.ts'
import type { ResultView, RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/provenance/back-labels.ts'
import type { CanvasLabels } from './canvas-back.tsx'
import type { StampView } from './stamp.tsx'
import type { TokenFacts } from './work-facts.ts'

type Source = { round: RoundView; work: WorkView; result: ResultView | null; token: TokenFacts | null }

const yearOf = (seconds: number) => new Date(seconds * 1000).getUTCFullYear()
const initials = (name: string) =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .join('')
    .slice(0, 4)
    .toUpperCase()

/** "NF 2026.4.47": community, year, round, work. */
export function inventoryOf({ round, work }: Pick<Source, 'round' | 'work'>): string {
  const year = yearOf(round.opensAt)
  const parts = [year, round.chain.opened?.roundIndex, work.number]
  return `${initials(round.community.name)} ${parts.filter((part) => part != null).join('.')}`
}

function hungFrom({ opensAt, closesAt }: RoundView): string {
  const [from, to] = [opensAt, closesAt].map((at) => formatMoment(at * 1000, { time: false }).split(' '))
  const until = formatMoment(closesAt * 1000, { time: false, year: true })
  if (from?.join() === to?.join()) return text.hung.onDay(until)
  return from?.[1] === to?.[1]
    ? text.hung.inMonth(`${from?.[0]}`, until)
    : text.hung.overMonths(`${from?.join(' ')}`, until)
}

/** What stands on the paper labels and the upper bar. */
export function backLabels({ round, work, result, token }: Source): CanvasLabels {
  const ranked = result?.result.ranking.find(({ number }) => number === work.number)
  const seen = ranked && result
  return {
    inventory: inventoryOf({ round, work }),
    maker: {
      community: round.community.name,
      title: work.title,
      line: `${work.creatorName}, ${yearOf(work.admittedAt)}`,
      rows: [
        { name: text.work, value: work.number === null ? text.unnumbered : `#${work.number}` },
        ...(token ? [{ name: text.token, value: shorten(token.tokenId) }] : []),
        { name: text.picture, value: shorten(work.contentHash.slice('sha256:'.length)) },
      ],
    },
    ...(round.chain.opened && {
      shown: {
        name: round.title,
        lines: [
          hungFrom(round),
          ...(seen
            ? [text.judged(result.result.turnout.voters, supportedBy(round.rules), ranked.supporters)]
            : []),
        ],
      },
    }),
  }
}

/** Only a minted work has a stamp. */
export function stampOf({ round, work, result, token }: Source): StampView | undefined {
  const rank = result?.result.winners.find(({ number }) => number === work.number)?.rank
  if (!token || rank === undefined) return undefined
  const index = round.chain.opened?.roundIndex
  return {
    ring: ['Verso', text.round(index), round.title, text.block(token.block)],
    place: short(rank),
    of: text.of(round.candidateCount),
  }
}

/** Where a work stands, in a sentence under its label; null while nothing is decided. */
export function standingSentence({ round, work, result, token }: Source): string | null {
  const ranked = result?.result.ranking.find(({ number }) => number === work.number)
  const rank = result?.result.winners.find(({ number }) => number === work.number)?.rank
  if (!ranked || rank === undefined) return null
  const head = text.chosen({ rank, ordinal: ordinal(rank) }, scoreOfVoters(round.rules, ranked))
  if (token) return `${head} ${text.minted(token.block)}`
  return round.state === 'final' ? `${head} ${text.notMinted}` : head
}
