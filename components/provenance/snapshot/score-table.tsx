import type { ChoiceRow, SnapshotReport } from '#lib/interop/snapshot/report.ts'
import * as text from '#messages/provenance/snapshot/score-table.ts'
import { cause as causes } from '#messages/provenance/snapshot/snapshot-words.ts'

const COLUMNS = ['published', 'compatible', 'exact', 'difference'] as const
const GRID =
  'band:grid band:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_minmax(0,1fr)_minmax(0,1.4fr)_minmax(0,1.1fr)] band:gap-x-5'

type Column = (typeof COLUMNS)[number]
type LineProps = {
  name: string
  figures: Readonly<Partial<Record<Column, string>>>
  /** Under the last figure. */
  cause?: string
  className: string
}

/** A choice and its figures: in columns where there is room for them, else under one another, each with its name. */
function Line({ name, figures, cause, className }: LineProps) {
  return (
    <li className={`py-1.5 ${GRID} ${className}`}>
      <span className="block [overflow-wrap:anywhere]">{name}</span>
      <dl className="contents">
        {COLUMNS.map((column) => {
          const figure = figures[column]
          if (figure === undefined) return null
          return (
            <div key={column} className="flex justify-between gap-x-6 band:block band:text-right">
              <dt className="flex-none text-second band:sr-only">{text.columns[column]}</dt>
              <dd className="min-w-0 text-right tabular-nums [overflow-wrap:anywhere]">
                {figure}
                {column === 'difference' && cause && <span className="block text-second">{cause}</span>}
              </dd>
            </div>
          )
        })}
      </dl>
    </li>
  )
}

const MOST_DECIMALS = 15

/** The saved report has every decimal; a column has not the room. */
const cut = (exact: string) => {
  const point = exact.indexOf('.')
  const end = point + 1 + MOST_DECIMALS
  return point < 0 || exact.length <= end + 1 ? exact : `${exact.slice(0, end)}…`
}

const lineOf = ({ name, published, compatible, exact, difference, cause }: ChoiceRow) => ({
  name,
  figures: {
    published: published ?? text.none,
    compatible: compatible ?? text.none,
    exact: exact === null ? text.none : cut(exact),
    difference: difference ?? text.none,
  },
  cause: causes[cause],
})

/** Every choice in the three counts, and what the last two differ by. */
export function ScoreTable({ report }: { report: SnapshotReport }) {
  const { choices, totals } = report
  return (
    <div className="text-13">
      <div aria-hidden="true" className={`border-fg border-b py-1.5 text-second max-band:hidden ${GRID}`}>
        <span>{text.choice}</span>
        {COLUMNS.map((column) => (
          <span key={column} className="text-right">
            {text.columns[column]}
          </span>
        ))}
      </div>
      <ul>
        {choices.map((row) => (
          <Line key={row.number} {...lineOf(row)} className="border-line border-b [&>span]:font-figure" />
        ))}
        <Line
          name={text.allVotes}
          figures={{ published: totals.published ?? text.none, compatible: totals.compatible ?? text.none }}
          className="border-fg border-t text-second"
        />
      </ul>
    </div>
  )
}
