import { Check, type Verdict } from '#components/ui/check.tsx'
import { Section } from '#components/ui/section.tsx'
import * as text from '#messages/provenance/check-meanings.ts'

const VERDICTS = ['checked', 'broken', 'unknown', 'attested'] as const satisfies Verdict[]

/** What each check of a record is about. */
export function CheckMeanings() {
  return (
    <Section title={text.checksTitle}>
      <dl className="text-15">
        {text.checks.map(([name, what]) => (
          <div key={name} className="grid grid-cols-[96px_minmax(0,1fr)] border-line border-b py-2">
            <dt className="font-figure">{name}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

/** What each square says. */
export function SquareMeanings() {
  return (
    <Section title={text.squaresTitle}>
      <ul className="text-15">
        {VERDICTS.map((verdict) => {
          const [name, meaning] = text.squares[verdict]
          return (
            <li
              key={verdict}
              className="grid grid-cols-[24px_88px_minmax(0,1fr)] items-baseline border-line border-b py-2"
            >
              <Check verdict={verdict} silent />
              <b>{name}</b>
              {meaning}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
