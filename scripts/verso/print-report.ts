import type { CheckReport, Colour, Finding, Report } from '#lib/protocol/verify/report.ts'

const PAINT: Record<Colour, string> = {
  green: '\u001b[32m',
  red: '\u001b[31m',
  unknown: '\u001b[33m',
  attested: '\u001b[36m',
  absent: '\u001b[2m',
}
const SHOWN = 12
const BLOCKS_SHOWN = 24

/** Words from a bundle, and from pictures in it, may say anything: nothing of it moves a cursor or turns a line. */
const tame = (text: string) => text.replace(/\p{C}+/gu, ' ')

/** The report as text for a person. */
export function reportText(report: Report, colours: boolean): string {
  const paint = (colour: Colour, text: string) => (colours ? `${PAINT[colour]}${text}\u001b[0m` : text)
  const lines = [tame(report.title ?? 'Unreadable bundle')]
  if (report.roundId) lines.push(`round   ${report.roundId}`)
  if (report.bundleDigest) lines.push(`bundle  ${report.bundleDigest}`)
  for (const { rank, number, title } of report.winners) lines.push(`place ${rank}  #${number} ${tame(title)}`)
  lines.push('')
  for (const check of report.checks) lines.push(...checkLines(check, paint))
  if (report.blocks.length > 0) lines.push('', 'Blocks that this round rests on')
  for (const { what, chainId, number, hash } of report.blocks.slice(0, BLOCKS_SHOWN))
    lines.push(`  ${what.padEnd(18)}  chain ${chainId}, block ${number}  ${hash}`)
  if (report.blocks.length > BLOCKS_SHOWN)
    lines.push(`  and ${report.blocks.length - BLOCKS_SHOWN} more: --json lists them all`)
  if (report.informative.length > 0) lines.push('', 'Files that no anchor covers, for information only')
  for (const path of report.informative.slice(0, SHOWN)) lines.push(`  ${tame(path)}`)
  if (report.informative.length > SHOWN) lines.push(`  and ${report.informative.length - SHOWN} more`)
  if (report.trust.length > 0) lines.push('', 'What you still trust')
  for (const sentence of report.trust) lines.push(`  ${tame(sentence)}`)
  const { ballots, power, winnersChange } = report.contractWallets
  lines.push(
    '',
    `${ballots} contract-wallet ballots with power ${power} rest on recorded answers; winners change without them: ${winnersChange ? 'yes' : 'no'}`,
    '',
    paint(report.colour, VERDICTS[report.colour]),
  )
  return `${lines.join('\n')}\n`
}

const VERDICTS = {
  green: 'Green: every check of this version holds.',
  attested: 'Attested: nothing is wrong, and some of it is somebody\u2019s word.',
  unknown: 'Unknown: nothing is wrong, but not everything could be checked.',
  red: 'Red: this bundle is not what it says.',
} as const

function checkLines(check: CheckReport, paint: (colour: Colour, text: string) => string): string[] {
  const label = check.colour === 'absent' ? '' : check.colour
  const lines = [
    `${paint(check.colour, label.padEnd(8))} ${check.id.padEnd(3)} ${check.title}: ${tame(check.summary)}`,
  ]
  for (const finding of check.findings.slice(0, SHOWN))
    lines.push(`             ${tame(findingText(finding))}`)
  const hidden = check.findings.length - SHOWN + check.more
  if (hidden > 0) lines.push(`             and ${hidden} more`)
  return lines
}

function findingText({ file, line, field, code, message }: Finding): string {
  const place = file
    ? [file, line === null ? '' : `:${line}`, field === null ? '' : ` ${field}`].join('')
    : ''
  return `${place ? `${place}  ` : ''}${code}: ${message}`
}
