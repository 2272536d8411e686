import type { CountDetail, RankedCandidate } from '#lib/protocol/result.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { formatFigure, formatScore } from '#lib/protocol/score-unit.ts'
import type { ResultView, RoundView } from '#lib/rounds/schema.ts'
import type { Outcome } from './level-works.ts'
import { AXIS, axisMax, onAxis, rangeOf } from './result-axis.ts'
import type { ResultRow, ResultTableProps } from './result-table.tsx'
import { cutSentence, type MethodRules } from './result-words.ts'
import { plural } from './round-words.ts'

const ROWS_SHOWN = 7

const HEADINGS: Record<Rules['method'], ResultTableProps['headings']> = {
  single: { figure: 'Votes', voters: 'Voters' },
  approval: { figure: 'Votes', voters: 'Voters' },
  weighted: { figure: 'Votes', voters: 'Voters' },
  quadratic: { figure: 'Votes', voters: 'Voters' },
  score: { figure: 'Points', extra: 'Mean', voters: 'Voters' },
  ranked: { figure: 'Votes', extra: 'Round', voters: 'Ballots' },
  pairwise: { figure: 'Strength', extra: 'Duels', voters: 'Voters' },
}

type Points = Extract<CountDetail, { kind: 'score' }>['distribution'][number]['voters']

/** Points that voters gave on average, to two decimals, halves up. */
function meanOf(voters: Points): string {
  const count = voters.reduce((sum, some) => sum + some, 0)
  const points = voters.reduce((sum, some, index) => sum + some * (index + 1), 0)
  return count === 0 ? '' : (Math.round((100 * points) / count) / 100).toFixed(2)
}

const roundOf = (round: number | undefined) => ({
  extra: round
    ? { figure: String(round), words: `round ${round}` }
    : { figure: '–', words: 'still standing at the end' },
})

/** What the detail of a count says of each work, beside its score. */
function extrasOf({ count, ranking }: Outcome): ReadonlyMap<number, Pick<ResultRow, 'extra' | 'points'>> {
  if (count?.kind === 'score')
    return new Map(
      count.distribution.map(({ number, voters }) => [
        number,
        {
          points: voters,
          ...(meanOf(voters) && { extra: { figure: meanOf(voters), words: `mean ${meanOf(voters)}` } }),
        },
      ]),
    )
  if (count?.kind === 'pairwise')
    return new Map(
      count.comparisons.map(({ number, duels }) => [
        number,
        { extra: { figure: duels.toLocaleString('en'), words: plural(duels, 'duel') } },
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
  const range = [least, most].map((score) => formatFigure(rules, score))
  return {
    label: others.length === 1 ? 'The other work' : `The other ${others.length.toLocaleString('en')} works`,
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
  const scale = `0 to ${formatScore(rules, String(max))}`
  return {
    caption: `The result of ${round.title}`,
    headings: HEADINGS[rules.method],
    axisMax: AXIS,
    axisLabel:
      count?.kind === 'score'
        ? `Voters by points, 1 to ${count.maxScore}`
        : quota === null
          ? scale
          : `${scale}, quota ${formatFigure(rules, quota)}`,
    ...(quota !== null && { mark: { value: onAxis(quota, max) } }),
    cut: cutSentence(result, rules),
    rows: shown.map(({ place, number, score, supporters }, index) => ({
      place,
      number,
      title: titles.get(number)?.title ?? '',
      creator: titles.get(number)?.creatorName ?? '',
      href: `/rounds/${round.slug}/works/${number}`,
      value: onAxis(score, max),
      figure: formatFigure(rules, score),
      voters: supporters.toLocaleString('en'),
      chosen: index < winners.length,
      ...extras.get(number),
    })),
    ...(rest && { rest }),
  }
}
