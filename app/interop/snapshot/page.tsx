import type { Metadata } from 'next'
import { CommandLine } from '#components/provenance/command-line.tsx'
import { SnapshotDesk } from '#components/provenance/snapshot/snapshot-desk.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Section } from '#components/ui/section.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import * as text from '#messages/app/interop/snapshot.ts'

export const metadata: Metadata = { title: text.pageTitle }

const QUERY = `{ proposal(id: "0x…") { id title type choices start end snapshot state author space { id name } scores scores_total votes }
  votes(first: 1000, orderBy: "created", orderDirection: asc, where: {proposal: "0x…"}) { id voter created choice vp vp_state } }`

const MEANINGS = [text.meanings.published, text.meanings.compatible, text.meanings.exact]

function Meanings() {
  return (
    <Section title={text.whatCountsAre}>
      <dl className="text-15">
        {MEANINGS.map(({ name, what }) => (
          <div key={name} className="grid grid-cols-[104px_minmax(0,1fr)] border-line border-b py-2">
            <dt className="font-figure">{name}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

export default function SnapshotPage() {
  return (
    <Shell room="desk" current="verify">
      <Frame signage={<Signage title="Snapshot">{text.about}</Signage>}>
        <div className="grid gap-10">
          <Section title={text.recountClosed} aside={text.inBrowser}>
            <div className="mt-4">
              <SnapshotDesk />
            </div>
          </Section>
          <div className="grid gap-10 band:grid-cols-2">
            <Meanings />
            <Section title={text.whatIsNotChecked}>
              <p className="py-3 text-15">{text.notChecked}</p>
            </Section>
          </div>
          <Section title={text.howToGetFiles} aside="GraphQL">
            <div className="py-3 text-15">
              <p className="max-w-measure">{text.askTheHub}</p>
              <CommandLine label={text.query} command={QUERY} />
              <p className="mt-5 max-w-measure">{text.orCommandLine}</p>
              <CommandLine
                label={text.command}
                command="npm run verso -- snapshot 0x… --url https://hub.snapshot.org/graphql"
              />
            </div>
          </Section>
        </div>
      </Frame>
    </Shell>
  )
}
