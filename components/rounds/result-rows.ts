import type { CountDetail, RankedCandidate } from '#lib/protocol/result.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import type { ResultView, RoundView } from '#lib/rounds/schema.ts'
import * as counts from '#messages/counts.ts'
import { figure, whole } from '#messages/rounds/figures.ts'
import * as text from '#messages/rounds/result-rows.ts'
import type { Outcome } from './level-works.ts'
import { AXIS, axisMax, onAxis, rangeOf } from './result-axis.ts'
import type { ResultRow, ResultTableProps } from './result-table.tsx'
import { cutSentence, figureOf, type MethodRules, scoreOf } from './result-words.ts'

const ROWS_SHOWN = 7

const HEADINGS: Record<Rules['method'], ResultTableProps['headings']> = {
  single: { figure: text.votes, voters: text.voters },
  approval: { figure: text.votes, voters: text.voters },
  weighted: { figure: text.votes, voters: text.voters },
  quadratic: { figure: text.votes, voters: text.voters },
  score: { figure: text.points, extra: text.mean, voters: text.voters },
  ranked: { figure: text.votes, extra: text.round, voters: text.ballots },
  pairwise: { figure: text.strength, extra: text.duels, voters: text.voters },
}

type Points = Extract<CountDetail, { kind: 'score' }>['distribution'][number]['voters']

/** Points that voters gave on average, to two decimals, halves up. */
function meanOf(voters: Points): string {
  const count = voters.reduce((sum, some) => sum + some, 0)
  const points = voters.reduce((sum, some, index) => sum + some * (index + 1), 0)
  return count === 0 ? '' : figure((Math.round((100 * points) / count) / 100).toFixed(2))
}

const roundOf = (round: number | undefined) => ({
  extra: round
    ? { figure: String(round), words: text.leftIn(round) }
    : { figure: '–', words: text.stillStanding },
})

/** What the detail of a count says of each work, beside its score. */
function extrasOf({ count, ranking }: Outcome): ReadonlyMap<number, Pick<ResultRow, 'extra' | 'points'>> {
  if (count?.kind === 'score')
    return new Map(
      count.distribution.map(({ number, voters }) => [
        number,
        {
          points: voters,
          ...(meanOf(voters) && { extra: { figure: meanOf(voters), words: text.meanOf(meanOf(voters)) } }),
        },
      ]),
    )
  if (count?.kind === 'pairwise')
    return new Map(
      count.comparisons.map(({ number, duels }) => [
        number,
        { extra: { figure: whole(duels), words: counts.duels(duels) } },
      ]),
    )
  if (count?.kind === 'irv' || count?.kind === 'stv') {
    // Who is left of a runoff lost its last round; where votes are transferred, several were never counted out.
    const last = count.kind === 'irv' ? count.rounds.length : undefined
    const left = new Map(count.rounds.map(({ decision }, index) => [decision.number, index + 1]))
    return new Map(
      ranking.flatMap(({ number, place }) =>
        place === null ? [] : [[number, roundOf(left.get(number) ?? last)]],
      ),
    )
  }
  return new Map()
}

function restOf(
  others: readonly RankedCandidate[],
  max: bigint,
  rules: MethodRules,
): ResultTableProps['rest'] {
  if (others.length === 0) return undefined
  const { least, most } = rangeOf(others.map(({ score }) => score))
  const range = [least, most].map((score) => figureOf(rules, score))
  return {
    label: text.others(others.length),
    range: range[0] === range[1] ? (range[0] ?? '') : range.join('–'),
    values: others.map(({ score }) => onAxis(score, max)),
  }
}

/** The table of a result: the first rows, or all. */
export function resultRows(
  round: Pick<RoundView, 'slug' | 'title' | 'rules'>,
  { result, works }: Pick<ResultView, 'result' | 'works'>,
  showsAll: boolean,
): ResultTableProps {
  const { rules } = round
  const { ranking, winners, count } = result
  const titles = new Map(works.map((work) => [work.number, work]))
  const extras = extrasOf(result)
  const max = axisMax(rangeOf(ranking.map(({ score }) => score)).most)
  const shown = showsAll ? ranking : ranking.slice(0, Math.max(ROWS_SHOWN, winners.length + 1))
  const rest = restOf(ranking.slice(shown.length), max, rules)
  const quota = count?.kind === 'stv' ? count.quota : null
  const most = scoreOf(rules, String(max))
  return {
    caption: text.caption(round.title),
    headings: HEADINGS[rules.method],
    axisMax: AXIS,
    axisLabel:
      count?.kind === 'score'
        ? text.byPoints(count.maxScore)
        : quota === null
          ? text.scale(most)
          : text.scaleWithQuota(most, figureOf(rules, quota)),
    ...(quota !== null && { mark: { value: onAxis(quota, max) } }),
    cut: cutSentence(result, rules),
    rows: shown.map(({ place, number, score, supporters }, index) => ({
      place,
      number,
      title: titles.get(number)?.title ?? '',
      creator: titles.get(number)?.creatorName ?? '',
      href: `/rounds/${round.slug}/works/${number}`,
      value: onAxis(score, max),
      figure: figureOf(rules, score),
      voters: whole(supporters),
      chosen: index < winners.length,
      ...extras.get(number),
    })),
    ...(rest && { rest }),
  }
}
