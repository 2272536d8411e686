import { EmptyFrame } from '#components/art/work-frame.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as words from '#messages/rounds/table-awaits.ts'
import { cancelledWords } from './round-words.ts'

function wordsOf(round: RoundView): { title: string; text: string } {
  if (round.state === 'cancelled') return { title: words.cancelled, text: cancelledWords(round.stateReason) }
  if (round.state === 'submissions')
    return {
      title: words.nothingYet,
      text: words.opensOn(formatMoment(round.opensAt * 1000, { weekday: true })),
    }
  return { title: words.nothingHung, text: words.nonePassed }
}

/** The table before there is anything on it. */
export function TableAwaits({ round }: { round: RoundView }) {
  const { title, text } = wordsOf(round)
  return (
    <main
      id="main"
      tabIndex={-1}
      className="flex min-h-dvh flex-1 flex-col items-center justify-center gap-4 bg-well p-5 outline-none"
    >
      <h1 className="sr-only">{words.heading(round.title)}</h1>
      <div className="w-[min(100%,60dvh)]">
        <EmptyFrame />
        <Notice
          title={title}
          actions={
            <ButtonLink href={`/rounds/${round.slug}`} size={44}>
              {words.toWall}
            </ButtonLink>
          }
        >
          {text}
        </Notice>
      </div>
    </main>
  )
}
