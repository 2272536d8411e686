import * as text from '#messages/rounds/level-list.ts'
import type { Outcome } from './level-works.ts'
import { levelPairs, type MethodRules } from './result-words.ts'

const MOST_TOLD = 100

type LevelListProps = {
  result: Outcome
  rules: MethodRules
  /** Rows of the table. */
  shown: number
}

/** Works outside that are level with the next one, and what put them in this order. */
export function LevelList({ result, rules, shown }: LevelListProps) {
  const pairs = levelPairs(result, rules, { from: result.winners.length, to: shown })
  if (pairs.length === 0) return null
  const told = pairs.slice(0, MOST_TOLD)
  return (
    <details className="mt-3 text-13">
      <summary className="link inline-block max-band:py-2">{text.whatDecided}</summary>
      <ul className="mt-2 grid max-w-measure gap-1">
        {told.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {pairs.length > told.length && (
        <p className="mt-1 text-second">{text.andMore(pairs.length - told.length)}</p>
      )}
    </details>
  )
}
