import type { Metadata } from 'next'
import Link from 'next/link'
import { CommandLine } from '#components/provenance/command-line.tsx'
import { recordCommand } from '#components/provenance/record-command.ts'
import { VerifyDesk } from '#components/provenance/verify-desk.tsx'
import { plural } from '#components/rounds/round-words.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { Check, type Verdict } from '#components/ui/check.tsx'
import { Frame } from '#components/ui/frame.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { siteView } from '#lib/flows/site/loaders.ts'
import { listRecords } from '#lib/rounds/loaders.ts'

export const metadata: Metadata = { title: 'Verify' }
export const dynamic = 'force-dynamic'

const COLOURS: readonly [Verdict, string, string][] = [
  ['checked', 'Green', 'recomputed and equal'],
  ['broken', 'Red', 'differs; the record is named'],
  ['unknown', 'Unknown', 'a chain or a file is missing to say'],
  ['attested', 'Attested', 'somebody’s word, and whose'],
]

const CHECKS: readonly [string, string][] = [
  ['Rules', 'they hash to the round’s id, which the contract holds'],
  ['Works', 'the list was anchored before voting opened'],
  ['Ballots', 'signature, window, sequence and spelling of each'],
  ['Log', 'nothing dropped, moved or back-dated; posted ballots are in'],
  ['Votes', 'each account’s power at the snapshot'],
  ['Count', 'the result is what the ballots say, with ties and voids'],
  ['Winners', 'every token document and root, before anything is minted'],
  ['Tokens', 'the digest on chain is the record, the record names the picture'],
]

export default async function VerifyPage() {
  const records = await listRecords()
  const { origin } = siteView()
  return (
    <Shell room="desk" current="verify">
      <Frame
        signage={
          <Signage title="Verify">
            Nobody has to believe this server. Everything a round was is in its record; anyone can do the
            count again.
          </Signage>
        }
      >
        <div className="grid gap-10">
          <Section title="Check a record from your disk" aside="in this browser">
            <div className="mt-4">
              <VerifyDesk />
            </div>
          </Section>
          <Section title="Rounds with a record" aside={plural(records.length, 'round')}>
            {records.length === 0 && (
              <Notice
                title="No round is closed yet."
                headingLevel={3}
                actions={
                  <ButtonLink href="/rounds" size={32}>
                    To the rounds
                  </ButtonLink>
                }
              >
                A round’s record is published with its close.
              </Notice>
            )}
            <ul>
              {records.map((record) => {
                const bundle = `/api/v1/rounds/${record.roundId}/bundle`
                return (
                  <li
                    key={record.roundId}
                    className="grid gap-x-10 gap-y-2 border-line border-b py-4 band:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]"
                  >
                    <div>
                      <h3 className="font-figure text-18">
                        <Link className="hover:underline" href={`/rounds/${record.slug}/result`}>
                          {record.title}
                        </Link>
                      </h3>
                      <p className="text-13 text-second">
                        {record.community.name}, closed {formatMoment(record.closesAt * 1000, { year: true })}
                        . {plural(record.turnout.ballots, 'ballot')}.
                      </p>
                      <p className="mt-1 text-13">
                        <Hash value={record.bundleDigest} algorithm="sha256" />
                      </p>
                      <div className="mt-3 flex flex-wrap gap-2">
                        <ButtonLink href={`/rounds/${record.slug}/result`} size={32}>
                          Recount it here
                        </ButtonLink>
                        <ButtonLink href={bundle} size={32} download>
                          Download the record
                        </ButtonLink>
                      </div>
                    </div>
                    <div className="text-13">
                      <p className="text-second">
                        From the source, best with a node of your own after --rpc:
                      </p>
                      <CommandLine
                        label={`the command that checks ${record.title}`}
                        command={recordCommand(origin, record.roundId)}
                      />
                    </div>
                  </li>
                )
              })}
            </ul>
          </Section>
          <div className="grid gap-10 band:grid-cols-2">
            <Section title="What is checked">
              <dl className="text-15">
                {CHECKS.map(([name, what]) => (
                  <div key={name} className="grid grid-cols-[96px_minmax(0,1fr)] border-line border-b py-2">
                    <dt className="font-figure">{name}</dt>
                    <dd>{what}</dd>
                  </div>
                ))}
              </dl>
            </Section>
            <div className="grid content-start gap-10">
              <Section title="What the squares say">
                <ul className="text-15">
                  {COLOURS.map(([verdict, name, meaning]) => (
                    <li
                      key={name}
                      className="grid grid-cols-[24px_88px_minmax(0,1fr)] items-baseline border-line border-b py-2"
                    >
                      <Check verdict={verdict} silent />
                      <b>{name}</b>
                      {meaning}
                    </li>
                  ))}
                </ul>
              </Section>
              <Section title="What you still trust">
                <p className="py-3 text-15">
                  The block hashes that the report prints: compare them elsewhere. The node that answers for
                  the chain: ask a second one. That the collection’s address is the community’s. That a
                  picture came from its prompt: this version does not check that.
                </p>
              </Section>
            </div>
          </div>
        </div>
      </Frame>
    </Shell>
  )
}
