import type { CountDetail } from '#lib/protocol/result.ts'
import { amount } from './result-words.ts'
import { plural } from './round-words.ts'

const MOST_NAMED = 500

type Overspent = Extract<CountDetail, { kind: 'quadratic' }>['overspent']

/** Ballots that do not count, because the power behind them gives fewer credits than they spend. */
export function OverspentList({ overspent }: { overspent: Overspent }) {
  if (overspent.length === 0) return null
  const one = overspent.length === 1
  const head = 'border-fg border-b pb-1.5 font-text text-second'
  const cell = 'border-line border-b py-1.5 pl-5 text-right'
  return (
    <section className="mt-6 text-13">
      <p>
        {one
          ? '1 ballot spent more credits than its power gives and does not count.'
          : `${overspent.length.toLocaleString('en')} ballots spent more credits than their power gives and do not count.`}
      </p>
      <details className="mt-1">
        <summary className="link inline-block max-band:py-2">
          {one ? 'Whose it is' : 'Whose they are'}
        </summary>
        <table className="mt-2 border-collapse">
          <caption className="sr-only">
            Accounts whose ballots do not count, with credits spent and given
          </caption>
          <thead>
            <tr>
              <th scope="col" className={`${head} text-left`}>
                Account
              </th>
              <th scope="col" className={`${head} pl-5 text-right`}>
                Spent
              </th>
              <th scope="col" className={`${head} pl-5 text-right`}>
                Credits
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
          <p className="mt-1 text-second">
            and {plural(overspent.length - MOST_NAMED, 'other')}, all in result.json
          </p>
        )}
      </details>
    </section>
  )
}
