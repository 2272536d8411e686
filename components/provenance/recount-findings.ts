import type { CheckId, CheckReport, Colour } from '#lib/protocol/verify/report.ts'
import { unread } from '#messages/provenance/recount-findings.ts'
import type { LineFinding } from './check-work.ts'
import type { RecountState } from './use-recount.ts'

/** The checks of a bundle that a line of the chain of custody stands for. */
const LINES: Record<'Ballots' | 'Result', readonly CheckId[]> = {
  Ballots: ['4', '5'],
  Result: ['0', '1', '3', '6', '7', '7b'],
}

const GRAVITY: Record<Colour, number> = { absent: 0, green: 0, attested: 1, unknown: 2, red: 3 }

const gravest = (checks: readonly CheckReport[]): CheckReport | undefined =>
  checks.toSorted((a, b) => GRAVITY[b.colour] - GRAVITY[a.colour])[0]

function findingOf(checks: readonly CheckReport[]): LineFinding {
  const worst = gravest(checks)
  const first = worst?.findings[0]
  if (!worst || worst.colour === 'green' || worst.colour === 'attested') return { verdict: 'checked' }
  const sentence = first ? `${first.message}.` : worst.summary
  const text = sentence.charAt(0).toUpperCase() + sentence.slice(1)
  return { verdict: worst.colour === 'red' ? 'broken' : 'unknown', text }
}

/** What a recount of the round says about the lines of one work. */
export function recountFindings(state: RecountState): Partial<Record<'Ballots' | 'Result', LineFinding>> {
  if (state.kind === 'failed') {
    const failed: LineFinding = { verdict: 'unknown', text: unread }
    return { Ballots: failed, Result: failed }
  }
  if (state.kind !== 'done') return {}
  const { checks } = state.result.report
  const of = (ids: readonly CheckId[]) => findingOf(checks.filter(({ id }) => ids.includes(id)))
  return { Ballots: of(LINES.Ballots), Result: of(LINES.Result) }
}
