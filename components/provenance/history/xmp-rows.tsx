import { Section } from '#components/ui/section.tsx'
import type { XmpFields } from '#lib/provenance/reading/picture-facts.ts'
import * as text from '#messages/provenance/history/xmp-rows.ts'

const LONGEST = 600

/** As it stands in the file, on one line each: it may say anything. */
const shown = (value: string) => {
  const line = value.replace(/[\p{C}\s]+/gu, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

/** What the file says of itself, which anybody can write. */
export function XmpRows({ xmp }: { xmp: XmpFields | null }) {
  const rows = Object.entries(xmp ?? {}).filter(([, value]) => shown(value) !== '')
  return (
    <Section title={text.title} aside={text.aside} level={3} look="over">
      {rows.length === 0 && <p className="py-2 text-13 text-second">{text.nothing}</p>}
      <dl className="text-13">
        {rows.map(([name, value]) => (
          <div
            key={name}
            className="grid gap-x-4 border-line border-b py-1.5 band:grid-cols-[10rem_minmax(0,1fr)]"
          >
            <dt className="text-second">{text.fields[name as keyof XmpFields]}</dt>
            <dd className="[overflow-wrap:anywhere]">
              <bdi>{shown(value)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
