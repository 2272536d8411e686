import { EmptyHang } from '#components/art/hang.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as words from '#messages/rounds/empty-wall.ts'
import { cancelledWords, isFilling } from './round-words.ts'

function wordsOf(round: RoundView): { title: string; text: string } {
  if (round.state === 'cancelled')
    return {
      title: words.cancelled,
      text: words.nothingHungAfter(cancelledWords(round.stateReason)),
    }
  if (!isFilling(round)) return { title: words.nothingWasHung, text: words.nonePassed }
  if (round.requestedCount === 0)
    return {
      title: words.nothingYet,
      text: words.firstAppear,
    }
  return {
    title: words.printing(round.requestedCount),
    text: words.eachAppears,
  }
}

/** Frames where works will be, and under them what is awaited. */
export function EmptyWall({ round }: { round: RoundView }) {
  const { title, text } = wordsOf(round)
  const open = isFilling(round) && round.now < round.submissionsCloseAt
  return (
    <>
      <EmptyHang />
      <Notice
        title={title}
        {...(open && {
          actions: (
            <ButtonLink href={`/rounds/${round.slug}/submit`} size={32}>
              {words.writeBrief}
            </ButtonLink>
          ),
        })}
      >
        {text}
      </Notice>
    </>
  )
}
