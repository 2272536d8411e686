import { ButtonLink } from '#components/ui/button.tsx'
import { Signage } from '#components/ui/signage.tsx'
import type { WorkView } from '#lib/candidates/schema.ts'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as text from '#messages/provenance/work-signage.ts'
import { OnSide, TurnButton } from './turn-over.tsx'
import { TamperButton, VersoNote } from './verso-custody.tsx'

type WorkSignageProps = {
  round: RoundView
  work: WorkView
  /** The public record of the round, once there is one. */
  recordHref: string | null
}

function Neighbours({ round, number }: { round: RoundView; number: number }) {
  const at = (other: number) => `/rounds/${round.slug}/works/${other}`
  return (
    <nav aria-label={text.neighbours} className="flex gap-4 band:mt-3 [&_a]:inline-flex [&_a]:items-end">
      {number > 1 && (
        <ButtonLink href={at(number - 1)} kind="link">
          {text.previous}
        </ButtonLink>
      )}
      {number < round.candidateCount && (
        <ButtonLink href={at(number + 1)} kind="link">
          {text.next}
        </ButtonLink>
      )}
    </nav>
  )
}

/** Which work this is, and the acts that belong to its back. */
export function WorkSignage({ round, work, recordHref }: WorkSignageProps) {
  const { number } = work
  return (
    <Signage
      quiet
      title={round.title}
      briefOnPhone
      {...(number !== null && {
        clock: (
          <OnSide side="recto">
            <Neighbours round={round} number={number} />
          </OnSide>
        ),
      })}
      actions={
        <OnSide side="verso">
          <div className="grid justify-items-start gap-y-2 max-band:hidden">
            <TurnButton from="verso" />
            <div className="text-13">
              <VersoNote />
            </div>
            <TamperButton kind="link" />
            {recordHref && (
              <ButtonLink href={recordHref} kind="link" download>
                {text.download}
              </ButtonLink>
            )}
          </div>
        </OnSide>
      }
    >
      <p>{number === null ? text.unnumbered : text.workOf(number, round.candidateCount)}</p>
      <p>
        <ButtonLink href={`/rounds/${round.slug}`} kind="link">
          {text.wall}
        </ButtonLink>
      </p>
    </Signage>
  )
}
