import { Button } from '#components/ui/button.tsx'
import { Scroller } from '#components/ui/scroller.tsx'
import { decisionInWords, matterInWords } from '#components/voting/drafts/draft-words.ts'
import type { Conflict } from '#components/voting/drafts/merge-drafts.ts'
import * as text from '#messages/wallet/drafts/which-holds.ts'

type WhichHoldsProps = {
  conflicts: readonly Conflict[]
  titles: ReadonlyMap<number, string>
  answer: (whose: 'mine' | 'theirs') => void
}

/** What two devices decided differently, side by side, and whose decision holds. */
export function WhichHolds({ conflicts, titles, answer }: WhichHoldsProps) {
  return (
    <div role="alert" className="mt-4 border border-fg p-4">
      <h3 className="font-figure text-18 leading-close">{text.differs(conflicts.length)}</h3>
      <p className="mt-1 text-15">{text.which}</p>
      <Scroller label={text.table} className="mt-3 max-h-64">
        <table className="w-full text-left text-13">
          <thead>
            <tr className="border-fg border-b">
              <th className="py-1 pr-3 font-control">{text.work}</th>
              <th className="py-1 pr-3 font-control">{text.here}</th>
              <th className="py-1 font-control">{text.there}</th>
            </tr>
          </thead>
          <tbody>
            {conflicts.map(({ matter, mine, theirs }) => (
              <tr key={matter} className="border-line border-b align-baseline">
                <th scope="row" className="py-1.5 pr-3 font-text [overflow-wrap:anywhere]">
                  {matterInWords(matter, titles)}
                </th>
                <td className="break-words py-1.5 pr-3">{decisionInWords(matter, mine)}</td>
                <td className="break-words py-1.5">{decisionInWords(matter, theirs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroller>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button kind="main" onClick={() => answer('mine')}>
          {text.keepHere}
        </Button>
        <Button onClick={() => answer('theirs')}>{text.takeThere}</Button>
      </div>
    </div>
  )
}
