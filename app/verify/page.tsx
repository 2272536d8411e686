import type { Metadata } from 'next'
import { CheckMeanings, SquareMeanings } from '#components/provenance/check-meanings.tsx'
import { CommandLine } from '#components/provenance/command-line.tsx'
import { recordCommand } from '#components/provenance/record-command.ts'
import { VerifyDesk } from '#components/provenance/verify-desk.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { byteSize } from '#components/ui/byte-size.ts'
import { Frame } from '#components/ui/frame.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Link } from '#components/ui/link.tsx'
import { formatMoment } from '#components/ui/moment.ts'
import { Notice } from '#components/ui/notice.tsx'
import { Section } from '#components/ui/section.tsx'
import { Shell } from '#components/ui/shell.tsx'
import { Signage } from '#components/ui/signage.tsx'
import { siteView } from '#lib/flows/site/loaders.ts'
import { verifyPage } from '#lib/flows/verify-page/loaders.ts'
import { listRecords } from '#lib/rounds/loaders.ts'
import * as text from '#messages/app/verify/verify.tsx'
import * as counts from '#messages/counts.ts'

export const metadata: Metadata = { title: text.title }
export const dynamic = 'force-dynamic'

/** The same verifier to keep: a file that needs neither this server nor a network. */
function OneFile({ sha256, bytes }: { sha256: string; bytes: number }) {
  return (
    <Section title={text.withoutSite} aside={byteSize(bytes)}>
      <div className="flex flex-wrap items-center justify-between gap-x-10 gap-y-4 border-line border-b py-4">
        <div className="min-w-0 max-w-measure flex-1 basis-64 text-15">
          <p>{text.oneFile}</p>
          <p className="mt-1 text-13 text-second">
            {text.compareHash} <Hash value={sha256} algorithm="sha256" length="long" />
          </p>
        </div>
        <ButtonLink href="/verso-verify.html" size={40} download="verso-verify.html">
          {text.save('verso-verify.html')}
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
      <Frame signage={<Signage title={text.title}>{text.about}</Signage>}>
        <div className="grid gap-10">
          <Section title={text.fromDisk} aside={text.inBrowser}>
            <div className="mt-4">
              <VerifyDesk />
            </div>
          </Section>
          {onePage && <OneFile sha256={onePage.sha256} bytes={onePage.bytes.length} />}
          <Section title={text.heldElsewhere}>
            <p className="max-w-measure py-3 text-15">
              {text.snapshot(
                <Link className="link" href="/interop/snapshot">
                  {text.recountProposal}
                </Link>,
              )}
            </p>
          </Section>
          <Section title={text.withRecord} aside={counts.rounds(records.length)}>
            {records.length === 0 && (
              <Notice
                title={text.noneClosed}
                headingLevel={3}
                actions={
                  <ButtonLink href="/rounds" size={32}>
                    {text.toRounds}
                  </ButtonLink>
                }
              >
                {text.whenPublished}
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
                        {text.closed(
                          record.community.name,
                          formatMoment(record.closesAt * 1000, { year: true }),
                          record.turnout.ballots,
                        )}
                      </p>
                      <p className="mt-1 text-13">
                        <Hash value={record.bundleDigest} algorithm="sha256" />
                      </p>
                      <div className="mt-3 flex flex-wrap gap-2">
                        <ButtonLink href={`/rounds/${record.slug}/result`} size={32}>
                          {text.recountHere}
                        </ButtonLink>
                        <ButtonLink href={bundle} size={32} download>
                          {text.download}
                        </ButtonLink>
                      </div>
                    </div>
                    <div className="text-13">
                      <p className="text-second">{text.fromSource}</p>
                      <CommandLine
                        label={text.command(record.title)}
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
              <Section title={text.whatYouTrust}>
                <p className="py-3 text-15">{text.trusted}</p>
              </Section>
            </div>
          </div>
        </div>
      </Frame>
    </Shell>
  )
}
