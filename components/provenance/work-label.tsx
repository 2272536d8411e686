import type { ReactNode } from 'react'
import { mediumLine } from '#components/art/medium-line.ts'
import { WallLabel } from '#components/art/wall-label.tsx'
import { workHref } from '#components/art/work-address.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import type { DotKind } from '#components/ui/dot.tsx'
import { Link } from '#components/ui/link.tsx'
import type { WorkView } from '#lib/candidates/schema.ts'
import { isSealed } from '#lib/protocol/brief-private.ts'
import { LICENCES } from '#lib/protocol/licences.ts'
import * as text from '#messages/provenance/work-label.tsx'
import { TurnButton } from './turn-over.tsx'

/** As much of a work as stands on its label. */
export type LabelledWork = Pick<
  WorkView,
  | 'title'
  | 'creator'
  | 'creatorName'
  | 'medium'
  | 'width'
  | 'height'
  | 'src'
  | 'licence'
  | 'parents'
  | 'admittedAt'
> & { brief: { message: { prompt: string }; words: { text: string } | null } }

/** What was asked for, or that its creator keeps it private. */
function wordsOf({ brief: { message, words } }: LabelledWork): string {
  if (words) return text.quoted(words.text)
  return isSealed(message) ? text.keptPrivate : text.quoted(message.prompt)
}

type WorkLabelProps = {
  work: LabelledWork
  standing: DotKind
  /** Where it stands in the result, in a sentence. */
  sentence: string | null
  dot?: ReactNode
  /** What can be done with it now, before the turn. */
  acts?: ReactNode
  /** Where variations of it are asked for; null while no round takes briefs. */
  varyHref: string | null
}

/** The label beside a work on its own page, on the lower edge of the picture. */
export function WorkLabel({ work, standing, sentence, dot, acts, varyHref }: WorkLabelProps) {
  const licence = LICENCES.find(({ id }) => id === work.licence)
  const [parent] = work.parents
  const year = new Date(work.admittedAt * 1000).getUTCFullYear()
  return (
    <WallLabel
      work={{
        title: work.title,
        creator: work.creatorName,
        creatorHref: `/creators/${work.creator}`,
        standing,
      }}
      size="own"
      headingLevel={2}
      dot={dot}
    >
      <p className="mt-1 text-second">
        {text.made(mediumLine(work), year)}
        <br />
        {text.size(work.width, work.height)}
      </p>
      <p className="mt-3 max-w-[46ch] text-15">{wordsOf(work)}</p>
      <p className="mt-1 text-second">{text.brief}</p>
      {parent && (
        <p className="mt-3 max-w-[46ch]">
          {text.variationOf(
            <Link href={workHref(parent.roundSlug, parent)} className="link">
              {parent.title}
            </Link>,
          )}
        </p>
      )}
      <p className="mt-3 max-w-[46ch]">
        {sentence} {licence?.name ?? work.licence}.
      </p>
      {varyHref && (
        <p className="mt-3 band:hidden">
          <ButtonLink href={varyHref} kind="link">
            {text.vary}
          </ButtonLink>
        </p>
      )}
      <div className="mt-4 flex flex-wrap gap-2 max-band:hidden">
        <TurnButton from="recto" />
        {acts}
        {varyHref && <ButtonLink href={varyHref}>{text.vary}</ButtonLink>}
        <ButtonLink href={work.src} outside>
          {text.enlarge}
        </ButtonLink>
      </div>
    </WallLabel>
  )
}
