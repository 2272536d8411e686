import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { RoundView } from '#lib/rounds/schema.ts'
import { cancelledWords } from './round-words.ts'

function wordsOf(round: RoundView): { title: string; text: string; act?: string } | null {
  const { state, chain, now } = round
  if (state === 'cancelled')
    return {
      title: 'This round was cancelled.',
      text: `${cancelledWords(round.stateReason)} Its works stay here.`,
    }
  if (state === 'submissions' && round.admissionEnded)
    return {
      title: `Voting opens on ${formatMoment(round.opensAt * 1000, { weekday: true })}.`,
      text: now < round.opensAt ? 'Every work has its number, and nothing more is hung.' : '',
    }
  if (state === 'counting')
    return {
      title: 'Voting is closed.',
      text: 'The ballots are being counted. Until the log is sealed anyone can seal it with a receipt.',
      act: 'Follow the count',
    }
  if (state === 'challenge' && chain.frozen)
    return {
      title: 'This round stands still.',
      text: 'A proof was brought that its log was broken. The guardian rules in public.',
      act: 'See the result',
    }
  return null
}

/** What holds for the whole wall, above it: closed, cancelled, stopped. Nothing while all goes its way. */
export function WallNotice({ round }: { round: RoundView }) {
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
