'use client'

import { AnchorTable } from '#components/rounds/anchor-table.tsx'
import { AwaitedResult } from '#components/rounds/awaited-result.tsx'
import { MintedHang } from '#components/rounds/minted-hang.tsx'
import { Outcome } from '#components/rounds/outcome.tsx'
import { RecountPanel } from '#components/rounds/recount-panel.tsx'
import { ResultSignage } from '#components/rounds/result-signage.tsx'
import { ResultTable, type ResultTableProps } from '#components/rounds/result-table.tsx'
import { Button } from '#components/ui/button.tsx'
import type { RoomName } from '#components/ui/room.tsx'
import { Group, type Part } from '#components/workshop/group.tsx'
import { sampleBytes } from '#components/workshop/sample/hashes.ts'
import { NOW, sampleRound } from '#components/workshop/sample/round.ts'
import { LONG_TITLE, sampleWork } from '#components/workshop/sample/works.ts'
import { MINTED, OUTCOMES, RESULT } from './outcomes.ts'

const row = (place: number | null, number: number, value: number, chosen: boolean) => ({
  place,
  number,
  title: sampleWork(number).title,
  creator: sampleWork(number).creatorName,
  href: '#rounds-result-table',
  value,
  figure: value.toLocaleString('en'),
  voters: String(Math.round(value / 9)),
  chosen,
})

const TABLE: ResultTableProps = {
  headings: { figure: 'Votes', voters: 'Voters' },
  axisMax: 2000,
  axisLabel: '0 to 2,000 votes',
  cut: '3 places. The tie for the third was decided by more voters.',
  rows: [
    row(1, 1, 1840, true),
    row(2, LONG_TITLE, 1204, true),
    row(3, 3, 960, true),
    row(4, 4, 960, false),
    row(null, 5, 0, false),
  ],
  caption: 'Sample',
}

const tables: Part = {
  file: 'components/rounds/result-table.tsx',
  states: {
    'chosen, level, and supported by nobody': <ResultTable {...TABLE} />,
    'with the rest as ticks, a quota and an extra column': (
      <ResultTable
        {...TABLE}
        headings={{ figure: 'Votes', extra: 'Round', voters: 'Ballots' }}
        mark={{ value: 1000 }}
        rest={{ label: 'The other 116 works', range: '0–640', values: [640, 512, 480, 300, 120, 60, 12, 0] }}
        rows={TABLE.rows.map((one, index) => ({
          ...one,
          extra: { figure: String(index + 1), words: `round ${index + 1}` },
        }))}
      />
    ),
    'points as bars': (
      <ResultTable
        {...TABLE}
        headings={{ figure: 'Points', extra: 'Mean', voters: 'Voters' }}
        axisLabel="Voters by points, 1 to 5"
        rows={TABLE.rows.slice(0, 3).map((one, index) => ({
          ...one,
          points: [index, 4, 9 - index, 14, 21 - 6 * index],
          extra: { figure: '3.84', words: 'mean 3.84' },
        }))}
      />
    ),
  },
}

const outcomes: Part = {
  file: 'components/rounds/outcome.tsx',
  about:
    'Tallies made here, by the protocol itself, from ballots of the workshop: table, points, rounds and duels as each method has them, the reveal too.',
  states: Object.fromEntries(
    Object.entries(OUTCOMES).map(([caption, outcome]) => [caption, <Outcome key={caption} {...outcome} />]),
  ),
}

const GREEN = [
  { verdict: 'checked', text: 'Rules', detail: 'they hash to the round’s id' },
  { verdict: 'checked', text: 'Ballots', detail: '214 signatures, each in its window' },
] as const

const recounts: readonly Part[] = [
  {
    file: 'components/rounds/recount-panel.tsx',
    columns: 3,
    states: {
      running: (
        <RecountPanel
          running
          title="Recounting here"
          text="214 ballots, read from this server."
          checks={[...GREEN, { verdict: 'running', text: 'Count' }, { verdict: 'todo', text: 'Winners' }]}
        >
          <Button>Stop</Button>
        </RecountPanel>
      ),
      'all green': (
        <RecountPanel
          title="Recounted here, all green"
          text="In 1.8 s, from the public record."
          checks={GREEN}
          compare={[
            { label: 'here', hash: sampleBytes(1) },
            { label: 'on chain', hash: sampleBytes(1) },
          ]}
        >
          <Button>Save the record</Button>
        </RecountPanel>
      ),
      'one that differs': (
        <RecountPanel
          title="Recounted here: one check is broken"
          checks={[
            ...GREEN,
            { verdict: 'broken', text: 'Count', detail: 'result.json names #4, the ballots say #3' },
          ]}
          compare={[
            { label: 'here', hash: sampleBytes(1) },
            { label: 'on chain', hash: sampleBytes(2) },
          ]}
        />
      ),
    },
  },
  {
    file: 'components/rounds/anchor-table.tsx',
    states: {
      'equal, different, awaited and unreachable': (
        <AnchorTable
          rows={[
            {
              what: 'Works',
              source: 'candidates.jsonl',
              here: sampleBytes(1),
              chain: { state: 'anchored', hash: sampleBytes(1), block: 58 },
            },
            {
              what: 'Log',
              source: 'log.jsonl',
              here: sampleBytes(2),
              chain: { state: 'anchored', hash: sampleBytes(3), block: 61 },
            },
            { what: 'Result', source: 'result.json', here: sampleBytes(4), chain: { state: 'not yet' } },
            {
              what: 'Winners',
              source: 'winners.json',
              here: sampleBytes(5),
              chain: { state: 'unreachable', since: '12:04' },
            },
          ]}
        />
      ),
    },
  },
]

const awaited: Part = {
  file: 'components/rounds/awaited-result.tsx',
  about: 'While a count is awaited its page is read again every five seconds; this one too.',
  states: {
    'before voting': <AwaitedResult round={sampleRound('submissions', { admissionEnded: true })} />,
    'while voting runs': <AwaitedResult round={sampleRound('voting')} />,
    counting: <AwaitedResult round={sampleRound('counting')} />,
    cancelled: (
      <AwaitedResult round={sampleRound('cancelled', { stateReason: 'Two works were printed twice.' })} />
    ),
  },
}

const around: readonly Part[] = [
  {
    file: 'components/rounds/result-signage.tsx',
    columns: 2,
    states: {
      'a result that can be objected to': (
        <ResultSignage
          round={sampleRound('challenge', { finalAt: NOW + 86_400 })}
          result={RESULT}
          showsAll={false}
          anchored
          skip={null}
        />
      ),
      'decided, some minted': (
        <ResultSignage round={sampleRound('final')} result={RESULT} showsAll anchored skip={null} />
      ),
      'no result yet': (
        <ResultSignage
          round={sampleRound('counting')}
          result={null}
          showsAll={false}
          anchored={false}
          skip={null}
        />
      ),
    },
  },
  {
    file: 'components/rounds/minted-hang.tsx',
    states: {
      'two tokens': <MintedHang minted={MINTED} named />,
      'nothing minted': <MintedHang minted={[]} />,
    },
  },
]

const PARTS = [tables, outcomes, ...around, ...recounts, awaited]

export function ResultsParts({ room }: { room: RoomName }) {
  return <Group name="results" room={room} parts={PARTS} />
}
