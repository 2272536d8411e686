import type { ReactNode } from 'react'
import { Link } from '#components/ui/link.tsx'
import * as text from '#messages/rounds/result-table.ts'
import { PointsBars } from './points-bars.tsx'

export type ResultRow = {
  /** Null for a work that nobody supports. */
  place: number | null
  number: number
  title: string
  creator: string
  href: string
  /** Position on the axis, in the same unit as `axisMax`. */
  value: number
  /** How many voters gave 1, 2, … points, where that is drawn instead of the position. */
  points?: readonly number[]
  figure: string
  /** What the method says besides: a mean, a round, duels. */
  extra?: { figure: string; words: string }
  voters: string
  chosen: boolean
}

export type ResultTableProps = {
  rows: readonly ResultRow[]
  axisMax: number
  /** "0 to 2,000 votes" */
  axisLabel: string
  /** A line across the axis that matters to the method, such as a quota. */
  mark?: { value: number }
  /** "Votes", and what stands in the extra column. */
  headings: { figure: string; extra?: string; voters: string }
  /** Stands where places end: how many there are, and in words what decided a tie. */
  cut: ReactNode
  /** The remaining works as ticks on the same axis. */
  rest?: { label: string; range: string; values: readonly number[] }
  caption?: string
}

const percent = (value: number, max: number) => `${max > 0 ? Math.min(100, (100 * value) / max) : 0}%`

type DrawingProps = Pick<ResultTableProps, 'axisMax' | 'mark'> & {
  row: ResultRow
  /** Of any bar of points in the table. */
  mostPoints: number
  className?: string
}

function Lollipop({ row, axisMax, mark, className = '' }: Omit<DrawingProps, 'mostPoints'>) {
  const at = percent(row.value, axisMax)
  return (
    <div aria-hidden="true" className={`relative mr-[5px] h-5 ${className}`}>
      <i className="absolute top-[9.5px] left-0 border-edge border-t" style={{ width: at }} />
      {mark && (
        <i
          className="absolute inset-y-0 border-fg band:-inset-y-2.5 border-l border-dashed"
          style={{ left: percent(mark.value, axisMax) }}
        />
      )}
      <i
        className={`absolute top-[5px] -ml-[5px] size-2.5 rounded-full border-[1.5px] border-fg ${row.chosen ? 'bg-fg' : 'bg-ground'}`}
        style={{ left: at }}
      />
    </div>
  )
}

function Drawing({ mostPoints, ...props }: DrawingProps) {
  const { row, className } = props
  if (!row.points) return <Lollipop {...props} />
  return <PointsBars voters={row.points} most={mostPoints} chosen={row.chosen} className={className} />
}

function Row({ extra, ...drawing }: Omit<DrawingProps, 'className'> & { extra: boolean }) {
  const { row } = drawing
  return (
    <tr className="h-[38px] border-line border-b align-middle">
      <td className="w-[26px] font-figure max-band:align-top max-band:pt-2">{row.place ?? '–'}</td>
      <th scope="row" className="py-1 text-left font-text">
        <Link href={row.href} className="type-title mr-2.5 hover:underline">
          {row.title}
        </Link>
        <span className="inline-block text-second max-band:block">
          <span className="sr-only">#{row.number}, </span>
          {row.creator}
          {row.extra && <span className="band:hidden">, {row.extra.words}</span>}
        </span>
        <Drawing {...drawing} className="band:hidden" />
      </th>
      <td className="min-w-[68px] whitespace-nowrap pl-2 text-right font-statement text-15 max-band:align-top max-band:pt-1.5">
        {row.figure}
      </td>
      {extra && <td className="whitespace-nowrap pl-4 text-right max-band:hidden">{row.extra?.figure}</td>}
      <td className="w-[60px] text-right max-band:align-top max-band:pt-2">{row.voters}</td>
      <td className={`pl-7 max-band:hidden ${row.points ? 'w-[1%]' : 'w-[35%]'}`}>
        <Drawing {...drawing} />
      </td>
    </tr>
  )
}

type RestProps = { rest: NonNullable<ResultTableProps['rest']>; max: number; extra: boolean; drawn: boolean }

function Rest({ rest, max, extra, drawn }: RestProps) {
  return (
    <tr className="h-[38px] text-second align-middle">
      <th scope="row" colSpan={2} className="text-left font-text">
        {rest.label}
      </th>
      <td className="whitespace-nowrap pl-2 text-right">{rest.range}</td>
      {extra && <td className="max-band:hidden" />}
      <td />
      <td className="pl-7 max-band:hidden">
        {drawn && (
          <svg
            aria-hidden="true"
            viewBox="0 0 1000 20"
            preserveAspectRatio="none"
            className="mr-[5px] block h-5 w-[calc(100%-5px)]"
          >
            <path
              d={rest.values
                .map((value) => `M${Math.round((1000 * value) / Math.max(1, max))} 4v12`)
                .join('')}
              vectorEffect="non-scaling-stroke"
              className="stroke-1 stroke-edge"
            />
          </svg>
        )}
      </td>
    </tr>
  )
}

function Head({ headings, axisLabel }: Pick<ResultTableProps, 'headings' | 'axisLabel'>) {
  const heading = 'whitespace-nowrap pb-1.5 font-text text-second'
  return (
    <thead>
      <tr className="border-fg border-b">
        <th scope="col" colSpan={2} className={`${heading} text-left`}>
          {text.placeAndWork}
        </th>
        <th scope="col" className={`${heading} pl-2 text-right`}>
          {headings.figure}
        </th>
        {headings.extra && (
          <th scope="col" className={`${heading} pl-4 text-right max-band:hidden`}>
            {headings.extra}
          </th>
        )}
        <th scope="col" className={`${heading} pl-3 text-right`}>
          {headings.voters}
        </th>
        <th scope="col" className={`${heading} pl-7 text-left max-band:hidden`}>
          {axisLabel}
        </th>
      </tr>
    </thead>
  )
}

/** Places on one axis, a thick rule where they end, and under it what decided. */
export function ResultTable(props: ResultTableProps) {
  const { rows, axisMax, cut, rest, headings, mark, caption = text.result } = props
  const mostPoints = Math.max(0, ...rows.flatMap(({ points = [] }) => points))
  const row = (shown: ResultRow) => (
    <Row
      key={shown.number}
      row={shown}
      axisMax={axisMax}
      mark={mark}
      mostPoints={mostPoints}
      extra={headings.extra !== undefined}
    />
  )
  return (
    <table className="w-full border-collapse text-13">
      <caption className="sr-only">{caption}</caption>
      <Head {...props} />
      <tbody>
        {rows.filter(({ chosen }) => chosen).map(row)}
        <tr className="h-9 border-fg border-t-2 border-b border-b-line">
          <td colSpan={headings.extra ? 6 : 5} className="py-1.5">
            {cut}
          </td>
        </tr>
        {rows.filter(({ chosen }) => !chosen).map(row)}
        {rest && (
          <Rest
            rest={rest}
            max={axisMax}
            extra={headings.extra !== undefined}
            drawn={!rows.some(({ points }) => points)}
          />
        )}
      </tbody>
    </table>
  )
}
