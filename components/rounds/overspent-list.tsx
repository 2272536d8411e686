import type { CountDetail } from '#lib/protocol/result.ts'
import * as text from '#messages/rounds/overspent-list.ts'
import { amount } from './result-words.ts'

const MOST_NAMED = 500

type Overspent = Extract<CountDetail, { kind: 'quadratic' }>['overspent']

/** Ballots that do not count, because the power behind them gives fewer credits than they spend. */
export function OverspentList({ overspent }: { overspent: Overspent }) {
  if (overspent.length === 0) return null
  const head = 'border-fg border-b pb-1.5 font-text text-second'
  const cell = 'border-line border-b py-1.5 pl-5 text-right'
  return (
    <section className="mt-6 text-13">
      <p>{text.overspent(overspent.length)}</p>
      <details className="mt-1">
        <summary className="link inline-block max-band:py-2">{text.whose(overspent.length)}</summary>
        <table className="mt-2 border-collapse">
          <caption className="sr-only">{text.caption}</caption>
          <thead>
            <tr>
              <th scope="col" className={`${head} text-left`}>
                {text.account}
              </th>
              <th scope="col" className={`${head} pl-5 text-right`}>
                {text.spent}
              </th>
              <th scope="col" className={`${head} pl-5 text-right`}>
                {text.credits}
              </th>
            </tr>
          </thead>
          <tbody>
            {overspent.slice(0, MOST_NAMED).map(({ account, spent, credits }) => (
              <tr key={account}>
                <th scope="row" className="border-line border-b py-1.5 text-left font-text">
                  <span className="type-mono break-all">{account}</span>
                </th>
                <td className={cell}>{amount(spent)}</td>
                <td className={cell}>{amount(credits)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {overspent.length > MOST_NAMED && (
          <p className="mt-1 text-second">{text.others(overspent.length - MOST_NAMED)}</p>
        )}
      </details>
    </section>
  )
}
