import type { Metadata } from 'next'
import { CommandLine } from '#components/provenance/command-line.tsx'
import { SnapshotDesk } from '#components/provenance/snapshot/snapshot-desk.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Section } from '#components/ui/section.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'

export const metadata: Metadata = { title: 'Recount a Snapshot proposal' }

const QUERY = `{ proposal(id: "0x…") { id title type choices start end snapshot state author space { id name } scores scores_total votes }
  votes(first: 1000, orderBy: "created", orderDirection: asc, where: {proposal: "0x…"}) { id voter created choice vp vp_state } }`

const MEANINGS: readonly [string, string][] = [
  ['Published', 'the scores that the proposal carries'],
  [
    'Compatible',
    'the votes counted again as Snapshot counts: doubles, added one by one, its own idea of a valid choice',
  ],
  [
    'Exact',
    'the votes counted as Verso counts: whole numbers of the eighteenth decimal, one spelling for each choice, the same in every order',
  ],
]

function Meanings() {
  return (
    <Section title="What the counts are">
      <dl className="text-15">
        {MEANINGS.map(([name, what]) => (
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
      <Frame
        signage={
          <Signage title="Snapshot">
            A vote that was held elsewhere, counted again: as it was counted there, and exactly. Nothing is
            voted on here.
          </Signage>
        }
      >
        <div className="grid gap-10">
          <Section title="Recount a closed proposal" aside="in this browser">
            <div className="mt-4">
              <SnapshotDesk />
            </div>
          </Section>
          <div className="grid gap-10 band:grid-cols-2">
            <Meanings />
            <Section title="What is not checked">
              <p className="py-3 text-15">
                Signatures, and where the powers come from: both are taken from the list. That the list is
                whole: only the number of votes is compared. Scores by strategy, and the quorum.
              </p>
            </Section>
          </div>
          <Section title="How to get the files" aside="GraphQL">
            <div className="py-3 text-15">
              <p className="max-w-measure">
                Ask the hub for proposal and votes, and save what it answers. It gives a thousand votes at a
                time; the pages may be dropped together.
              </p>
              <CommandLine label="the query" command={QUERY} />
              <p className="mt-5 max-w-measure">Or let the command line ask, from the source:</p>
              <CommandLine
                label="the command that asks a hub"
                command="npm run verso -- snapshot 0x… --url https://hub.snapshot.org/graphql"
              />
            </div>
          </Section>
        </div>
      </Frame>
    </Shell>
  )
}
