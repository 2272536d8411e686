import type { CanvasLabels } from '#components/provenance/canvas-back.tsx'
import type { CheckedFile } from '#components/provenance/check-file.ts'
import type { CustodyLine } from '#components/provenance/custody.tsx'
import type { StampView } from '#components/provenance/stamp.tsx'
import type { Verdict } from '#components/ui/check.tsx'
import { sampleBytes } from '#components/workshop/sample/hashes.ts'
import { sampleWork } from '#components/workshop/sample/works.ts'
import { CHECKS, type CheckId, type CheckReport, type Finding } from '#lib/protocol/verify/report.ts'

export const STAMP: StampView = {
  ring: ['Verso', 'Round 4', 'Two Inks', 'Block 58'],
  place: '1st',
  of: 'of 120',
}

export function labelsOf(number: number): CanvasLabels {
  const { title, creatorName } = sampleWork(number)
  return {
    inventory: `NF 2026.4.${number}`,
    maker: {
      community: 'North Fold',
      title,
      line: `${creatorName}, 2026`,
      rows: [
        { name: 'Work', value: `#${number}` },
        { name: 'Token', value: '17' },
        { name: 'Picture', value: '9c41…e07b' },
      ],
    },
    shown: {
      name: 'Two Inks',
      lines: ['Hung 2–5 December 2026', 'Judged by 214 voters, chosen by 96', '1st of 120, 1,840 votes'],
    },
  }
}

const sha = (seed: number) => ({ value: sampleBytes(seed), algorithm: 'sha256' })

const LINES: readonly CustodyLine[] = [
  {
    name: 'Brief',
    verdict: 'checked',
    text: 'Signed on 29 November 2026.',
    hash: sha(1),
    by: { text: 'Ines Okafor', signed: true },
  },
  { name: 'Recipe', verdict: 'checked', text: 'Made from the brief, seed 4812.', hash: sha(2) },
  {
    name: 'Model',
    verdict: 'attested',
    text: 'Woodcut, version 3.',
    by: { text: 'this server’s word', signed: false },
  },
  {
    name: 'Picture',
    verdict: 'checked',
    text: 'These bytes are the ones that were voted on.',
    hash: { ...sha(3), opens: '#provenance-custody' },
  },
  { name: 'Ballots', verdict: 'unknown', text: 'The chain does not answer.' },
  { name: 'Token', verdict: 'todo', text: 'Not minted yet.' },
]

const withVerdict = (verdict: Verdict) => LINES.map((line) => ({ ...line, verdict }))

export const CUSTODY = {
  mixed: LINES,
  running: withVerdict('running'),
  broken: LINES.map((line) =>
    line.name === 'Picture'
      ? {
          ...line,
          verdict: 'broken' as const,
          text: 'These bytes are not the ones that were voted on.',
          found: sha(4).value,
        }
      : line,
  ),
}

const findingOf = (colour: Finding['colour'], line: number, message: string): Finding => ({
  colour,
  file: 'ballots.jsonl',
  line,
  field: 'ballot.choices',
  code: 'choices-invalid',
  message,
})

const check = (id: CheckId, change: Partial<CheckReport> = {}): CheckReport => ({
  id,
  title: CHECKS[id],
  colour: 'green',
  summary: '214 records, each as it should be',
  findings: [],
  more: 0,
  ...change,
})

/** As they are printed: 7 before 7b before 8. */
const IDS = (Object.keys(CHECKS) as CheckId[]).toSorted(
  (a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10),
)

function fileOf(
  colour: 'green' | 'red' | 'unknown',
  changed: Partial<Record<CheckId, Partial<CheckReport>>>,
): CheckedFile {
  return {
    name: 'two-inks.zip',
    bytes: 4_213_000,
    milliseconds: 1840,
    receipts: [{ name: 'receipt-41.json', fault: colour === 'red' ? 'it is of another round' : null }],
    node: colour === 'unknown' ? null : 'your-node.example',
    report: {
      protocol: 'verso/1',
      roundId: sampleBytes(40),
      title: 'Two Inks',
      colour,
      exitCode: colour === 'green' ? 0 : colour === 'red' ? 1 : 2,
      checks: IDS.map((id) => check(id, changed[id])),
      bundleDigest: sampleBytes(41),
      winners: [1, 3, 7].map((number, index) => ({
        rank: index + 1,
        number,
        title: sampleWork(number).title,
      })),
      blocks: [
        { what: 'snapshot', chainId: 31_337, number: '41', hash: sampleBytes(42) },
        { what: 'opening', chainId: 31_337, number: '58', hash: sampleBytes(43) },
      ],
      informative: ['exposure.json'],
      trust: ['That the node tells the truth about its chain.'],
      contractWallets: { ballots: 2, power: '310', winnersChange: false },
    },
  }
}

const FINDINGS = Array.from({ length: 9 }, (_, index) =>
  findingOf('red', 12 + index, `the choices name ${sampleBytes(index)}, which is no work of this round`),
)

export const REPORTS: Readonly<Record<string, CheckedFile>> = {
  'all green': fileOf('green', { '10': { colour: 'absent', summary: 'This round has no shares' } }),
  'one check is broken': fileOf('red', {
    '4': { colour: 'red', summary: '9 ballots are not valid', findings: FINDINGS, more: 120 },
  }),
  'no chain was asked': fileOf('unknown', {
    '8': {
      colour: 'unknown',
      summary: 'No node was named',
      findings: [findingOf('unknown', 1, 'nothing was read from a chain')],
    },
  }),
}
