import { EFFECT_WORDS } from '#lib/interop/snapshot/finding-words.ts'
import type { ChoiceRow, FindingGroup, SnapshotReport, Verdict } from '#lib/interop/snapshot/report.ts'
import { plainText } from '#scripts/verso/watch/tell.ts'

const MOST_TITLE = 120
const MOST_NAME = 32
const NOTES_SHOWN = 3

const time = (seconds: number | null) =>
  seconds === null ? 'an unknown time' : new Date(seconds * 1000).toISOString()

function verdictLines(verdict: Verdict): string[] {
  if (verdict.kind === 'equal')
    return [`Published = compatible, to the last bit, with the votes ${verdict.order}.`]
  if (verdict.kind === 'unequal')
    return [`Published ≠ compatible: a score differs by ${verdict.most}, more than rounding can.`]
  return [
    'Whether published = compatible cannot be said.',
    ...verdict.doubts.map(({ code, title, text }) => `  ${code}: ${title} ${text}`),
  ]
}

const CAUSES: Record<ChoiceRow['cause'], string> = {
  none: '',
  rounding: 'rounding',
  tie: 'a tie broken otherwise',
  votes: 'votes handled otherwise',
  unknown: '',
}

/** Columns as wide as they need to be. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

function scoreLines({ choices, totals }: SnapshotReport): string[] {
  const rows = choices.map((choice) => [
    plainText(choice.name, MOST_NAME),
    choice.published ?? '?',
    choice.compatible ?? '-',
    choice.exact ?? '-',
    choice.difference ?? '-',
    CAUSES[choice.cause],
  ])
  return table([
    ['', 'published', 'compatible', 'exact', 'compatible - exact', ''],
    ...rows,
    ['power of all votes', totals.published ?? '?', totals.compatible ?? '-', '', '', ''],
  ])
}

function findingLines({ code, title, count, power, compatible, exact, votes }: FindingGroup): string[] {
  const shown = votes.slice(0, NOTES_SHOWN)
  return [
    `  ${code}: ${title}. ${count} with power ${power}; compatible: ${EFFECT_WORDS[compatible].short}, exact: ${EFFECT_WORDS[exact].short}`,
    ...shown.map(
      ({ at, voter, choice, power: own }) =>
        `      row ${at}  ${plainText(voter ?? 'no voter', 42)}  chose ${plainText(choice, 60)}  power ${plainText(own, 40)}`,
    ),
    ...(count > shown.length ? [`      and ${count - shown.length} more`] : []),
  ]
}

function headLines({ proposal, votes }: SnapshotReport): string[] {
  const { title, space, type, state, start, end, block } = proposal
  return [
    plainText(title ?? 'A proposal without a title', MOST_TITLE),
    `space ${plainText(space ?? '?', 60)}, ${plainText(type, 30)}, ${plainText(state ?? 'no state', 20)}, power at block ${plainText(block ?? '?', 20)}`,
    `${time(start)} to ${time(end)}`,
    `${votes.given} votes in the list, ${proposal.votes ?? '?'} by the proposal; ${votes.compatible} count for Snapshot, ${votes.exact} exactly`,
  ]
}

const named = (winner: { number: number; name: string } | null) =>
  winner ? `${winner.number}. ${plainText(winner.name, MOST_NAME)}` : 'nobody'

/** The recount as text for a person; nothing in it can reach a terminal but letters. */
export function snapshotText(report: SnapshotReport): string {
  const { winners, differences, findings, verdict } = report
  const lines = [
    ...headLines(report),
    '',
    ...scoreLines(report),
    '',
    `winner  published ${named(winners.published)}; compatible ${named(winners.compatible)}; exact ${named(winners.exact)}`,
  ]
  if (differences.length > 0) lines.push('', 'What the two counts do otherwise')
  for (const { code, text } of differences) lines.push(`  ${code}: ${plainText(text, 1000)}`)
  if (findings.length > 0) lines.push('', 'Votes that something is to be said of')
  for (const finding of findings) lines.push(...findingLines(finding))
  return `${[...lines, '', ...verdictLines(verdict)].join('\n')}\n`
}

const MARKS = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu

/** The same for a program: JSON in which what could move a terminal is written as its code. */
export function snapshotJson(report: SnapshotReport): string {
  const codeOf = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  const text = JSON.stringify(report, null, 2).replaceAll(MARKS, (mark) =>
    mark.split('').map(codeOf).join(''),
  )
  return `${text}\n`
}
