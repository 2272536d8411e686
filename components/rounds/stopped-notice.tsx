import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/rounds/stopped-notice.ts'

type StoppedNoticeProps = {
  round: Pick<RoundView, 'slug' | 'state' | 'chain'>
  /** Where the proof itself stands below. */
  proofBelow?: boolean
}

/** A proof against the operator holds until the guardian rules; nothing where there is none. */
export function StoppedNotice({ round, proofBelow = false }: StoppedNoticeProps) {
  const { slug, state, chain } = round
  if (!chain.frozen || state === 'cancelled') return null
  return (
    <div className="mb-6 band:-mt-4">
      <Notice
        title={text.title}
        {...(!proofBelow && {
          actions: (
            <ButtonLink href={`/rounds/${slug}/log`} size={32}>
              {text.seeProof}
            </ButtonLink>
          ),
        })}
      >
        {text.shown[chain.frozen.evidence]} {state === 'voting' ? text.whileVoting : text.afterwards}
      </Notice>
    </div>
  )
}
