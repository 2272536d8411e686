import { Check, type Verdict } from '#components/ui/check.tsx'
import { Hash } from '#components/ui/hash.tsx'
import * as text from '#messages/rounds/anchor-table.ts'

export type AnchorRow = {
  /** "Works" */
  what: string
  /** "candidates.jsonl" */
  source: string
  here?: string
  chain:
    | { state: 'anchored'; hash: string; block: number }
    | { state: 'not yet' }
    | { state: 'unreachable'; since?: string }
}

function verdictOf({ here, chain }: AnchorRow): Verdict {
  if (chain.state === 'unreachable') return 'unknown'
  if (chain.state === 'not yet' || here === undefined) return 'todo'
  return here.toLowerCase() === chain.hash.toLowerCase() ? 'checked' : 'broken'
}

/** Long where there is room, short on the phone. */
function Anchor({ hash, align }: { hash: string; align?: 'start' | 'end' }) {
  return (
    <>
      <span className="max-band:hidden">
        <Hash value={hash} length="long" align={align} />
      </span>
      <span className="band:hidden">
        <Hash value={hash} align={align} />
      </span>
    </>
  )
}

function ChainCell({ chain }: Pick<AnchorRow, 'chain'>) {
  if (chain.state === 'anchored') return <Anchor hash={chain.hash} align="end" />
  if (chain.state === 'not yet') return <span className="text-second">{text.notAnchored}</span>
  return (
    <span className="text-second">{chain.since ? text.unreachableSince(chain.since) : text.unreachable}</span>
  )
}

/** Computed here beside read from chain, a square between them; one that differs turns its row. */
export function AnchorTable({ rows }: { rows: readonly AnchorRow[] }) {
  const heading = 'border-fg border-b pr-3 pb-1.5 text-left last:pr-0 last:text-right font-text text-second'
  const cell = 'border-line border-b py-2 pr-3 align-baseline last:pr-0 last:text-right'
  return (
    <table className="w-full border-collapse text-13">
      <caption className="sr-only">{text.caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={heading}>
            {text.what}
          </th>
          <th scope="col" className={`${heading} max-band:hidden`}>
            <span className="sr-only">{text.madeFrom}</span>
          </th>
          <th scope="col" className={heading}>
            {text.here}
          </th>
          <th scope="col" className={heading}>
            <span className="sr-only">{text.verdict}</span>
          </th>
          <th scope="col" className={heading}>
            {text.onChain}
          </th>
          <th scope="col" className={heading}>
            {text.block}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const verdict = verdictOf(row)
          return (
            <tr key={row.what} className={verdict === 'broken' ? 'bg-wash' : ''}>
              <th scope="row" className={`${cell} text-left font-figure`}>
                {row.what}
              </th>
              <td className={`${cell} text-second max-band:hidden`}>{row.source}</td>
              <td className={cell}>{row.here && <Anchor hash={row.here} />}</td>
              <td className={`${cell} w-7 max-band:pr-1`}>
                <Check verdict={verdict} />
              </td>
              <td className={cell}>
                <ChainCell chain={row.chain} />
              </td>
              <td className={cell}>{row.chain.state === 'anchored' && row.chain.block}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
