import { Button } from '#components/ui/button.tsx'
import { Scroller } from '#components/ui/scroller.tsx'
import { type Change, changesBetween, matterParts } from '#components/voting/drafts/decisions.ts'
import { changesInWords, decisionInWords, matterInWords } from '#components/voting/drafts/draft-words.ts'
import type { Taken } from '#components/voting/drafts/take-file.ts'
import type { BallotDraft } from '#lib/ballots/drafts/schema.ts'
import * as text from '#messages/wallet/drafts/file-preview.ts'

type FilePreviewProps = {
  name: string
  before: BallotDraft
  taken: Taken
  titles: ReadonlyMap<number, string>
  onTake: () => void
  onLeave: () => void
}

const numberOf = ({ matter }: Change) => matterParts(matter).number ?? 0

/** What a file would change, before it does. */
export function FilePreview({ name, before, taken, titles, onTake, onLeave }: FilePreviewProps) {
  const changes = changesBetween(before, taken.draft)
  return (
    <div role="status" className="border border-fg p-4">
      <h4 className="font-figure text-18 leading-close [overflow-wrap:anywhere]">
        {changes.length > 0 ? text.wouldChange(name, changesInWords(changes)) : text.changesNothing(name)}
      </h4>
      <p className="mt-1 text-13 text-second">{changes.length > 0 ? text.restStays : text.allHere}</p>
      <Scroller label={text.changes} className="mt-3 max-h-64">
        <ul className="text-13">
          {changes
            .toSorted((a, b) => numberOf(a) - numberOf(b))
            .map(({ matter, before: was, after }) => (
              <li key={matter} className="border-line border-b py-1.5 [overflow-wrap:anywhere]">
                {matterInWords(matter, titles)}: <b>{decisionInWords(matter, after)}</b>
                {was !== undefined && (
                  <span className="text-second">{text.was(decisionInWords(matter, was))}</span>
                )}
              </li>
            ))}
        </ul>
      </Scroller>
      {taken.leftOut.length > 0 && (
        <>
          <h5 className="mt-3 font-figure text-13">{text.leftOut}</h5>
          <Scroller label={text.leftOut} className="max-h-48">
            <ul className="text-13">
              {taken.leftOut.map((words) => (
                <li key={words} className="border-line border-b py-1.5 [overflow-wrap:anywhere]">
                  {words}
                </li>
              ))}
            </ul>
          </Scroller>
        </>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        {changes.length > 0 && (
          <Button kind="main" onClick={onTake}>
            {text.take}
          </Button>
        )}
        <Button onClick={onLeave}>{text.leave}</Button>
      </div>
    </div>
  )
}
