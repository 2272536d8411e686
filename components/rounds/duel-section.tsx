import { Link } from '#components/ui/link.tsx'
import { Scroller } from '#components/ui/scroller.tsx'
import { Section } from '#components/ui/section.tsx'
import type { RankedCandidate } from '#lib/protocol/result.ts'
import * as text from '#messages/rounds/duel-section.ts'
import { type DuelCell, type DuelRow, duelGrid, type PairwiseCount } from './duel-grid.ts'
import type { Outcome } from './level-works.ts'
import { enoughDuels, figureOf, type MethodRules } from './result-words.ts'

/** Whose duels stand beside the table, on the desktop and on the phone; all that are told stand in the whole one. */
const FIRST = 8
const FIRST_ON_A_PHONE = 3
const MOST_NAMED = 60

type DuelSectionProps = {
  result: Outcome
  count: PairwiseCount
  rules: MethodRules
  titles: ReadonlyMap<number, string>
  hrefOf: (number: number) => string
  showsAll: boolean
}

function spoken({ won, lost, tied, share }: DuelCell): string {
  return share === null ? text.neverMet : text.met(won, lost, tied)
}

function Cell({ cell, isItself, hidden }: { cell: DuelCell; isItself: boolean; hidden: string }) {
  const base = `h-10 min-w-12 border border-line p-0 text-center align-middle ${hidden}`
  if (isItself)
    return (
      <td className={`${base} bg-press`}>
        <span className="sr-only">{text.itself}</span>
      </td>
    )
  const { won, lost, tied, share } = cell
  return (
    <td
      className={`${base} relative`}
      style={{
        backgroundColor: `color-mix(in oklab, var(--fg) ${Math.round(22 * (share ?? 0))}%, transparent)`,
      }}
    >
      <span className="sr-only">{spoken(cell)}</span>
      <span aria-hidden="true" className={share === null ? 'text-second' : ''}>
        {share === null ? '–' : [won, lost, tied].join(':')}
      </span>
      {share !== null && (
        <i
          aria-hidden="true"
          className="absolute bottom-0 left-0 border-fg border-b-[3px]"
          style={{ width: `${100 * share}%` }}
        />
      )}
    </td>
  )
}

function Matrix({
  rows,
  works,
  ...props
}: { rows: readonly DuelRow[]; works: ReadonlyMap<number, RankedCandidate> } & Pick<
  DuelSectionProps,
  'count' | 'rules' | 'titles' | 'hrefOf' | 'showsAll'
>) {
  const { count, rules, titles, hrefOf, showsAll } = props
  const duels = new Map(count.comparisons.map((row) => [row.number, row.duels]))
  const hiddenAt = (index: number) => (!showsAll && index >= FIRST_ON_A_PHONE ? 'max-band:hidden' : '')
  return (
    <table className="border-collapse text-12">
      <caption className="sr-only">{text.caption}</caption>
      <thead>
        <tr className="text-second">
          <th scope="col" className="sticky left-0 bg-ground pb-1.5 text-left font-text">
            {text.work}
          </th>
          {rows.map(({ number }, index) => (
            <th key={number} scope="col" className={`pb-1.5 font-text ${hiddenAt(index)}`}>
              <span className="sr-only">{text.against}</span>
              <span className="type-mono">#{number}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ number, cells }, index) => (
          <tr key={number} className={hiddenAt(index)}>
            <th
              scope="row"
              className="sticky left-0 z-[1] w-44 min-w-24 max-w-44 bg-ground pr-3 text-left align-middle font-text leading-close max-band:w-28"
            >
              <Link
                href={hrefOf(number)}
                className="block truncate hover:underline max-band:whitespace-normal"
              >
                <span className="type-mono">#{number}</span>{' '}
                <span className="type-title text-15 max-band:hidden">{titles.get(number)}</span>
              </Link>
              <span className="block text-second">
                {text.judgedIn(figureOf(rules, works.get(number)?.score ?? '0'), duels.get(number) ?? 0)}
              </span>
            </th>
            {cells.map((cell, column) => (
              <Cell
                key={cell.against}
                cell={cell}
                isItself={cell.against === number}
                hidden={hiddenAt(column)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Works that hold no place, each with what it lacks. */
function NotRanked({ result, count, rules, titles, hrefOf, showsAll }: DuelSectionProps) {
  const duels = new Map(count.comparisons.map((row) => [row.number, row.duels]))
  const out = result.ranking.filter(({ place }) => place === null)
  if (out.length === 0) return null
  const named = showsAll ? out : out.slice(0, MOST_NAMED)
  return (
    <details className="mt-4 text-13">
      <summary className="link inline-block max-band:py-2">{text.notRanked(out.length)}</summary>
      <p className="mt-2 text-second">{text.rankedFrom(enoughDuels(rules))}</p>
      <ul className="mt-1 columns-[16rem] gap-6">
        {named.map(({ number, supporters }) => (
          <li key={number} className="break-inside-avoid border-line border-b py-1.5">
            <Link href={hrefOf(number)} className="hover:underline">
              <span className="type-mono">#{number}</span>{' '}
              <span className="type-title text-15">{titles.get(number)}</span>
            </Link>{' '}
            <span className="text-second">{text.duelsByVoters(duels.get(number) ?? 0, supporters)}</span>
          </li>
        ))}
      </ul>
      {out.length > named.length && (
        <p className="mt-1 text-second">{text.andOthers(out.length - named.length)}</p>
      )}
    </details>
  )
}

/** How the first works did against one another, and which works were judged too seldom to be ranked. */
export function DuelSection(props: DuelSectionProps) {
  const { result, count, rules, titles, hrefOf, showsAll } = props
  const works = new Map(result.ranking.map((work) => [work.number, work]))
  const placed = result.ranking.filter(({ place }) => place !== null).map(({ number }) => number)
  const told = placed.slice(0, 40)
  const shown = showsAll ? told : told.slice(0, FIRST)
  return (
    <Section title={text.title} className="mt-10">
      {shown.length > 1 ? (
        <>
          <p className="mt-2 mb-4 max-w-measure text-13 text-second">
            {text.howToRead(count.duels)}
            {placed.length > shown.length && (
              <span className={showsAll ? '' : 'max-band:hidden'}> {text.firstShown(shown.length)}</span>
            )}
            {!showsAll && placed.length > FIRST_ON_A_PHONE && (
              <span className="band:hidden"> {text.firstShownOfAll(FIRST_ON_A_PHONE)}</span>
            )}
          </p>
          <Scroller label={text.duelsOfFirst} className="pb-1">
            <Matrix
              rows={duelGrid(count, shown)}
              works={works}
              count={count}
              rules={rules}
              titles={titles}
              hrefOf={hrefOf}
              showsAll={showsAll}
            />
          </Scroller>
        </>
      ) : (
        <p className="mt-2 text-13 text-second">{text.tooFew}</p>
      )}
      <NotRanked {...props} />
    </Section>
  )
}
