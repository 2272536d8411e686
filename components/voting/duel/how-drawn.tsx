import type { PairQueueSeed } from '#lib/protocol/pair-queue.ts'
import * as text from '#messages/voting/duel/how-drawn.ts'

type HowDrawnProps = { seed: Omit<PairQueueSeed, 'voter'> & { voter: PairQueueSeed['voter'] | null } }

/** What a voter's pairs come from, with the very values: whoever has them draws the same queue. */
export function HowDrawn({ seed }: HowDrawnProps) {
  const values: readonly [name: string, value: string][] = [
    [text.roundId, seed.roundId],
    [text.openingBlock, seed.openingBlock],
    [text.voter, seed.voter ?? text.whoJudges],
    [text.works, String(seed.candidateCount)],
  ]
  return (
    <details className="border-line border-t text-13">
      <summary className="link inline-flex min-h-11 items-center">{text.heading}</summary>
      <div className="grid max-w-measure gap-2 pb-3 text-second">
        <p>{text.queueOfOne}</p>
        <p>{text.sidesByCoin}</p>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-fg">
          {values.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-second">{name}</dt>
              <dd className="type-mono select-all break-all">{value}</dd>
            </div>
          ))}
        </dl>
        <p>
          {text.writtenDownIn} <span className="type-mono">docs/protocol.md</span>
          {text.writtenDownWhere}
        </p>
      </div>
    </details>
  )
}
