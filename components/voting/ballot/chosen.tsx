'use client'

import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { BallotRow, type BallotWork } from '#components/voting/ballot-row.tsx'
import type { MethodId, Rules } from '#lib/protocol/rules.ts'
import * as text from '#messages/voting/ballot/chosen.ts'
import { METHOD_ASIDES } from './ballot-words.ts'
import { MethodForm } from './method-form.tsx'
import { draftStoreOf, useDraft } from './use-draft.ts'

type ChosenProps = {
  round: { slug: string; roundId: string; method: Exclude<MethodId, 'pairwise'>; limits: Rules['limits'] }
  /** What is picked on this device, ascending. */
  picked: readonly BallotWork[]
  /** Taken off in this page; they stay, struck, for as long as it is open. */
  off: ReadonlySet<number>
  setOff: (off: Set<number>) => void
  credits: { most: number; own: boolean }
}

function Rows({ works, off, change }: RowsProps) {
  return (
    <ul>
      {works.map((work) => (
        <BallotRow
          key={work.number}
          work={work}
          takenOff={off.has(work.number)}
          onTakeOff={() => change(work.number)}
          onPutBack={() => change(work.number)}
        />
      ))}
    </ul>
  )
}

type RowsProps = Pick<ChosenProps, 'off'> & {
  works: readonly BallotWork[]
  change: (number: number) => void
}

/** What is on the ballot, in the form of the round's method. */
export function Chosen({ round, picked, off, setOff, credits }: ChosenProps) {
  const draft = useDraft(round.roundId)
  const { method, limits } = round
  const change = (number: number) => {
    const next = new Set(off)
    if (!next.delete(number)) next.add(number)
    setOff(next)
  }
  const on = picked.filter(({ number }) => !off.has(number))
  const put = draftStoreOf(round.roundId).put
  const form = { works: on, draft, put, limits, credits, onTakeOff: change }
  if (picked.length === 0)
    return (
      <Section title={text.noWorksYet}>
        <Notice
          title={text.nothingPicked}
          actions={
            <ButtonLink href={`/rounds/${round.slug}`} size={32}>
              {text.toTheWall}
            </ButtonLink>
          }
        >
          {text.howToPick}
        </Notice>
      </Section>
    )
  return (
    <Section title={text.worksOnIt(on.length)} aside={METHOD_ASIDES[method]}>
      {method === 'approval' ? (
        <Rows works={picked} off={off} change={change} />
      ) : (
        <>
          {on.length > 0 && <MethodForm method={method} {...form} />}
          <Rows works={picked.filter(({ number }) => off.has(number))} off={off} change={change} />
        </>
      )}
    </Section>
  )
}
