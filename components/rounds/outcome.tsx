import { Hang } from '#components/art/hang.tsx'
import { hungWork } from '#components/art/hung-work.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import type { ResultView, RoundView } from '#lib/rounds/schema.ts'
import { ResultTable } from './result-table.tsx'
import { AXIS, amount, axisMax, cutSentence, onAxis, ordinal, resultSentence, votes } from './result-words.ts'
import { plural } from './round-words.ts'

const ROWS_SHOWN = 7

type OutcomeProps = {
  round: RoundView
  result: ResultView
  /** The chosen works, with their pictures. */
  chosen: readonly CandidateView[]
  showsAll: boolean
}

type Titles = ReadonlyMap<number, ResultView['works'][number]>

function Sentence({ result, titles }: { result: ResultView['result']; titles: Titles }) {
  const { titled, text } = resultSentence(result)
  const first = titles.get(result.winners[0]?.number ?? 0)
  return (
    <h2 className="mb-4 font-statement text-24 leading-statement">
      {titled && first && <span className="type-title text-[27px]">{first.title} </span>}
      {text}
    </h2>
  )
}

function Winners({ round, result, chosen }: Omit<OutcomeProps, 'showsAll'>) {
  const { winners, ranking } = result.result
  const ranks = new Map(winners.map(({ number, rank }) => [number, rank]))
  const scores = new Map(ranking.map(({ number, score }) => [number, score]))
  const rankOf = (work: { number?: number | null }) => ranks.get(work.number ?? 0) ?? 0
  const works = chosen
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((work) => hungWork(round.slug, work, 'chosen'))
  return (
    <Hang
      works={works}
      label={`${plural(works.length, 'work')} chosen`}
      linesFor={(work) => (
        <p className="font-figure">
          {ordinal(rankOf(work))}, {votes(scores.get(work.number ?? 0) ?? '0')}
        </p>
      )}
    />
  )
}

function Table({ round, result, showsAll, titles }: OutcomeProps & { titles: Titles }) {
  const { ranking, winners } = result.result
  const max = axisMax(ranking[0]?.score ?? '0')
  const shown = showsAll ? ranking : ranking.slice(0, Math.max(ROWS_SHOWN, winners.length + 1))
  const others = ranking.slice(shown.length)
  const rest = others.map(({ score }) => onAxis(score, max))
  const range = [others.at(-1), others[0]].map((row) => amount(row?.score ?? '0'))
  return (
    <ResultTable
      caption={`The result of ${round.title}`}
      axisMax={AXIS}
      axisLabel={`0 to ${votes(String(max))}`}
      cut={cutSentence(result.result, round.places)}
      rows={shown.map(({ number, score, supporters }, index) => {
        const work = titles.get(number)
        return {
          place: index + 1,
          number,
          title: work?.title ?? '',
          creator: work?.creatorName ?? '',
          href: `/rounds/${round.slug}/works/${number}`,
          value: onAxis(score, max),
          votes: amount(score),
          voters: supporters.toLocaleString('en'),
          chosen: index < winners.length,
        }
      })}
      {...(others.length > 0 && {
        rest: {
          label:
            others.length === 1 ? 'The other work' : `The other ${others.length.toLocaleString('en')} works`,
          range: range[0] === range[1] ? (range[0] ?? '') : range.join('–'),
          values: rest,
        },
      })}
    />
  )
}

/** One sentence says it, then the chosen works hang, then the whole table. */
export function Outcome(props: OutcomeProps) {
  const { result, chosen } = props
  const titles: Titles = new Map(result.works.map((work) => [work.number, work]))
  return (
    <>
      <Sentence result={result.result} titles={titles} />
      {chosen.length > 0 && <Winners {...props} />}
      <div className="mt-6">
        <Table {...props} titles={titles} />
      </div>
    </>
  )
}
