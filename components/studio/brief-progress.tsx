'use client'

import { useEffect, useState } from 'react'
import { contentKey } from '#components/art/work-address.ts'
import { ProgressGrid } from '#components/rounds/progress-frame.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { useTellAnswered } from '#components/ui/connection.ts'
import { Dot } from '#components/ui/dot.tsx'
import { Section } from '#components/ui/section.tsx'
import type { BriefProgress as Progress } from '#lib/generation/schema.ts'
import * as words from '#messages/studio/brief-progress.ts'
import { type FrameActs, progressViews } from './progress-views.ts'
import { type Tally, tallyOf, tallySentence } from './progress-words.ts'
import { TryAgain } from './try-again.tsx'
import { useProgress } from './use-progress.ts'

type BriefProgressProps = {
  roundId: string
  slug: string
  briefId: string
  start: Progress
  /** Submissions are open: pictures can be asked for. */
  open: boolean
  /** The creator of the brief is looking, signed in. */
  mine: boolean
  /** The brief left its maker to the round. */
  routed: boolean
}

/** Read out at most so often: a sentence for a tick each would never end. */
const CALM_MS = 4_000

/** A text that changes at most every few seconds, and at once when it is the last one. */
function useCalm(text: string, isLast: boolean): string {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), isLast ? 0 : CALM_MS)
    return () => clearTimeout(timer)
  }, [text, isLast])
  return said
}

function Counts({ hung, turnedAway, toCome }: Tally) {
  const item = 'inline-flex items-center gap-1.5'
  return (
    <div className="flex flex-wrap gap-x-5 gap-y-1 text-fg">
      <span className={item}>
        <Dot kind="candidate" />
        {words.hung(hung)}
      </span>
      {turnedAway > 0 && (
        <span className={item}>
          <Dot kind="refused" />
          {words.turnedAway(turnedAway)}
        </span>
      )}
      {toCome > 0 && (
        <span className={item}>
          <Dot kind="waiting" />
          {words.toCome(toCome)}
        </span>
      )}
    </div>
  )
}

/** One frame per picture of a signed brief, as it happens; what is turned away says why and what to change. */
export function BriefProgress({ roundId, slug, briefId, start, open, mine, routed }: BriefProgressProps) {
  const { progress, link, again } = useProgress({ roundId, briefId, start })
  useTellAnswered(link !== 'lost' || progress.settled)
  const acts: FrameActs = {
    hung: ({ contentHash, title }) =>
      open && contentHash ? (
        <ButtonLink href={`/rounds/${slug}/submit?of=${contentKey(contentHash)}`} kind="link">
          {words.makeVariations}
          <span className="sr-only">{words.ofWork(title ?? '')}</span>
        </ButtonLink>
      ) : null,
    turnedAway: ({ taskId, index, triesLeft }) =>
      open && mine && triesLeft > 0 ? (
        <TryAgain {...{ roundId, taskId, position: index + 1, left: triesLeft, onAsked: again }} />
      ) : null,
  }
  const tally = tallyOf(progress.items)
  const sentence = tallySentence(tally)
  return (
    <Section look="statement" title={sentence} aside={<Counts {...tally} />}>
      <p role="status" className="sr-only">
        {useCalm(sentence, progress.settled)}
      </p>
      <ProgressGrid views={progressViews(progress.items, { slug, acts, routed })} label={words.works} />
      {link === 'asking' && !progress.settled && <p className="mt-6 text-13 text-second">{words.asking}</p>}
    </Section>
  )
}
