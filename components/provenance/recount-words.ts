import type { RecountCheck } from '#components/rounds/recount-panel.tsx'
import { byteSize } from '#components/ui/byte-size.ts'
import type { Verdict } from '#components/ui/check.tsx'
import type { CheckId, CheckReport, Finding, Report } from '#lib/protocol/verify/report.ts'
import type { RecountState } from './use-recount.ts'
import { verdictOf } from './verdict-of.ts'

export type RecountFacts = { works: number; ballots: number; places: number }

const counted = (count: number, one: string, many: string) => (count === 1 ? `The one ${one}` : `The ${many}`)

/** What each check says when it holds, in the order of the checks. */
function linesOf({ works, ballots }: RecountFacts): [CheckId, string][] {
  return [
    ['0', 'Every file is the one in the manifest'],
    ['1', 'The rules are the ones anchored'],
    [
      '3',
      `${counted(works, 'work was', `${works.toLocaleString('en')} works were`)} numbered by hash and fixed before voting`,
    ],
    ['4', `${ballots.toLocaleString('en')} ${ballots === 1 ? 'ballot' : 'ballots'}: signature, time, form`],
    ['5', 'Nothing dropped from the log'],
    ['6', 'Voting power at the snapshot'],
    ['7', 'Counted again: the same result'],
    ['7b', 'Winners and their records follow from it'],
    ['8', 'Tokens carry these records and pictures'],
  ]
}

const placeOf = ({ file, line }: Finding): string =>
  file ? `${file}${line === null ? '' : `:${line}`}: ` : ''

function detailOf({ colour, findings, more }: CheckReport): string | undefined {
  const [first] = findings
  if (colour === 'green' || !first) return undefined
  const others = findings.length - 1 + more
  return `${placeOf(first)}${first.message}${others > 0 ? `, and ${others} more` : ''}`
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
  return linesOf(facts).map(([id, text]) => lineOf(text, checks.get(id), waiting))
}

const TITLE: Record<Report['colour'], string> = {
  green: 'Recounted here, all green',
  attested: 'Recounted here, nothing wrong',
  unknown: 'Recounted here, nothing wrong',
  red: 'The recount does not agree',
}

export function recountTitle(state: RecountState): string {
  if (state.kind === 'running') return 'Recounting …'
  if (state.kind === 'failed') return 'The record could not be read'
  return state.kind === 'done' ? TITLE[state.result.report.colour] : 'Do not take our word for it'
}

const FAILED: Record<string, string> = {
  'no-connection': 'There is no connection. Nothing was checked.',
  'bundle-not-ready': 'It is not published yet. It comes with the close.',
  'recount-stopped': 'This browser stopped the count. Try again, or use the command below.',
}

export function recountText(state: RecountState): string {
  if (state.kind === 'idle')
    return 'Your browser fetches the public record and counts every ballot again. Anchors are compared with the chain.'
  if (state.kind === 'failed') return FAILED[state.code] ?? `The server answered ${state.code}.`
  if (state.kind === 'running')
    return state.progress.kind === 'fetching'
      ? `Fetching the record, ${byteSize(state.progress.bytes)} so far.`
      : `${byteSize(state.progress.bytes)} of record, counted in this browser.`
  const { report, milliseconds, bytes } = state.result
  const done = `In this browser, in ${(milliseconds / 1000).toFixed(2)} s, from ${byteSize(bytes)} of public record.`
  if (report.colour === 'red') return `${done} The broken line names the record.`
  if (report.colour === 'unknown') return `${done} What is unknown needs a chain that answers, or a file.`
  return `${done} What it still trusts: the chain that this site asks.`
}
