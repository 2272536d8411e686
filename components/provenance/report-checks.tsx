import { Check } from '#components/ui/check.tsx'
import { Hash } from '#components/ui/hash.tsx'
import type { CheckReport, Finding } from '#lib/protocol/verify/report.ts'
import * as words from '#messages/provenance/report-checks.ts'
import { capital, checkTitle, placeOf, summaryOf } from './file-words.ts'
import { verdictOf } from './verdict-of.ts'

const SHOWN = 6

const keyOf = (finding: Finding) => `${placeOf(finding)} ${finding.code} ${finding.message}`

const HASHES = /((?:0x|sha256:)[0-9a-f]{40,64})/

/** A sentence of the verifier: hashes stand in their own type, short ones can be copied whole. */
function Worded({ text, short = false }: { text: string; short?: boolean }) {
  return text.split(HASHES).map((part, at) => {
    if (at % 2 === 0) return part
    return short ? (
      <Hash key={part} value={part} quiet />
    ) : (
      <span key={part} className="type-mono break-all">
        {part}
      </span>
    )
  })
}

/** One finding: what differs, where, and the code to look it up by. */
function FindingLine({ finding }: { finding: Finding }) {
  const place = placeOf(finding)
  return (
    <li className="grid grid-cols-[22px_minmax(0,1fr)] items-baseline border-line border-t py-1.5">
      <Check verdict={verdictOf(finding.colour)} className="translate-y-[2px]" />
      <span className="min-w-0">
        {place && <span className="type-mono block break-all">{place}</span>}
        <span className="[overflow-wrap:anywhere]">
          <Worded text={capital(finding.message)} />
        </span>{' '}
        <span className="type-mono inline-block text-second [overflow-wrap:anywhere]">{finding.code}</span>
      </span>
    </li>
  )
}

function Findings({ check }: { check: CheckReport }) {
  const { findings, more } = check
  if (findings.length === 0) return null
  const first = findings.slice(0, SHOWN)
  const rest = findings.slice(SHOWN)
  return (
    <div className="mt-1.5">
      <ul>
        {first.map((finding) => (
          <FindingLine key={keyOf(finding)} finding={finding} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="border-line border-t py-1.5">
          <summary className="link inline-block max-band:py-2">{words.moreFindings(rest.length)}</summary>
          <ul className="mt-1">
            {rest.map((finding) => (
              <FindingLine key={keyOf(finding)} finding={finding} />
            ))}
          </ul>
        </details>
      )}
      {more > 0 && <p className="border-line border-t py-1.5 text-second">{words.unlisted(more)}</p>}
    </div>
  )
}

/** Every check with its square, what it found in a sentence, and each record that is not right. */
export function ReportChecks({ checks }: { checks: readonly CheckReport[] }) {
  return (
    <ol className="text-13">
      {checks.map((check) => (
        <li
          key={check.id}
          className={`grid grid-cols-[24px_30px_minmax(0,1fr)] items-baseline border-line border-b py-2 ${check.colour === 'red' ? '-mx-2.5 bg-wash px-2.5' : ''}`}
        >
          {check.colour === 'absent' ? (
            <span aria-hidden="true" />
          ) : (
            <Check verdict={verdictOf(check.colour)} className="translate-y-[2px]" />
          )}
          <span className="type-mono text-second">{check.id}</span>
          <div className="min-w-0">
            <span className={check.colour === 'absent' ? 'text-second' : 'font-figure'}>
              {checkTitle(check)}.
            </span>{' '}
            <span className="text-second [overflow-wrap:anywhere]">
              <Worded text={summaryOf(check)} short />
            </span>
            <Findings check={check} />
          </div>
        </li>
      ))}
    </ol>
  )
}
