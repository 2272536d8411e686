import { EmptyHang } from '#components/art/hang.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { RoundView } from '#lib/rounds/schema.ts'

/** Frames where works will be, and under them what is awaited. */
export function EmptyWall({ round }: { round: RoundView }) {
  const open = round.state === 'submissions' && round.now < round.submissionsCloseAt
  const opens = formatMoment(round.opensAt * 1000)
  return (
    <>
      <EmptyHang />
      {open ? (
        <Notice
          title={`The hang opens on ${opens}.`}
          actions={
            <ButtonLink href={`/rounds/${round.slug}/submit`} size={32}>
              Sign the first brief
            </ButtonLink>
          }
        >
          Nothing is hung yet. The first works appear here as soon as a creator’s brief is printed.
        </Notice>
      ) : (
        <Notice title="Nothing was hung in this round.">
          {round.state === 'cancelled'
            ? `It was cancelled: ${round.stateReason ?? 'no reason was given'}.`
            : 'No work passed its gates.'}
        </Notice>
      )}
    </>
  )
}
