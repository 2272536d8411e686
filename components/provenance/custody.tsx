import type { ReactNode } from 'react'
import { Check, VERDICT_WORDS, type Verdict } from '#components/ui/check.tsx'
import { Dot } from '#components/ui/dot.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Section } from '#components/ui/section.tsx'
import * as words from '#messages/provenance/custody.ts'

export type CustodyLine = {
  /** "Brief" */
  name: string
  verdict: Verdict
  text: ReactNode
  hash?: { value: string; algorithm: string; opens?: string }
  /** A broken line shows what the record says beside what was found. */
  found?: string
  /** Who signed it (red dot) or whose word it is. */
  by?: { text: string; signed: boolean }
}

type CustodyProps = {
  lines: readonly CustodyLine[]
  title?: string
  /** Replaces the count of verdicts, e.g. while checks run. */
  summary?: string
  legend?: boolean
}

const COUNTED = ['checked', 'broken', 'attested', 'unknown', 'todo'] as const satisfies Verdict[]

/** "8 green, 1 attested, 1 unknown" */
function summaryOf(lines: readonly CustodyLine[]): string {
  return COUNTED.flatMap((verdict) => {
    const count = lines.filter((line) => line.verdict === verdict).length
    return count > 0 ? [words.counted[verdict](count)] : []
  }).join(', ')
}

function Line({ line }: { line: CustodyLine }) {
  const { name, verdict, text, hash, found, by } = line
  return (
    <li
      className={`grid grid-cols-[24px_minmax(0,1fr)] border-line border-b py-[7px] ${verdict === 'broken' ? '-mx-2.5 bg-wash px-2.5' : ''}`}
    >
      <Check verdict={verdict} className="mt-[3px]" />
      <div>
        {/* Not a paragraph: a line may hold what unfolds. */}
        <div>
          <b>{name}.</b> {text}
        </div>
        {(hash || by) && (
          <div className="relative mt-0.5 flex flex-wrap items-baseline justify-between gap-x-3">
            <span>
              {hash && <Hash {...hash} length="long" align="line" />}
              {found && (
                <span className="mt-1.5 block">
                  {words.found} <Hash value={found} algorithm={hash?.algorithm} length="long" align="line" />
                </span>
              )}
            </span>
            {by && (
              <span className="inline-flex items-baseline gap-1.5 text-second">
                {by.signed && <Dot kind="signed" />}
                {by.text}
              </span>
            )}
          </div>
        )}
      </div>
    </li>
  )
}

function Legend() {
  const item = 'inline-flex items-center gap-1.5'
  return (
    <ul className="mt-3.5 flex flex-wrap gap-x-4 gap-y-1 text-13 text-second">
      {(['checked', 'broken', 'unknown', 'attested'] as const).map((verdict) => (
        <li key={verdict} className={item}>
          <Check verdict={verdict} silent />
          {VERDICT_WORDS[verdict]}
        </li>
      ))}
      <li className={item}>
        <Dot kind="signed" />
        {words.signed}
      </li>
    </ul>
  )
}

/** The chain of custody: square, name, sentence, the hash that opens what it hashes, and by whom. */
export function Custody({ lines, title = words.title, summary, legend = true }: CustodyProps) {
  return (
    <Section look="room" title={title} aside={summary ?? summaryOf(lines)}>
      <ol className="text-13">
        {lines.map((line) => (
          <Line key={line.name} line={line} />
        ))}
      </ol>
      {legend && <Legend />}
    </Section>
  )
}
