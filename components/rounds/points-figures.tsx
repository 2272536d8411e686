import { Scroller } from '#components/ui/scroller.tsx'
import { whole } from '#messages/rounds/figures.ts'
import * as text from '#messages/rounds/points-figures.ts'
import type { ResultRow } from './result-table.tsx'

/** The bars of points in figures: how many voters gave each work how much. */
export function PointsFigures({ rows }: { rows: readonly ResultRow[] }) {
  const length = rows[0]?.points?.length ?? 0
  if (length === 0) return null
  const cell = 'border-line border-b py-1.5 pl-4 text-right'
  const row = 'sticky left-0 max-w-[10rem] truncate border-line border-b bg-ground py-1.5 text-left font-text'
  return (
    <details className="mt-3 text-13">
      <summary className="link inline-block max-band:py-2">{text.inFigures}</summary>
      <Scroller label={text.byPoints} className="mt-2">
        <table className="border-collapse">
          <caption className="sr-only">{text.caption}</caption>
          <thead>
            <tr className="text-second">
              <th scope="col" className={`${row} border-fg`}>
                {text.whoGave}
              </th>
              {Array.from({ length }, (_, index) => index + 1).map((points) => (
                <th key={points} scope="col" className={`${cell} border-fg font-text`}>
                  {points}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ number, title, points = [] }) => (
              <tr key={number}>
                <th scope="row" className={row}>
                  <span className="type-mono">#{number}</span>{' '}
                  <span className="type-title text-15">{title}</span>
                </th>
                {points.map((voters, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the index is the number of points
                  <td key={index} className={cell}>
                    {whole(voters)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
    </details>
  )
}
