import type { ReactNode, Ref } from 'react'
import { Check } from '#components/ui/check.tsx'
import { Hash } from '#components/ui/hash.tsx'
import { Section } from '#components/ui/section.tsx'
import type { Report } from '#lib/protocol/verify/report.ts'
import { statement, trusted } from '#messages/provenance/file-words.ts'
import * as words from '#messages/provenance/report-view.tsx'
import type { CheckedFile, GivenReceipt } from './check-file.ts'
import { contractWalletWords, reportText } from './file-words.ts'
import { ReportChecks } from './report-checks.tsx'
import { verdictOf } from './verdict-of.ts'

function Winners({ winners }: Pick<Report, 'winners'>) {
  return (
    <Section title={words.winners} level={3} look="over">
      {winners.length === 0 && <p className="py-2 text-13 text-second">{words.noWinners}</p>}
      <ol className="text-13">
        {winners.map(({ rank, number, title }) => (
          <li
            key={rank}
            className="grid grid-cols-[24px_minmax(0,1fr)_auto] items-baseline gap-x-2 border-line border-b py-1.5"
          >
            <b>{rank}</b>
            <span className="type-title min-w-0 break-words">{title}</span>
            <span className="type-mono text-second">#{number}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Blocks({ blocks }: Pick<Report, 'blocks'>) {
  const head = 'border-line border-b py-1.5 pr-3 text-left font-text text-second last:pr-0 last:text-right'
  const cell = 'border-line border-b py-1.5 pr-3 align-baseline last:pr-0 last:text-right'
  return (
    <Section title={words.blocks.title} level={3} look="over">
      <table className="w-full border-collapse text-13">
        <caption className="sr-only">{words.blocks.caption}</caption>
        <thead>
          <tr>
            {words.blocks.columns.map((name) => (
              <th key={name} scope="col" className={head}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {blocks.map(({ what, chainId, number, hash }) => (
            <tr key={`${what}-${chainId}-${number}`}>
              <th scope="row" className={`${cell} text-left font-text first-letter:uppercase`}>
                {words.blockNames[what]}
              </th>
              <td className={cell}>{chainId}</td>
              <td className={cell}>{number}</td>
              <td className={cell}>
                <Hash value={hash} align="end" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Trust({ report, hasFields }: { report: Report; hasFields: boolean }) {
  return (
    <Section title={words.trust} level={3} look="over">
      <ul className="text-13">
        {report.trust.map((sentence) => (
          <li key={sentence} className="border-line border-b py-1.5 [overflow-wrap:anywhere]">
            {trusted(sentence, hasFields)}
          </li>
        ))}
        <li className="border-line border-b py-1.5">{contractWalletWords(report.contractWallets)}</li>
      </ul>
    </Section>
  )
}

function Facts({ report }: { report: Report }) {
  const rows = [
    { name: words.round, value: report.title, hash: report.roundId },
    { name: words.record, value: null, hash: report.bundleDigest },
  ]
  return (
    <dl className="mt-3 grid gap-y-0.5 text-13">
      {rows.map(
        ({ name, value, hash }) =>
          (value ?? hash) !== null && (
            <div key={name} className="flex flex-wrap items-baseline gap-x-3">
              <dt className="w-16 text-second">{name}</dt>
              {value !== null && <dd className="min-w-0 break-words font-figure">{value}</dd>}
              {hash !== null && (
                <dd>
                  <Hash value={hash} length="long" />
                </dd>
              )}
            </div>
          ),
      )}
    </dl>
  )
}

function RefusedReceipts({ receipts }: { receipts: readonly GivenReceipt[] }) {
  return (
    <ul className="mt-3 text-13">
      {receipts.map(
        ({ name, fault }) =>
          fault !== null && (
            <li key={name} className="border-line border-t py-1.5 [overflow-wrap:anywhere]">
              {words.refused(<b>{name}</b>, fault)}
            </li>
          ),
      )}
    </ul>
  )
}

type ReportViewProps = {
  checked: CheckedFile
  /** The page has fields for a node and a collection. */
  hasFields: boolean
  actions: ReactNode
  headingRef?: Ref<HTMLHeadingElement>
}

/** The whole report of a bundle, as the command line prints it. */
export function ReportView({ checked, hasFields, actions, headingRef }: ReportViewProps) {
  const { report } = checked
  return (
    <article aria-label={words.report} className="mt-8">
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-4 border-fg border-b pb-4">
        <div className="min-w-0 flex-1 basis-80">
          <h3
            ref={headingRef}
            tabIndex={-1}
            className="flex items-baseline gap-2.5 font-statement text-24 leading-statement outline-none"
          >
            <Check verdict={verdictOf(report.colour)} silent className="translate-y-[1px]" />
            {statement[report.colour]}
          </h3>
          <p className="mt-1.5 break-words text-13 text-second">{reportText(checked)}</p>
          <Facts report={report} />
          <RefusedReceipts receipts={checked.receipts} />
        </div>
        <div className="flex flex-wrap gap-2">{actions}</div>
      </div>
      <div className="mt-6 grid gap-x-10 gap-y-8 wide:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Section title={words.checks} level={3} look="over">
          <ReportChecks checks={report.checks} />
        </Section>
        <div className="grid content-start gap-8">
          <Winners winners={report.winners} />
          {report.blocks.length > 0 && <Blocks blocks={report.blocks} />}
          <Trust report={report} hasFields={hasFields} />
        </div>
      </div>
    </article>
  )
}
