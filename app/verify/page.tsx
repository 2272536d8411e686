import type { Metadata } from 'next'
import Link from 'next/link'
import { CheckMeanings, SquareMeanings } from '#components/provenance/check-meanings.tsx'
import { CommandLine } from '#components/provenance/command-line.tsx'
import { recordCommand } from '#components/provenance/record-command.ts'
import { VerifyDesk } from '#components/provenance/verify-desk.tsx'
import { plural } from '#components/rounds/round-words.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { byteSize } from '#components/ui/byte-size.ts'
import { Frame } from '#components/ui/frame.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { siteView } from '#lib/flows/site/loaders.ts'
import { verifyPage } from '#lib/flows/verify-page/loaders.ts'
import { listRecords } from '#lib/rounds/loaders.ts'

export const metadata: Metadata = { title: 'Verify' }
export const dynamic = 'force-dynamic'

/** The same verifier to keep: a file that needs neither this server nor a network. */
function OneFile({ sha256, bytes }: { sha256: string; bytes: number }) {
  return (
    <Section title="Or without this site" aside={byteSize(bytes)}>
      <div className="flex flex-wrap items-center justify-between gap-x-10 gap-y-4 border-line border-b py-4">
        <div className="min-w-0 max-w-measure flex-1 basis-64 text-15">
          <p>
            The same check as one file. Save it, open it from your disk, drop a bundle on it: it reaches no
            network, and nothing on this server can change it any more.
          </p>
          <p className="mt-1 text-13 text-second">
            Keep it, and compare its hash with the one in the release notes:{' '}
            <Hash value={sha256} algorithm="sha256" length="long" />
          </p>
        </div>
        <ButtonLink href="/verso-verify.html" size={40} download="verso-verify.html">
          Save verso-verify.html
        </ButtonLink>
      </div>
    </Section>
  )
}

export default async function VerifyPage() {
  const [records, onePage] = await Promise.all([listRecords(), verifyPage()])
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
          {onePage && <OneFile sha256={onePage.sha256} bytes={onePage.bytes.length} />}
          <Section title="Votes held elsewhere">
            <p className="max-w-measure py-3 text-15">
              A closed proposal of Snapshot can be counted again too, as it was counted there and exactly:{' '}
              <Link className="link" href="/interop/snapshot">
                recount a Snapshot proposal
              </Link>
              .
            </p>
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
                        command={recordCommand(origin, record.roundId, record.otherChains)}
                      />
                    </div>
                  </li>
                )
              })}
            </ul>
          </Section>
          <div className="grid gap-10 band:grid-cols-2">
            <CheckMeanings />
            <div className="grid content-start gap-10">
              <SquareMeanings />
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
