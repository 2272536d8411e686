import { EmptyHang } from '#components/art/hang.tsx'
import { Checklist, type ChecklistItem } from '#components/rounds/checklist.tsx'
import { RefreshOften } from '#components/studio/refresh-often.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { RoundView } from '#lib/rounds/schema.ts'
import { cancelledWords, plural } from './round-words.ts'

/** What must have happened before there is a result, in its order. */
function awaited(round: RoundView): ChecklistItem[] {
  const sealsAt = round.closesAt + round.rules.sealGrace
  const sealed = round.now >= sealsAt
  const anchored = round.chain.anchored
  return [
    {
      key: 'closed',
      verdict: 'checked',
      text: `Voting closed on ${formatMoment(round.closesAt * 1000, { weekday: true })}, with ${plural(round.ballotCount, 'ballot')} in the log.`,
    },
    {
      key: 'sealed',
      verdict: sealed ? 'checked' : 'todo',
      text: sealed
        ? `The log is sealed${anchored ? ` at ${plural(anchored.size, 'ballot')}` : ' without a ballot'}.`
        : `The log is sealed at ${formatMoment(sealsAt * 1000)}. Until then anyone can seal it with a receipt.`,
      ...(sealed && anchored && { hash: anchored.root }),
    },
    {
      key: 'counted',
      verdict: sealed ? 'running' : 'todo',
      text: 'Every ballot is checked and counted, and the whole record is published.',
    },
    {
      key: 'closed-on-chain',
      verdict: 'todo',
      text: 'The director signs the close: the result goes on chain.',
    },
    {
      key: 'challenge',
      verdict: 'todo',
      text: 'Anyone may object before what was chosen can be minted.',
    },
  ]
}

function words(round: RoundView): { title: string; text: string } {
  if (round.state === 'cancelled')
    return { title: 'This round was cancelled.', text: cancelledWords(round.stateReason) }
  if (round.state === 'voting')
    return {
      title: `Voting runs until ${formatMoment(round.closesAt * 1000, { weekday: true })}.`,
      text: 'There are no totals before: nobody sees what others chose, not even the director.',
    }
  return {
    title: `Voting opens on ${formatMoment(round.opensAt * 1000, { weekday: true })}.`,
    text: 'The result comes after it closes.',
  }
}

/** In place of a result: what is awaited, or why there will be none. */
export function AwaitedResult({ round }: { round: RoundView }) {
  if (round.state === 'counting')
    return (
      <section>
        <h2 className="mb-4 font-statement text-24 leading-statement">
          Voting is closed, the result is awaited.
        </h2>
        <div className="max-w-[46rem]">
          <Checklist items={awaited(round)} />
          <RefreshOften />
        </div>
      </section>
    )
  const { title, text } = words(round)
  return (
    <>
      <EmptyHang />
      <Notice
        title={title}
        actions={
          <ButtonLink href={`/rounds/${round.slug}`} size={32}>
            To the wall
          </ButtonLink>
        }
      >
        {text}
      </Notice>
    </>
  )
}
