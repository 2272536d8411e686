import type { PairQueueSeed } from '#lib/protocol/pair-queue.ts'

type HowDrawnProps = { seed: Omit<PairQueueSeed, 'voter'> & { voter: PairQueueSeed['voter'] | null } }

/** What a voter's pairs come from, with the very values: whoever has them draws the same queue. */
export function HowDrawn({ seed }: HowDrawnProps) {
  const values: readonly [name: string, value: string][] = [
    ['Round id', seed.roundId],
    ['Block of the opening', seed.openingBlock],
    ['Voter', seed.voter ?? 'the address that judges'],
    ['Works', String(seed.candidateCount)],
  ]
  return (
    <details className="border-line border-t text-13">
      <summary className="link inline-flex min-h-11 items-center">How the pairs are drawn</summary>
      <div className="grid max-w-measure gap-2 pb-3 text-second">
        <p>
          Every voter has a queue of their own. It is drawn from the four values below, and from the voter’s
          own answers: the work that wins stays and meets the next one. Nobody else’s answers play a part, so
          a queue tells nothing about the standings.
        </p>
        <p>
          No pair comes twice. Which work stands at the left is a coin of its own for every pair: the lowest
          bit of the first byte of the SHA-256 of round id, block, voter, lower and higher number, with a
          space between them; 0 puts the lower number there. It is only shown, never signed.
        </p>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-fg">
          {values.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-second">{name}</dt>
              <dd className="type-mono select-all break-all">{value}</dd>
            </div>
          ))}
        </dl>
        <p>
          The drawing is written down step by step in <span className="type-mono">docs/protocol.md</span>,
          part 4, “Queue of duels”.
        </p>
      </div>
    </details>
  )
}
