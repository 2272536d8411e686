import { Button } from '#components/ui/button.tsx'
import { Scroller } from '#components/ui/scroller.tsx'
import { decisionInWords, matterInWords } from '#components/voting/drafts/draft-words.ts'
import type { Conflict } from '#components/voting/drafts/merge-drafts.ts'

type WhichHoldsProps = {
  conflicts: readonly Conflict[]
  titles: ReadonlyMap<number, string>
  answer: (whose: 'mine' | 'theirs') => void
}

/** What two devices decided differently, side by side, and whose decision holds. */
export function WhichHolds({ conflicts, titles, answer }: WhichHoldsProps) {
  const words =
    conflicts.length === 1
      ? 'One thing was decided differently'
      : `${conflicts.length} things were decided differently`
  return (
    <div role="alert" className="mt-4 border border-fg p-4">
      <h3 className="font-figure text-18 leading-close">{words} on your other device.</h3>
      <p className="mt-1 text-15">Everything else of both is here. Which holds?</p>
      <Scroller label="Decided differently" className="mt-3 max-h-64">
        <table className="w-full text-left text-13">
          <thead>
            <tr className="border-fg border-b">
              <th className="py-1 pr-3 font-control">Work</th>
              <th className="py-1 pr-3 font-control">Here</th>
              <th className="py-1 font-control">There</th>
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
          Keep what is here
        </Button>
        <Button onClick={() => answer('theirs')}>Take what is there</Button>
      </div>
    </div>
  )
}
