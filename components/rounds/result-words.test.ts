import { describe, expect, it } from 'vitest'
import {
  cutSentence,
  levelPairs,
  ordinal,
  places,
  resultSentence,
  scoreOfAll,
  scoreOfVoters,
  short,
  supportedBy,
  unplaced,
} from './result-words.ts'
import { type SampleResult, type SampleVote, sampleDuels, sampleResult } from './sample-result.ts'

const said = ({ rules, result }: SampleResult) => ({
  sentence: resultSentence(result, rules),
  cut: cutSentence(result, rules),
})

type Case = [name: string, sample: SampleResult, sentence: string, cut: string]

const approval = (places: number, votes: SampleVote[], works = 5) =>
  sampleResult({ method: 'approval', works, places }, votes)
const ranked = (places: number, votes: SampleVote[], works = 5) =>
  sampleResult({ method: 'ranked', works, places }, votes)

const CASES: Case[] = [
  [
    'approval, a lead at both ends',
    approval(2, [
      [9n, '#1 #2'],
      [5n, '#2 #3'],
    ]),
    'was chosen first, 5 votes ahead.',
    'Two places. Work 3 was 4 votes short of the last.',
  ],
  [
    'approval, a tie at the cut and one above it',
    approval(2, [
      [4n, '#1'],
      [4n, '#1'],
      [8n, '#2'],
      [3n, '#3'],
      [5n, '#3'],
    ]),
    'was chosen first after a tie. Second place was a tie.',
    expect.stringMatching(
      /^Two places\. Works \d and 2 are level at 8 votes; 2 voters against 1 decided it\. First and second are level at 8 votes; so are their voters, and the lot by block 52 decided it\.$/,
    ),
  ],
  [
    'single, the only work with a vote',
    sampleResult({ method: 'single', works: 4, places: 3 }, [[7n, '#4']]),
    'was chosen, with 7 votes.',
    'Three places. Two places stayed empty: no other work got a vote.',
  ],
  [
    'single, one work in all',
    sampleResult({ method: 'single', works: 1, places: 2 }, [[1n, '#1']]),
    'was chosen, with 1 vote.',
    'Two places. One place stayed empty: there is no other work.',
  ],
  [
    'weighted, hundredths of votes',
    sampleResult({ method: 'weighted', works: 3 }, [
      [10n, '#1=60 #2=40'],
      [1n, '#2=100'],
    ]),
    'was chosen, 1 vote ahead.',
    'One place. Work 2 was 1 vote short of the last.',
  ],
  [
    'weighted, shares of a hundred',
    sampleResult({ method: 'weighted', works: 3 }, [
      [1n, '#1=50 #2=50'],
      [1n, '#1=5 #3=95'],
      [2n, '#2=2 #3=98'],
      [1n, '#2=1 #3=99'],
    ]),
    'was chosen, 3.35 votes ahead.',
    'One place. Work 2 was 3.35 votes short of the last.',
  ],
  [
    'quadratic, votes that credits bought',
    sampleResult({ method: 'quadratic', works: 3, limits: { credits: 100, creditUnit: '1' } }, [
      [100n, '#1=6 #2=8'],
      [9n, '#1=3'],
    ]),
    'was chosen, 1 vote ahead.',
    'One place. Work 2 was 1 vote short of the last.',
  ],
  [
    'score, points',
    sampleResult({ method: 'score', works: 3, places: 2, limits: { maxScore: 5 } }, [
      [1n, '#1=5 #2=4'],
      [1n, '#3=4'],
    ]),
    'was chosen first, 1 point ahead. Second place was a tie.',
    expect.stringMatching(
      /^Two places\. Works [23] and [23] are level at 4 points; so are their voters, and the lot by block 52 decided it\.$/,
    ),
  ],
  [
    'score, places without a point',
    sampleResult({ method: 'score', works: 3, places: 2, limits: { maxScore: 5 } }, [[1n, '#1=5']]),
    'was chosen, with 5 points.',
    'Two places. One place stayed empty: no other work got a point.',
  ],
  [
    'ranked, decided in the last round',
    ranked(1, [
      [40n, '#1'],
      [35n, '#2'],
      [25n, '#3>#2'],
    ]),
    'was chosen in round 2, 20 votes ahead.',
    'One place. Work 1 was 20 votes short in round 2.',
  ],
  [
    'ranked, the round before decided',
    ranked(1, [
      [40n, '#1'],
      [35n, '#2'],
      [5n, '#3>#2'],
    ]),
    'was chosen in round 2 after a tie.',
    'One place. Works 1 and 2 are level at 40 votes in round 2; the earlier round decided it: 40 against 35 in round 1.',
  ],
  [
    'ranked, the ballots that name a work decided',
    ranked(1, [
      [5n, '#1'],
      [4n, '#2'],
      [1n, '#2'],
    ]),
    'was chosen after a tie.',
    'One place. Works 2 and 1 are level at 5 votes in round 1; 2 ballots naming it against 1 decided it.',
  ],
  [
    'ranked, the lot decided after a round that told nothing',
    ranked(1, [
      [5n, '#1'],
      [5n, '#2'],
      [1n, '#3'],
    ]),
    'was chosen in round 2 after a tie.',
    expect.stringMatching(
      /^One place\. Works [12] and [12] are level at 5 votes in round 2; so they were in every round before, and so are the ballots naming them, and the lot by block 52 decided it\.$/,
    ),
  ],
  [
    'ranked with several places, the last one below the quota',
    ranked(2, [
      [4n, '#1'],
      [3n, '#2'],
      [2n, '#3'],
      [2n, '#4'],
    ]),
    'was chosen first in round 1, with 4 votes; the quota is 3.666.',
    expect.stringMatching(/^Two places\. Work [34] was 1 vote short in round 3\.$/),
  ],
  ['ranked, one work on all ballots', ranked(1, [[5n, '#2']]), 'was chosen, with 5 votes.', 'One place.'],
  [
    'ranked with several places, by quota and by what was passed on',
    ranked(2, [
      [90n, '#1>#2'],
      [20n, '#2'],
      [10n, '#3'],
    ]),
    'was chosen first in round 1, with 90 votes; the quota is 40.',
    'Two places. Work 3 was 59.999 votes short in round 2.',
  ],
  [
    'ranked, fewer works on ballots than places',
    ranked(3, [
      [9n, '#1'],
      [8n, '#2'],
    ]),
    'was chosen first in round 1, with 9 votes; the quota is 4.25.',
    'Three places. One place stayed empty: no ballot ranks another work.',
  ],
  [
    'pairwise, strengths',
    sampleDuels({ works: 4, places: 2, limits: { minComparisons: 2, minVoters: 2 } }, [
      { duels: 6, taste: (number) => -number },
      { duels: 6, taste: (number) => -number },
    ]),
    'was chosen first, 8.875 of strength ahead.',
    'Two places. Work 3 was 1.521 of strength short of the last.',
  ],
  [
    'pairwise, too few duels',
    sampleDuels({ works: 9, places: 2, limits: { minComparisons: 3, minVoters: 1 } }, [
      { duels: 5, taste: (number) => number },
    ]),
    'was chosen, with 2.55 of strength.',
    'Two places. One place stayed empty: no other work was judged in 3 duels by 1 voter.',
  ],
]

describe('the words of a result, by method', () => {
  it.each(CASES)('%s', (_, sample, sentence, cut) => {
    expect(said(sample)).toEqual({ sentence: { titled: true, text: sentence }, cut })
  })

  it.each([
    ['approval', 'No work got a vote. No place is taken.'],
    ['single', 'No work got a vote. No place is taken.'],
    ['weighted', 'No work got a vote. No place is taken.'],
    ['quadratic', 'No work got a vote. No place is taken.'],
    ['score', 'No work got a point. No place is taken.'],
    ['ranked', 'No ballot ranks a work. No place is taken.'],
    ['pairwise', 'No work was judged in enough duels. No place is taken.'],
  ] as const)('%s, everybody abstained', (method, text) => {
    expect(said(sampleResult({ method, works: 3 }, [[5n, '-']])).sentence).toEqual({ titled: false, text })
  })

  it.each([
    ['approval', 'voters', 'The quorum was not reached: 1 voter of the 9 it takes.'],
    ['ranked', 'power', 'The quorum was not reached: 5 votes of the 9 it takes.'],
    ['quadratic', 'power', 'The quorum was not reached: 5 of voting power of the 9 it takes.'],
  ] as const)('%s, a quorum of %s missed', (method, kind, text) => {
    const choices = method === 'quadratic' ? '#1=1' : '#1'
    const { rules, result } = sampleResult({ method, works: 3, places: 2 }, [[5n, choices]])
    const quorum = { kind, value: '9', reached: false }
    const missed = { rules, result: { ...result, quorum, winners: [], margin: null } }
    expect(said(missed)).toEqual({
      sentence: { titled: false, text },
      cut: 'Two places. Without the quorum none is taken.',
    })
  })

  it('tells every pair of equals apart, also those outside', () => {
    const { rules, result } = approval(1, [
      [9n, '#1'],
      [2n, '#2'],
      [1n, '#3'],
      [1n, '#3'],
      [1n, '#4'],
    ])
    expect(levelPairs(result, rules, { from: 1, to: 5 })).toEqual([
      'Works 3 and 2 are level at 2 votes; 2 voters against 1 decided it.',
    ])
  })
})

it.each([
  ['approval', 1, '9 votes of 2 voters', '9 of 40 votes', 'chosen by', 'Nobody voted for it.'],
  ['weighted', 1, '0.09 votes of 2 voters', '0.09 of 40 votes', 'chosen by', 'Nobody voted for it.'],
  ['quadratic', 1, '9 votes of 2 voters', '9 votes', 'chosen by', 'Nobody voted for it.'],
  ['score', 1, '9 points of 2 voters', '9 points', 'given points by', 'Nobody gave it a point.'],
  ['ranked', 1, '9 votes, named on 2 ballots', '9 of 40 votes', 'named by', 'No ballot names it.'],
  [
    'pairwise',
    1,
    '0.000009 of strength, judged by 2 voters',
    '0.000009 of strength',
    'in duels of',
    'It stood in too few duels, or before too few voters, to be ranked.',
  ],
] as const)('%s: a score beside who stands behind it', (method, places, ofVoters, ofAll, by, none) => {
  const rules = { method, places }
  expect(scoreOfVoters(rules, { score: '9', supporters: 2 })).toBe(ofVoters)
  expect(scoreOfAll(rules, '9', '40')).toBe(ofAll)
  expect([supportedBy(rules), unplaced(rules)]).toEqual([by, none])
})

it('counts places in words and figures', () => {
  expect([ordinal(1), ordinal(10), ordinal(11)]).toEqual(['First', 'Tenth', '11th place'])
  expect([1, 2, 3, 4, 11, 12, 13, 21, 112].map(short)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '13th',
    '21st',
    '112th',
  ])
  expect([places(1), places(12)]).toEqual(['One place', '12 places'])
})
