import { Hang } from '#components/art/hang.tsx'
import { hungWork } from '#components/art/hung-work.ts'
import type { CandidateView } from '#lib/candidates/schema.ts'
import type { ResultView, RoundView } from '#lib/rounds/schema.ts'
import * as words from '#messages/rounds/outcome.ts'
import { CountSection } from './count-section.tsx'
import { DuelSection } from './duel-section.tsx'
import { LevelList } from './level-list.tsx'
import { OverspentList } from './overspent-list.tsx'
import { PointsFigures } from './points-figures.tsx'
import { resultRows } from './result-rows.ts'
import { ResultTable } from './result-table.tsx'
import { resultSentence, scoreOf } from './result-words.ts'
import { Reveal } from './reveal.tsx'

type OutcomeProps = {
  round: Pick<RoundView, 'slug' | 'title' | 'rules' | 'roundId'>
  result: Pick<ResultView, 'result' | 'works'>
  /** The chosen works, with their pictures. */
  chosen: readonly CandidateView[]
  showsAll: boolean
}

type Titles = ReadonlyMap<number, string>

function Sentence({ round, result, titles }: OutcomeProps & { titles: Titles }) {
  const { titled, text } = resultSentence(result.result, round.rules)
  const first = titles.get(result.result.winners[0]?.number ?? 0)
  return (
    <h2 className="mb-4 font-statement text-24 leading-statement">
      {titled && first && <span className="type-title text-[27px]">{first} </span>}
      {text}
    </h2>
  )
}

function Winners({ round, result, chosen }: OutcomeProps) {
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
      label={words.chosen(works.length)}
      linesFor={(work) => (
        <p className="font-figure">
          {words.placed(rankOf(work), scoreOf(round.rules, scores.get(work.number ?? 0) ?? '0'))}
        </p>
      )}
    />
  )
}

/** What a method has to tell besides its table. */
function Count({ round, result, showsAll, titles }: OutcomeProps & { titles: Titles }) {
  const { rules } = round
  const { count } = result.result
  const hrefOf = (number: number) => `/rounds/${round.slug}/works/${number}`
  const told = { result: result.result, rules, titles, hrefOf }
  if (count?.kind === 'irv' || count?.kind === 'stv') return <CountSection {...told} count={count} />
  if (count?.kind === 'pairwise') return <DuelSection {...told} count={count} showsAll={showsAll} />
  if (count?.kind === 'quadratic') return <OverspentList overspent={count.overspent} />
  return null
}

/** One sentence says it, then the chosen works hang, then the whole table, and how it came about. */
export function Outcome(props: OutcomeProps) {
  const { round, result, chosen, showsAll } = props
  const titles: Titles = new Map(result.works.map(({ number, title }) => [number, title]))
  const table = resultRows(round, result, showsAll)
  return (
    <>
      <Sentence {...props} titles={titles} />
      {chosen.length > 0 && (
        <Reveal roundId={round.roundId ?? ''} count={chosen.length}>
          <Winners {...props} />
        </Reveal>
      )}
      <div className="mt-6">
        <ResultTable {...table} />
      </div>
      <LevelList result={result.result} rules={round.rules} shown={table.rows.length} />
      <PointsFigures rows={table.rows} />
      <Count {...props} titles={titles} />
    </>
  )
}
