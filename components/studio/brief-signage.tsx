import { ButtonLink } from '#components/ui/button.tsx'
import { Countdown } from '#components/ui/countdown.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Signage } from '#components/ui/signage.tsx'
import type { SignedBriefView } from '#lib/generation/schema.ts'
import { namesParent, traitEntries } from '#lib/protocol/brief-parent.ts'
import { isSealed } from '#lib/protocol/brief-private.ts'
import { namesWork } from '#lib/protocol/brief-work.ts'
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
export function WriteSignage({ round, brings = false }: { round: RoundView; brings?: boolean }) {
  return (
    <Signage
      title={brings ? text.bring : text.submit}
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

function askedFor({ traits, count, provider }: SignedBriefView): string {
  const entries = traitEntries(traits)
  if (entries.some(namesWork)) return text.brought
  const maker = providerName(provider)
  return entries.some(namesParent) ? text.variations(count, maker) : text.askedFor(count, maker)
}

/** Sealed words are quoted to those who may read them. */
function wordsOf({ prompt, words }: SignedBriefView): string {
  if (words) return text.quoted(words.text)
  return isSealed({ prompt }) ? text.keptPrivate : text.quoted(prompt)
}

/** Beside the frames: what was signed, when, and that nobody has to wait here. */
export function WatchSignage({ round, brief }: { round: RoundView; brief: SignedBriefView }) {
  return (
    <Signage
      title={text.brief}
      eyebrow={round.title}
      filters={<BriefStepList />}
      actions={<Ways round={round} />}
    >
      <p className="[overflow-wrap:anywhere]">{wordsOf(brief)}</p>
      {brief.words && !brief.words.revealed && <p className="text-second">{text.onlyYou}</p>}
      <p className="text-second">
        {text.signed(formatMoment(brief.acceptedAt * 1000, { year: true }), brief.creatorName)}
        <br />
        {askedFor(brief)}
      </p>
      <p>{text.mayClose}</p>
    </Signage>
  )
}
