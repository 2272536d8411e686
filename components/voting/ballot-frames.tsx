import { Section } from '#components/ui/section.tsx'

const ROWS = [1, 2, 3]

/** The places of a ballot before it is here: rows for works on the left, the sheet that is signed on the right. */
export function BallotFrames() {
  return (
    <div className="grid gap-10 min-[68rem]:grid-cols-2">
      <Section title="Works">
        <ul aria-hidden="true">
          {ROWS.map((row) => (
            <li key={row} className="border-line border-b py-3">
              <div className="size-14 border border-empty" />
            </li>
          ))}
        </ul>
      </Section>
      <div aria-hidden="true" className="h-96 border border-fg" />
    </div>
  )
}
