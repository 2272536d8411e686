import type { ReactNode, Ref } from 'react'
import { Check, type Verdict } from '#components/ui/check.tsx'
import { Section } from '#components/ui/section.tsx'
import type { SnapshotReport } from '#lib/interop/snapshot/report.ts'
import * as words from '#messages/provenance/snapshot/snapshot-report.ts'
import { statement } from '#messages/provenance/snapshot/snapshot-words.ts'
import { FindingList } from './finding-list.tsx'
import { ScoreTable } from './score-table.tsx'
import { factsText, verdictText, votesText, winnerText } from './snapshot-words.ts'

const SQUARE: Record<SnapshotReport['verdict']['kind'], Verdict> = {
  equal: 'checked',
  unequal: 'broken',
  unknown: 'unknown',
}

function Facts({ report }: { report: SnapshotReport }) {
  const rows = [
    [words.vote, factsText(report)],
    [words.votes, votesText(report)],
    [words.winner, winnerText(report)],
  ]
  return (
    <dl className="mt-3 grid gap-y-0.5 text-13">
      {rows.map(([name, value]) => (
        <div key={name} className="grid grid-cols-[64px_minmax(0,1fr)] gap-x-3">
          <dt className="text-second">{name}</dt>
          <dd className="[overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Differences({ report }: { report: SnapshotReport }) {
  // Votes that are handled otherwise stand below, with their rows.
  const told = report.differences.filter(({ code }) => code !== 'handled-otherwise')
  const otherwise = report.findings.filter(({ compatible, exact }) => compatible !== exact)
  return (
    <Section title={words.parting} level={3} look="over">
      {report.differences.length === 0 && (
        <p className="py-2 text-13 text-second">
          {report.winners.compatible ? words.nowhere : words.nothingToCompare}
        </p>
      )}
      <ul className="text-13">
        {told.map(({ code, text }) => (
          <li key={text} className="border-line border-b py-2.5 [overflow-wrap:anywhere]">
            {text} <span className="type-mono inline-block text-second">{code}</span>
          </li>
        ))}
      </ul>
      <FindingList findings={otherwise} />
    </Section>
  )
}

function OtherFindings({ findings }: { findings: SnapshotReport['findings'] }) {
  const same = findings.filter(({ compatible, exact }) => compatible === exact)
  if (same.length === 0) return null
  return (
    <Section title={words.otherVotes} aside={words.sameInBoth} level={3} look="over">
      <FindingList findings={same} />
    </Section>
  )
}

type SnapshotReportViewProps = {
  report: SnapshotReport
  milliseconds: number
  actions: ReactNode
  headingRef?: Ref<HTMLHeadingElement>
}

/** A recount of a proposal, as the command line prints it. */
export function SnapshotReportView({ report, milliseconds, actions, headingRef }: SnapshotReportViewProps) {
  return (
    <article aria-label={words.recount} className="mt-8">
      <div className="flex flex-wrap items-end justify-between gap-x-10 gap-y-4 border-fg border-b pb-4">
        <div className="min-w-0 flex-1 basis-80">
          <h3
            ref={headingRef}
            tabIndex={-1}
            className="flex items-baseline gap-2.5 font-statement text-24 leading-statement outline-none"
          >
            <Check verdict={SQUARE[report.verdict.kind]} silent className="translate-y-[1px]" />
            {statement[report.verdict.kind]}
          </h3>
          <p className="mt-1.5 max-w-measure text-15">{verdictText(report)}</p>
          <p className="mt-4 font-figure text-18 leading-close [overflow-wrap:anywhere]">
            {report.proposal.title ?? words.untitled}
          </p>
          <Facts report={report} />
          <p className="mt-3 text-13 text-second">{words.counted(milliseconds)}</p>
        </div>
        <div className="flex flex-wrap gap-2">{actions}</div>
      </div>
      <div className="mt-6 grid gap-8">
        <Section title={words.threeCounts} aside={words.difference} level={3} look="over">
          <ScoreTable report={report} />
        </Section>
        <Differences report={report} />
        <OtherFindings findings={report.findings} />
      </div>
    </article>
  )
}
