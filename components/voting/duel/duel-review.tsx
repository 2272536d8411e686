'use client'

import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import type { DuelSitting } from '#components/voting/ballot/duel-sitting.ts'
import type { BallotWork } from '#components/voting/ballot-row.tsx'
import type { DuelAnswer, PairQueueSeed } from '#lib/protocol/pair-queue.ts'
import * as counts from '#messages/counts.ts'
import * as text from '#messages/voting/duel/duel-review.ts'
import { AnswerRow } from './answer-row.tsx'
import { doneWords, settledMeaning, settledWords } from './duel-words.ts'
import { HowDrawn } from './how-drawn.tsx'
import { impliedOrder } from './implied-order.ts'
import { Ranking } from './ranking.tsx'
import { type AnswerChanges, useAnswerChanges } from './use-answer-changes.ts'
import { rememberVoter } from './use-known-voter.ts'

/** What a change would take away, before it does, and the way back after it did. */
function ChangeNotice({ waiting, made, confirm, leave, undo }: AnswerChanges) {
  if (waiting) {
    const count = waiting.fallen.length
    return (
      <Notice
        title={text.wouldTakeAway(waiting.at + 1, count)}
        live="alert"
        headingLevel={3}
        actions={
          <>
            <Button size={32} kind="main" onClick={confirm}>
              {text.changeIt(count)}
            </Button>
            <Button size={32} onClick={leave}>
              {text.leaveIt}
            </Button>
          </>
        }
      >
        {text.whyTheyGo(count)}
      </Notice>
    )
  }
  if (!made) return null
  return (
    <Notice
      title={text.changed(made.at + 1, made.fallen.length)}
      live="status"
      headingLevel={3}
      actions={
        <Button size={32} onClick={undo}>
          {text.putBack}
        </Button>
      }
    />
  )
}

export type DuelReviewProps = {
  slug: string
  seed: PairQueueSeed
  sitting: DuelSitting
  works: ReadonlyMap<number, BallotWork>
  /** Most duels on a ballot. */
  most: number
  put: (answers: readonly DuelAnswer[]) => void
  /** From when on a work gets a place in the result. */
  rule: string
}

/** A ballot of duels before it is signed: the ranking that they imply, and every answer, to be changed. */
export function DuelReview({ slug, seed, sitting, works, most, put, rule }: DuelReviewProps) {
  const { judged, next } = sitting
  const changes = useAnswerChanges(seed, judged, put)
  const order = impliedOrder(judged)
  // The room takes up the duels of whose ballot this is.
  const toTheRoom = { href: `/rounds/${slug}/duel`, onClick: () => rememberVoter(seed.voter) }
  if (judged.length === 0)
    return (
      <Section title={text.noDuelsYet}>
        <Notice
          title={text.noneJudged}
          actions={
            <ButtonLink {...toTheRoom} kind="main" size={32}>
              {text.judgeByDuels}
            </ButtonLink>
          }
        >
          {text.emptyAbstains}
        </Notice>
        <ChangeNotice {...changes} />
        <HowDrawn seed={seed} />
      </Section>
    )
  return (
    <div className="grid gap-6">
      <Section title={text.yourRanking} aside={settledWords(order)}>
        <Ranking placed={order.placed} works={works} />
        <p className="mt-2 text-13 text-second">
          {settledMeaning(order)} {rule}
        </p>
      </Section>
      <Section title={counts.duels(judged.length)} aside={text.ofAtMost(most)}>
        <ChangeNotice {...changes} />
        <ol>
          {judged.map((duel, at) => {
            const [low, high] = [works.get(duel.low), works.get(duel.high)]
            return (
              low &&
              high && (
                <AnswerRow
                  key={`${duel.low} ${duel.high}`}
                  duel={duel}
                  place={at + 1}
                  low={low}
                  high={high}
                  change={(answer) => changes.change(at, answer)}
                />
              )
            )
          })}
        </ol>
        <div className="mt-4">
          {next ? (
            <ButtonLink {...toTheRoom} size={44}>
              {text.goOn}
            </ButtonLink>
          ) : (
            <p className="text-13 text-second">{doneWords(judged.length, most)}</p>
          )}
        </div>
        <div className="mt-4">
          <HowDrawn seed={seed} />
        </div>
      </Section>
    </div>
  )
}
