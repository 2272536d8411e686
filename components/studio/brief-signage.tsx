import { ButtonLink } from '#components/ui/button.tsx'
import { Countdown } from '#components/ui/countdown.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Signage } from '#components/ui/signage.tsx'
import type { SignedBriefView } from '#lib/generation/schema.ts'
import { namesParent, traitEntries } from '#lib/protocol/brief-parent.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import { BriefStepList } from './brief-step.tsx'
import { providerName } from './provider-words.ts'

const iso = (seconds: number) => new Date(seconds * 1000).toISOString()

function Ways({ round }: { round: RoundView }) {
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-2 wide:grid wide:justify-items-start">
      <ButtonLink href="/briefs" kind="link">
        Your briefs
      </ButtonLink>
      <ButtonLink href={`/rounds/${round.slug}`} kind="link">
        Back to the wall
      </ButtonLink>
    </div>
  )
}

/** Beside the form: what the round asks for, and how long it takes briefs. */
export function WriteSignage({ round }: { round: RoundView }) {
  return (
    <Signage
      title="Submit a brief"
      eyebrow={round.title}
      clock={
        <Countdown
          at={iso(round.submissionsCloseAt)}
          now={iso(round.now)}
          label="for briefs, until"
          over="Briefs are in"
        />
      }
      filters={<BriefStepList />}
      actions={<Ways round={round} />}
    >
      {round.brief}
    </Signage>
  )
}

const pictures = (count: number) => (count === 1 ? 'one picture' : `${count} pictures`)

/** Beside the frames: what was signed, when, and that nobody has to wait here. */
export function WatchSignage({ round, brief }: { round: RoundView; brief: SignedBriefView }) {
  const isVariation = traitEntries(brief.traits).some(namesParent)
  return (
    <Signage title="Brief" eyebrow={round.title} filters={<BriefStepList />} actions={<Ways round={round} />}>
      <p className="[overflow-wrap:anywhere]">“{brief.prompt}”</p>
      <p className="text-second">
        Signed {formatMoment(brief.acceptedAt * 1000, { year: true })} by {brief.creatorName}
        <br />
        {isVariation ? 'Variations: ' : 'Asked for: '}
        {pictures(brief.count)}, {providerName(brief.provider)}
      </p>
      <p>You may close this page. The work goes on, and this address shows it.</p>
    </Signage>
  )
}
