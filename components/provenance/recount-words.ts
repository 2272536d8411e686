import type { RecountCheck } from '#components/rounds/recount-panel.tsx'
import { byteSize } from '#components/ui/byte-size.ts'
import type { Verdict } from '#components/ui/check.tsx'
import type { CheckId, CheckReport, Finding, Report } from '#lib/protocol/verify/report.ts'
import * as words from '#messages/provenance/recount-words.ts'
import type { RecountState } from './use-recount.ts'
import { verdictOf } from './verdict-of.ts'

export type RecountFacts = { works: number; ballots: number; places: number }

/** What each check says when it holds, in the order of the checks. */
function linesOf({ works, ballots }: RecountFacts): [CheckId, string][] {
  return [
    ['0', words.checks.files],
    ['1', words.checks.rules],
    ['3', words.checks.works(works)],
    ['4', words.checks.ballots(ballots)],
    ['5', words.checks.log],
    ['6', words.checks.power],
    ['7', words.checks.count],
    ['7b', words.checks.winners],
    ['8', words.checks.tokens],
  ]
}

/** What is no part of the count: a line of it is shown when it is broken. */
const BESIDE: ReadonlyMap<CheckId, string> = new Map([
  ['2', words.checks.pictures],
  ['9', words.checks.licence],
])

const isRed = ({ colour }: CheckReport) => colour === 'red'

const placeOf = ({ file, line }: Finding): string =>
  file ? `${file}${line === null ? '' : `:${line}`}: ` : ''

function detailOf({ colour, findings, more }: CheckReport): string | undefined {
  const [first] = findings
  if (colour === 'green' || !first) return undefined
  const others = findings.length - 1 + more
  const finding = `${placeOf(first)}${first.message}`
  return others > 0 ? words.andMore(finding, others) : finding
}

function lineOf(text: string, check: CheckReport | undefined, waiting: Verdict): RecountCheck {
  if (!check || check.colour === 'absent') return { verdict: waiting, text }
  const detail = detailOf(check)
  return { verdict: verdictOf(check.colour), text, ...(detail && { detail }) }
}

/** A line per check, whatever the stage. */
export function recountChecks(state: RecountState, facts: RecountFacts): RecountCheck[] {
  const report = state.kind === 'done' ? state.result.report : null
  const checks = new Map(report?.checks.map((check) => [check.id, check]))
  const waiting: Verdict = state.kind === 'running' ? 'running' : 'todo'
  const broken = [...BESIDE].filter(([id]) => checks.get(id)?.colour === 'red')
  return [...linesOf(facts), ...broken].map(([id, text]) => lineOf(text, checks.get(id), waiting))
}

/** Of the count and what it rests on; pictures and licences say something only when they are not right. */
function colourOf({ checks }: Report): Report['colour'] {
  const colours = checks.filter((check) => !BESIDE.has(check.id) || isRed(check)).map(({ colour }) => colour)
  return (['red', 'unknown', 'attested'] as const).find((colour) => colours.includes(colour)) ?? 'green'
}

export function recountTitle(state: RecountState): string {
  return words.titles[state.kind === 'done' ? colourOf(state.result.report) : state.kind]
}

const FAILED: Record<string, string> = words.failed

export function recountText(state: RecountState): string {
  if (state.kind === 'idle') return words.idle
  if (state.kind === 'failed') return FAILED[state.code] ?? words.answered(state.code)
  if (state.kind === 'running')
    return state.progress.kind === 'fetching'
      ? words.fetching(byteSize(state.progress.bytes))
      : words.counting(byteSize(state.progress.bytes))
  const { report, milliseconds, bytes } = state.result
  const done = words.done(milliseconds, byteSize(bytes))
  const colour = colourOf(report)
  if (colour === 'red') return `${done} ${words.next.red}`
  if (colour === 'unknown') return `${done} ${words.next.unknown}`
  return `${done} ${words.next.right}`
}
