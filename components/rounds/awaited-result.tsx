import { EmptyHang } from '#components/art/hang.tsx'
import { Checklist, type ChecklistItem } from '#components/rounds/checklist.tsx'
import { RefreshOften } from '#components/studio/refresh-often.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { RoundView } from '#lib/rounds/schema.ts'
import * as words from '#messages/rounds/awaited-result.ts'
import { cancelledWords } from './round-words.ts'

const sealedWords = ({ chain: { anchored } }: RoundView) =>
  anchored ? words.sealed(anchored.size) : words.sealedEmpty

/** What must have happened before there is a result, in its order. */
function awaited(round: RoundView): ChecklistItem[] {
  const sealsAt = round.closesAt + round.rules.sealGrace
  const sealed = round.now >= sealsAt
  const anchored = round.chain.anchored
  return [
    {
      key: 'closed',
      verdict: 'checked',
      text: words.closed(formatMoment(round.closesAt * 1000, { weekday: true }), round.ballotCount),
    },
    {
      key: 'sealed',
      verdict: sealed ? 'checked' : 'todo',
      text: sealed ? sealedWords(round) : words.sealing(formatMoment(sealsAt * 1000)),
      ...(sealed && anchored && { hash: anchored.root }),
    },
    {
      key: 'counted',
      verdict: sealed ? 'running' : 'todo',
      text: words.counted,
    },
    {
      key: 'closed-on-chain',
      verdict: 'todo',
      text: words.closedOnChain,
    },
    {
      key: 'challenge',
      verdict: 'todo',
      text: words.challenge,
    },
  ]
}

function wordsOf(round: RoundView): { title: string; text: string } {
  if (round.state === 'cancelled') return { title: words.cancelled, text: cancelledWords(round.stateReason) }
  if (round.state === 'voting')
    return {
      title: words.votingUntil(formatMoment(round.closesAt * 1000, { weekday: true })),
      text: words.noTotals,
    }
  return {
    title: words.votingFrom(formatMoment(round.opensAt * 1000, { weekday: true })),
    text: words.afterClose,
  }
}

/** In place of a result: what is awaited, or why there will be none. */
export function AwaitedResult({ round }: { round: RoundView }) {
  if (round.state === 'counting')
    return (
      <section>
        <h2 className="mb-4 font-statement text-24 leading-statement">{words.awaited}</h2>
        <div className="max-w-[46rem]">
          <Checklist items={awaited(round)} />
          <RefreshOften />
        </div>
      </section>
    )
  const { title, text } = wordsOf(round)
  return (
    <>
      <EmptyHang />
      <Notice
        title={title}
        actions={
          <ButtonLink href={`/rounds/${round.slug}`} size={32}>
            {words.toTheWall}
          </ButtonLink>
        }
      >
        {text}
      </Notice>
    </>
  )
}
