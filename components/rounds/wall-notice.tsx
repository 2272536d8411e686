import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/rounds/wall-notice.ts'
import { cancelledWords } from './round-words.ts'
import { StoppedNotice } from './stopped-notice.tsx'

function wordsOf(round: RoundView): { title: string; text: string; act?: string } | null {
  const { state, now } = round
  if (state === 'cancelled')
    return {
      title: text.cancelled,
      text: text.worksStay(cancelledWords(round.stateReason)),
    }
  if (state === 'submissions' && round.admissionEnded)
    return {
      title: text.opensOn(formatMoment(round.opensAt * 1000, { weekday: true })),
      text: now < round.opensAt ? text.numbered : '',
    }
  if (state === 'counting') return text.counting
  return null
}

/** What holds for the whole wall, above it: closed, cancelled, stopped. Nothing while all goes its way. */
export function WallNotice({ round }: { round: RoundView }) {
  if (round.isFrozen && round.state !== 'cancelled') return <StoppedNotice round={round} />
  const words = wordsOf(round)
  if (!words) return null
  return (
    <div className="mb-6 band:-mt-4">
      <Notice
        title={words.title}
        {...(words.act && {
          actions: (
            <ButtonLink href={`/rounds/${round.slug}/result`} size={32}>
              {words.act}
            </ButtonLink>
          ),
        })}
      >
        {words.text}
      </Notice>
    </div>
  )
}
