import { sampleBytes } from '#components/workshop/sample/hashes.ts'
import type { SnapshotReport } from '#lib/interop/snapshot/report.ts'

const SNAPSHOT: SnapshotReport = {
  proposal: {
    id: null,
    title: 'Which print is bought',
    type: 'quadratic',
    space: 'north-fold.eth',
    author: null,
    state: 'closed',
    start: null,
    end: null,
    block: '19000000',
    votes: 214,
  },
  votes: { given: 214, compatible: 212, exact: 212 },
  verdict: { kind: 'equal', order: 'in the order given' },
  exitCode: 0,
  choices: [
    {
      number: 1,
      name: 'Cow parsley, first proof',
      published: '1840.25',
      compatible: '1840.25',
      exact: '1840.2500000000000000421',
      difference: '4.21e-17',
      cause: 'rounding',
    },
    {
      number: 2,
      name: 'What the surveyor drew before the flood came',
      published: '960',
      compatible: '960',
      exact: '960',
      difference: '0',
      cause: 'none',
    },
    {
      number: 3,
      name: 'Ebb',
      published: null,
      compatible: '12',
      exact: null,
      difference: null,
      cause: 'unknown',
    },
  ],
  totals: { published: '2812.25', compatible: '2812.25' },
  winners: { published: null, compatible: null, exact: null },
  shuffles: null,
  findings: [
    {
      code: 'vote-repeated',
      title: 'The same vote again',
      text: 'A vote with this id stands earlier in the list.',
      count: 2,
      power: '14',
      compatible: 'left-out',
      exact: 'left-out',
      votes: [
        { at: 12, voter: sampleBytes(1).slice(0, 42), choice: '{"1":2}', power: '7' },
        { at: 13, voter: null, choice: '', power: '7' },
      ],
    },
    {
      code: 'voter-repeated',
      title: 'Replaced by a later vote',
      text: 'Another vote of this voter was made later.',
      count: 1,
      power: '3',
      compatible: 'left-out',
      exact: 'left-out',
      votes: [{ at: 90, voter: sampleBytes(2).slice(0, 42), choice: '[1, 2]', power: '3' }],
    },
  ],
  differences: [],
}

export const SNAPSHOTS: Readonly<Record<string, SnapshotReport>> = {
  equal: SNAPSHOT,
  'not what was published': {
    ...SNAPSHOT,
    exitCode: 1,
    verdict: { kind: 'unequal', most: '12.5 votes' },
    differences: [{ code: 'winner', text: 'The exact count has another winner.' }],
  },
}
