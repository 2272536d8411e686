import Link from 'next/link'
import type { ReactNode } from 'react'

export type ResultRow = {
  place: number
  number: number
  title: string
  creator: string
  href: string
  /** Position on the axis, in the same unit as `axisMax`. */
  value: number
  votes: string
  voters: string
  chosen: boolean
}

type ResultTableProps = {
  rows: readonly ResultRow[]
  axisMax: number
  /** "0 to 2,000 votes" */
  axisLabel: string
  /** Stands where places end: how many there are, and in words what decided a tie. */
  cut: ReactNode
  /** The remaining works as ticks on the same axis. */
  rest?: { label: string; range: string; values: readonly number[] }
  caption?: string
}

const percent = (value: number, max: number) => `${max > 0 ? Math.min(100, (100 * value) / max) : 0}%`

function Lollipop({ row, max, className }: { row: ResultRow; max: number; className: string }) {
  const at = percent(row.value, max)
  return (
    <div aria-hidden="true" className={`relative mr-[5px] h-5 ${className}`}>
      <i className="absolute top-[9.5px] left-0 border-edge border-t" style={{ width: at }} />
      <i
        className={`absolute top-[5px] -ml-[5px] size-2.5 rounded-full border-[1.5px] border-fg ${row.chosen ? 'bg-fg' : 'bg-ground'}`}
        style={{ left: at }}
      />
    </div>
  )
}

function Row({ row, max }: { row: ResultRow; max: number }) {
  return (
    <tr className="h-[38px] border-line border-b align-middle">
      <td className="w-[26px] font-figure max-band:align-top max-band:pt-2">{row.place}</td>
      <th scope="row" className="py-1 text-left font-text">
        <Link href={row.href} className="type-title mr-2.5 hover:underline">
          {row.title}
        </Link>
        <span className="inline-block text-second max-band:block">
          <span className="sr-only">#{row.number}, </span>
          {row.creator}
        </span>
        <Lollipop row={row} max={max} className="band:hidden" />
      </th>
      <td className="w-[68px] text-right font-statement text-15 max-band:align-top max-band:pt-1.5">
        {row.votes}
      </td>
      <td className="w-[60px] text-right max-band:align-top max-band:pt-2">{row.voters}</td>
      <td className="w-[35%] pl-7 max-band:hidden">
        <Lollipop row={row} max={max} className="" />
      </td>
    </tr>
  )
}

function Rest({ rest, max }: { rest: NonNullable<ResultTableProps['rest']>; max: number }) {
  return (
    <tr className="h-[38px] text-second align-middle">
      <th scope="row" colSpan={2} className="text-left font-text">
        {rest.label}
      </th>
      <td className="text-right">{rest.range}</td>
      <td />
      <td className="pl-7 max-band:hidden">
        <svg
          aria-hidden="true"
          viewBox="0 0 1000 20"
          preserveAspectRatio="none"
          className="mr-[5px] block h-5 w-[calc(100%-5px)]"
        >
          <path
            d={rest.values.map((value) => `M${Math.round((1000 * value) / Math.max(1, max))} 4v12`).join('')}
            vectorEffect="non-scaling-stroke"
            className="stroke-1 stroke-edge"
          />
        </svg>
      </td>
    </tr>
  )
}

/** Places on one axis, a thick rule where they end, and under it what decided. */
export function ResultTable({
  rows,
  axisMax,
  axisLabel,
  cut,
  rest,
  caption = 'The result',
}: ResultTableProps) {
  const chosen = rows.filter((row) => row.chosen)
  const others = rows.filter((row) => !row.chosen)
  const heading = 'whitespace-nowrap pb-1.5 font-text text-second'
  return (
    <table className="w-full border-collapse text-13">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-fg border-b">
          <th scope="col" colSpan={2} className={`${heading} text-left`}>
            Place and work
          </th>
          <th scope="col" className={`${heading} text-right`}>
            Votes
          </th>
          <th scope="col" className={`${heading} pl-3 text-right`}>
            Voters
          </th>
          <th scope="col" className={`${heading} pl-7 text-left max-band:hidden`}>
            {axisLabel}
          </th>
        </tr>
      </thead>
      <tbody>
        {chosen.map((row) => (
          <Row key={row.number} row={row} max={axisMax} />
        ))}
        <tr className="h-9 border-fg border-t-2 border-b border-b-line">
          <td colSpan={5} className="py-1.5">
            {cut}
          </td>
        </tr>
        {others.map((row) => (
          <Row key={row.number} row={row} max={axisMax} />
        ))}
        {rest && <Rest rest={rest} max={axisMax} />}
      </tbody>
    </table>
  )
}
