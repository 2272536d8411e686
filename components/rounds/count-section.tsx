import { Link } from '#components/ui/link.tsx'
import { Scroller } from '#components/ui/scroller.tsx'
import { Section } from '#components/ui/section.tsx'
import * as text from '#messages/rounds/count-section.ts'
import { type EliminationCount, type FlowRound, flowOf } from './count-flow.ts'
import { passedWords, roundWords } from './count-words.ts'
import { flowLayout } from './flow-layout.ts'
import type { FlowDrawingProps } from './flow-shapes.ts'
import { FlowTall } from './flow-tall.tsx'
import { FlowWide } from './flow-wide.tsx'
import type { Outcome } from './level-works.ts'
import type { MethodRules } from './result-words.ts'
import { figureOf, scoreOf } from './result-words.ts'

/** So many columns can be told apart. */
const ROUNDS_DRAWN = 6
const PASSES_TOLD = 4
const GAP = 1.4

export type CountSectionProps = {
  result: Outcome
  count: EliminationCount
  rules: MethodRules
  titles: ReadonlyMap<number, string>
  hrefOf: (number: number) => string
}

function RoundRows({
  rounds,
  result,
  rules,
  titles,
  hrefOf,
}: Omit<CountSectionProps, 'count'> & { rounds: readonly FlowRound[] }) {
  const cell = 'border-line border-b py-2 align-baseline'
  return (
    <table className="w-full border-collapse text-13">
      <caption className="sr-only">
        {text.roundsTold(rounds[0]?.round ?? 0, rounds.at(-1)?.round ?? 0)}
      </caption>
      <thead>
        <tr className="border-fg border-b text-second">
          <th scope="col" className="w-[3.5rem] pb-1.5 text-left font-text">
            {text.round}
          </th>
          <th scope="col" className="pb-1.5 text-left font-text">
            {text.whatHappened}
          </th>
          <th scope="col" className="w-[38%] pb-1.5 pl-6 text-left font-text max-band:hidden">
            {text.whereVotesWent}
          </th>
        </tr>
      </thead>
      <tbody>
        {rounds.map((round) => {
          const { number } = round.leaving
          const passed = passedWords(round, rules, PASSES_TOLD)
          return (
            <tr key={round.round}>
              <th scope="row" className={`${cell} text-left font-figure`}>
                {round.round}
              </th>
              <td className={cell}>
                <Link href={hrefOf(number)} className="hover:underline">
                  <span className="type-mono">#{number}</span>{' '}
                  <span className="type-title text-15">{titles.get(number)}</span>
                </Link>{' '}
                {roundWords(round, result, rules)}
                {passed && <span className="block text-second band:hidden">{passed}</span>}
              </td>
              <td className={`${cell} pl-6 max-band:hidden`}>{passed}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** The drawing again in figures: works by rounds. */
function Figures({
  rounds,
  order,
  rules,
  titles,
  hasLosses,
}: { rounds: readonly FlowRound[]; order: readonly number[]; hasLosses: boolean } & Pick<
  CountSectionProps,
  'rules' | 'titles'
>) {
  const standing = order.filter((number) => rounds.some((round) => round.standing.has(number)))
  const cell = 'whitespace-nowrap border-line border-b py-1.5 pl-5 text-right'
  const row = 'sticky left-0 max-w-[12rem] truncate border-line border-b bg-ground py-1.5 text-left font-text'
  const figure = (votes: bigint | undefined) => (votes === undefined ? '–' : figureOf(rules, String(votes)))
  return (
    <Scroller label={text.votesByRound}>
      <table className="border-collapse text-13">
        <caption className="sr-only">{text.votesAsRoundsBegan}</caption>
        <thead>
          <tr className="text-second">
            <th scope="col" className={`${row} border-fg`}>
              {text.work}
            </th>
            {rounds.map(({ round }) => (
              <th key={round} scope="col" className={`${cell} border-fg font-text`}>
                {text.roundNumber(round)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {standing.map((number) => (
            <tr key={number}>
              <th scope="row" className={row}>
                <span className="type-mono">#{number}</span>{' '}
                <span className="type-title text-15">{titles.get(number)}</span>
              </th>
              {rounds.map((round) => (
                <td key={round.round} className={cell}>
                  {figure(round.standing.get(number))}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row" className={`${row} text-second`}>
              {text.noFurtherChoice}
            </th>
            {rounds.map(({ round, exhausted }) => (
              <td key={round} className={cell}>
                {figure(exhausted)}
              </td>
            ))}
          </tr>
          {hasLosses && (
            <tr>
              <th scope="row" className={`${row} text-second`}>
                {text.lostInFractions}
              </th>
              {rounds.map(({ round, lost }) => (
                <td key={round} className={cell}>
                  {figure(lost)}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </Scroller>
  )
}

/** What the rounds leave open: votes that no work got, and works that were neither chosen nor went. */
function Remarks({
  result,
  count,
  rules,
  lost,
  rounds,
}: CountSectionProps & { lost: bigint; rounds: readonly FlowRound[] }) {
  const left = new Set(rounds.map(({ leaving }) => leaving.number))
  const still = result.ranking.filter(({ place, number }) => place !== null && !left.has(number)).length
  if (count.kind !== 'stv') return null
  const told = [
    ...(lost > 0n ? [text.wereLost(scoreOf(rules, String(lost)))] : []),
    ...(still > 0 ? [text.stillStood(still)] : []),
  ]
  return told.length > 0 && <p className="max-w-measure text-13 text-second">{told.join(' ')}</p>
}

/** How to read the drawing, and what it is of. */
function legend(
  { count, rules }: CountSectionProps,
  drawn: readonly FlowRound[],
  rounds: readonly FlowRound[],
): string {
  const range =
    drawn.length < rounds.length
      ? text.lastRounds(drawn.length, rounds.length)
      : text.allRounds(rounds.length)
  const mark = count.kind === 'irv' ? text.halfMarked : text.quotaMarked(scoreOf(rules, count.quota))
  return [range, text.bands, mark].join(' ')
}

/** What the drawing shows, for who cannot see it. */
function described(drawn: readonly FlowRound[], { result, rules, titles }: CountSectionProps): string {
  return drawn
    .map((round) => {
      const name = `#${round.leaving.number} ${titles.get(round.leaving.number) ?? ''}`.trim()
      const passed = passedWords(round, rules, PASSES_TOLD)
      return text.described(round.round, name, roundWords(round, result, rules), passed)
    })
    .join(' ')
}

/** How a count by elimination went: drawn, told round by round, and in figures. */
export function CountSection(props: CountSectionProps) {
  const { result, count, rules, titles } = props
  const order = result.ranking.map(({ number }) => number)
  const rounds = flowOf(count, order)
  if (rounds.length === 0) return null
  const drawn = rounds.slice(-ROUNDS_DRAWN)
  const before = rounds.slice(0, rounds.length - drawn.length)
  const quota = count.quota === null ? null : BigInt(count.quota)
  const lost = rounds.at(-1)?.lost ?? 0n
  const drawing: FlowDrawingProps = {
    layout: flowLayout(drawn, { order, quota, gap: GAP }),
    rules,
    titles,
    chosen: new Set(result.winners.map(({ number }) => number)),
    description: described(drawn, props),
  }
  return (
    <Section title={text.title} className="mt-10">
      {drawn.length > 1 && (
        <>
          <p className="mt-2 mb-4 max-w-measure text-13 text-second">{legend(props, drawn, rounds)}</p>
          <FlowWide {...drawing} />
          <FlowTall {...drawing} />
        </>
      )}
      <div className="mt-6 grid grid-cols-[minmax(0,1fr)] gap-3">
        {before.length > 0 && (
          <details className="text-13">
            <summary className="link inline-block max-band:py-2">{text.firstRounds(before.length)}</summary>
            <div className="mt-2">
              <RoundRows {...props} rounds={before} />
            </div>
          </details>
        )}
        <RoundRows {...props} rounds={drawn} />
        <Remarks {...props} lost={lost} rounds={rounds} />
        <details className="text-13">
          <summary className="link inline-block max-band:py-2">{text.inFigures}</summary>
          <div className="mt-2">
            <Figures rounds={drawn} order={order} rules={rules} titles={titles} hasLosses={lost > 0n} />
          </div>
        </details>
      </div>
    </Section>
  )
}
