import { EmptyHang } from '#components/art/hang.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { RoundView } from '#lib/rounds/schema.ts'
import { cancelledWords, isFilling, plural } from './round-words.ts'

function wordsOf(round: RoundView): { title: string; text: string } {
  if (round.state === 'cancelled')
    return {
      title: 'This round was cancelled.',
      text: `${cancelledWords(round.stateReason)} Nothing was hung.`,
    }
  if (!isFilling(round))
    return { title: 'Nothing was hung in this round.', text: 'No work passed its gates.' }
  if (round.requestedCount === 0)
    return {
      title: 'Nothing is hung yet.',
      text: 'The first works appear here, while you look, as soon as a creator’s brief is printed.',
    }
  return {
    title: `The first ${plural(round.requestedCount, 'work')} are being printed.`,
    text: 'Each appears here, while you look, as soon as it has passed its gates.',
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
              Write a brief
            </ButtonLink>
          ),
        })}
      >
        {text}
      </Notice>
    </>
  )
}
