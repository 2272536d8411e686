import { ButtonLink } from '#components/ui/button.tsx'
import { Countdown } from '#components/ui/countdown.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Signage } from '#components/ui/signage.tsx'
import type { SignedBriefView } from '#lib/generation/schema.ts'
import { namesParent, traitEntries } from '#lib/protocol/brief-parent.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/studio/brief-signage.ts'
import { BriefStepList } from './brief-step.tsx'
import { providerName } from './provider-words.ts'

const iso = (seconds: number) => new Date(seconds * 1000).toISOString()

function Ways({ round }: { round: RoundView }) {
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-2 wide:grid wide:justify-items-start">
      <ButtonLink href="/briefs" kind="link">
        {text.yourBriefs}
      </ButtonLink>
      <ButtonLink href={`/rounds/${round.slug}`} kind="link">
        {text.backToWall}
      </ButtonLink>
    </div>
  )
}

/** Beside the form: what the round asks for, and how long it takes briefs. */
export function WriteSignage({ round }: { round: RoundView }) {
  return (
    <Signage
      title={text.submit}
      eyebrow={round.title}
      clock={
        <Countdown
          at={iso(round.submissionsCloseAt)}
          now={iso(round.now)}
          label={text.forBriefs}
          over={text.over}
        />
      }
      filters={<BriefStepList />}
      actions={<Ways round={round} />}
    >
      {round.brief}
    </Signage>
  )
}

/** Beside the frames: what was signed, when, and that nobody has to wait here. */
export function WatchSignage({ round, brief }: { round: RoundView; brief: SignedBriefView }) {
  const isVariation = traitEntries(brief.traits).some(namesParent)
  const provider = providerName(brief.provider)
  return (
    <Signage
      title={text.brief}
      eyebrow={round.title}
      filters={<BriefStepList />}
      actions={<Ways round={round} />}
    >
      <p className="[overflow-wrap:anywhere]">{text.quoted(brief.prompt)}</p>
      <p className="text-second">
        {text.signed(formatMoment(brief.acceptedAt * 1000, { year: true }), brief.creatorName)}
        <br />
        {isVariation ? text.variations(brief.count, provider) : text.askedFor(brief.count, provider)}
      </p>
      <p>{text.mayClose}</p>
    </Signage>
  )
}
