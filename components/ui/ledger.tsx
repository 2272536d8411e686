import type { ReactNode } from 'react'

type Column = {
  key: string
  label: string
  /** Figures stand at the right, under each other. */
  figures?: boolean
}

export type LedgerRow = {
  key: string
  /** What the row is about: its heading, and on the phone that of its list. */
  head: ReactNode
  cells: Readonly<Record<string, ReactNode>>
  /** What does not count now stands back. */
  quiet?: boolean
}

type LedgerProps = {
  /** Says what the table is of, for those who do not see it. */
  caption: string
  /** Of the first column. */
  about: string
  columns: readonly Column[]
  rows: readonly LedgerRow[]
}

const HEADING = 'border-fg border-b pr-6 pb-1.5 align-bottom font-text text-second last:pr-0'
const CELL =
  'align-top max-band:flex max-band:justify-between max-band:gap-4 max-band:py-0.5 band:border-line band:border-b band:py-2.5 band:pr-6 band:last:pr-0'

/** Rows of words and figures: a table where there is room, and on the phone a list of what each row says. */
export function Ledger({ caption, about, columns, rows }: LedgerProps) {
  const side = ({ figures }: Column) => (figures ? 'text-right' : 'text-left')
  return (
    <table className="w-full border-collapse text-13 max-band:block">
      <caption className="sr-only">{caption}</caption>
      <thead className="max-band:hidden">
        <tr>
          <th scope="col" className={`${HEADING} text-left`}>
            {about}
          </th>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={`${HEADING} ${side(column)}`}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-band:block">
        {rows.map(({ key, head, cells, quiet = false }) => (
          <tr
            key={key}
            className={`max-band:block max-band:border-line max-band:border-b max-band:py-3 ${quiet ? 'text-second' : ''}`}
          >
            <th
              scope="row"
              className="text-left align-top font-text max-band:block max-band:pb-1.5 band:border-line band:border-b band:py-2.5 band:pr-6"
            >
              {head}
            </th>
            {columns.map((column) => (
              <td
                key={column.key}
                className={`${CELL} ${column.figures ? 'band:whitespace-nowrap band:text-right' : ''}`}
              >
                <span className="text-second band:hidden">{column.label}</span>
                <span className="max-band:text-right">{cells[column.key]}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
