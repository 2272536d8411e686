import type { Choices } from '#lib/protocol/choices.ts'
import { METHODS } from '#lib/protocol/methods/registry.ts'
import { candidateOf, countable, drawnChoices, voterOf } from '#lib/protocol/methods/sample-ballots.ts'
import { type DuelAnswer, type PairQueueSeed, pairQueue } from '#lib/protocol/pair-queue.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { type MethodId, parseRules, type Rules, roundIdOf } from '#lib/protocol/rules.ts'
import { tally } from '#lib/protocol/tally.ts'
import { CLOSES, sampleChoiceContext, sampleRulesBy } from '#lib/protocol/verify/sample-facts.ts'
import { type Case, casesOf } from './case.ts'

const WORKS = 9
const TEXTS: Record<MethodId, string[]> = {
  single: ['#9', '#1 #2', '-', '#10', ' #1'],
  approval: ['#1 #9'],
  weighted: [
    '#1=100',
    '#2=40 #7=60',
    '#2=40 #7=59',
    '#2=101',
    '#7=60 #2=40',
    '#2=40 #2=60',
    '#2=0 #7=100',
    '#2=40.0 #7=60',
    '#2=040 #7=60',
    '#10=100',
    '-',
    '',
  ],
  quadratic: ['#1=10', '#1=6 #2=8', '#1=11', '#1=6 #2=8 #3=1', '#1=-1', '#1=1 #2=1 #3=1 #4=1'],
  score: ['#1=5 #2=1', '#1=6', '#1=0', '#1', '#1=1  #2=1'],
  ranked: ['#3>#1>#2', '#3', '#3>#1>#3', '#3 > #1', '#3=#1', '#3>#10', '#1>#2>#3>#4', '-', '#3>'],
  pairwise: ['#1', '#1>#1', '#9=#1', '#1?#10', '#1>#2>#3', '-', '#1<#2'],
}

/** The first duels of ada's queue, answered in turn, as a text; `skip` leaves one of them out. */
function duelText(seed: PairQueueSeed, answers: readonly DuelAnswer[], skip = -1): string {
  const signs = { low: '>', high: '>', tied: '=', skipped: '?' } as const
  return pairsOf(seed, answers)
    .map(({ low, high }, index) => {
      const answer = answers[index] ?? 'tied'
      return answer === 'high' ? `#${high}>#${low}` : `#${low}${signs[answer]}#${high}`
    })
    .filter((_, index) => index !== skip)
    .join(' ')
}

function pairsOf(seed: PairQueueSeed, answers: readonly DuelAnswer[]) {
  const queue = pairQueue(seed)
  const pairs: { low: number; high: number }[] = []
  let next = queue.next()
  for (const answer of answers) {
    if (next.done) break
    pairs.push(next.value)
    next = queue.next(answer)
  }
  return pairs
}

function seedOf(candidateCount: number): PairQueueSeed {
  const { roundId, voter, openingBlock } = sampleChoiceContext({}, candidateCount)
  if (!openingBlock) throw new Error('the sample has an opening')
  return { roundId, openingBlock, voter, candidateCount }
}

const ANSWERS: DuelAnswer[] = [
  'low',
  'high',
  'high',
  'tied',
  'skipped',
  'low',
  'low',
  'tied',
  'high',
  'skipped',
]
const answersOf = (count: number) => Array.from({ length: count }, (_, at) => ANSWERS[at % 10] ?? 'tied')

function limitsOf(method: MethodId): Partial<Rules['limits']> {
  return method === 'single'
    ? { maxChoices: 1 }
    : method === 'pairwise'
      ? { maxChoices: 5 }
      : { maxChoices: 3 }
}

function choiceVectors(): Promise<Case[]> {
  const duels = [
    duelText(seedOf(WORKS), answersOf(5)),
    duelText(seedOf(WORKS), answersOf(3)),
    duelText(seedOf(WORKS), answersOf(4), 1),
    duelText(seedOf(WORKS), answersOf(6)),
  ]
  const inputs = Object.entries({ ...TEXTS, pairwise: [...TEXTS.pairwise, ...duels] }).flatMap(
    ([name, texts]) => {
      const method = name as MethodId
      const { limits } = sampleRulesBy(method, limitsOf(method))
      const { roundId, voter, openingBlock } = sampleChoiceContext(limits, WORKS)
      return texts.map((text) => [
        `${method} ${text}`,
        { method, text, limits, candidateCount: WORKS, roundId, voter, openingBlock },
      ])
    },
  )
  return casesOf<{
    method: MethodId
    text: string
    limits: Rules['limits']
    candidateCount: number
    roundId: Bytes32
    voter: Address
    openingBlock: Bytes32 | null
  }>(Object.fromEntries(inputs), ({ method, text, ...context }) => {
    const { numbers, values } = METHODS[method].parse(text, context)
    return { numbers, values }
  })
}

function queueVectors(): Promise<Case[]> {
  const ben = voterOf(7)
  const inputs: Record<string, { seed: PairQueueSeed; answers: DuelAnswer[] }> = {
    'two works': { seed: seedOf(2), answers: answersOf(3) },
    'one work': { seed: seedOf(1), answers: answersOf(1) },
    'all pairs of seven': { seed: seedOf(7), answers: answersOf(30) },
    'all pairs of seven, always the lower': { seed: seedOf(7), answers: Array(30).fill('low') },
    'all pairs of seven, never a winner': { seed: seedOf(7), answers: Array(30).fill('skipped') },
    'the beginning of ten thousand': { seed: seedOf(10_000), answers: answersOf(40) },
    'of another voter': { seed: { ...seedOf(40), voter: ben }, answers: answersOf(60) },
  }
  return casesOf(inputs, ({ seed, answers }) => pairsOf(seed, answers).map(({ low, high }) => [low, high]))
}

type Cast = { voter: Address; sequence: number; numbers: readonly number[]; values: readonly number[] }
type Held = {
  rules: Rules
  ballots: Cast[]
  powers: Record<Address, string>
  voids: { number: number }[]
  works: number
}

/** So many drawn ballots with powers of several sizes; some abstain, some vote again, some have no power. */
function drawnRound(rules: Rules, voters: number, more: { works?: number; voids?: number[] } = {}): Held {
  const { works = WORKS, voids = [] } = more
  const ballots: Cast[] = []
  const powers: Record<Address, string> = {}
  for (let index = 0; index < voters; index += 1) {
    const voter = voterOf(index + 1)
    const power = index % 9 === 8 ? 0n : BigInt(10 + (index % 5)) * (index % 4 === 0 ? 10n ** 18n : 1n)
    powers[voter] = String(power)
    const cast = (drawn: Choices, sequence: number) => ballots.push({ voter, sequence, ...drawn })
    if (index % 7 === 6) cast(drawnChoices(rules, works, index + 500), 1)
    cast(index % 11 === 10 ? { numbers: [], values: [] } : drawnChoices(rules, works, index), 2)
  }
  return { rules, ballots, powers, voids: voids.map((number) => ({ number })), works }
}

function rulesOf(method: MethodId, places: number, limits: Partial<Rules['limits']> = {}): Rules {
  const own = method === 'single' ? { maxChoices: 1 } : { maxChoices: 6 }
  const quorum = { kind: 'voters', value: '1' } as const
  return { ...sampleRulesBy(method, { ...own, ...limits }), places, quorum }
}

const plain = (method: MethodId, votes: [number, string][], places = 1): Held => {
  const rules = rulesOf(method, places)
  const ballots = votes.map(([, text], index) => {
    const voter = voterOf(index + 1)
    const { numbers, values } = METHODS[method].parse(text, {
      ...sampleChoiceContext(rules.limits, WORKS),
      voter,
    })
    return { voter, sequence: 1, numbers, values }
  })
  const powers = Object.fromEntries(votes.map(([power], index) => [voterOf(index + 1), String(power)]))
  return { rules, ballots, powers, voids: [], works: WORKS }
}

const heldRounds = (): Record<string, Held> => ({
  single: drawnRound(rulesOf('single', 2), 40),
  weighted: drawnRound(rulesOf('weighted', 2), 40, { voids: [3] }),
  quadratic: drawnRound(rulesOf('quadratic', 2, { creditUnit: '1' }), 40),
  'quadratic, credits by power': drawnRound(rulesOf('quadratic', 2, { creditUnit: '2' }), 40),
  score: drawnRound(rulesOf('score', 3), 40),
  'instant runoff': drawnRound(rulesOf('ranked', 1), 40),
  'instant runoff with voids': drawnRound(rulesOf('ranked', 1), 40, { voids: [2, 5] }),
  'instant runoff, level to the lot': plain('ranked', [
    [4, '#1'],
    [4, '#2'],
    [4, '#3'],
  ]),
  'instant runoff, level in the last round': plain('ranked', [
    [9, '#1'],
    [4, '#2'],
    [3, '#3'],
    [1, '#4>#3'],
  ]),
  'instant runoff, more supporters': plain('ranked', [
    [4, '#1>#3'],
    [4, '#2'],
    [4, '#3>#1'],
    [9, '#4>#3'],
  ]),
  'instant runoff, one work': plain('ranked', [[4, '#5']]),
  'single transferable vote': drawnRound(rulesOf('ranked', 3), 40),
  'single transferable vote, all elected': plain(
    'ranked',
    [
      [5, '#1'],
      [4, '#2'],
    ],
    4,
  ),
  'single transferable vote, a loss': plain(
    'ranked',
    [
      [8, '#1>#2'],
      [4, '#1>#3'],
      [5, '#3'],
      [3, '#4'],
    ],
    2,
  ),
  pairwise: drawnRound(rulesOf('pairwise', 2, { maxChoices: 12 }), 60),
  'pairwise, too few': drawnRound(
    rulesOf('pairwise', 2, { maxChoices: 12, minComparisons: 30, minVoters: 18 }),
    40,
  ),
  'pairwise, many duels a ballot': drawnRound(rulesOf('pairwise', 2, { maxChoices: 36 }), 30, {
    voids: [4],
  }),
  'pairwise, fifty works': drawnRound(rulesOf('pairwise', 2, { maxChoices: 40 }), 40, { works: 50 }),
  'pairwise, judged too seldom': drawnRound(
    rulesOf('pairwise', 2, { maxChoices: 6, minComparisons: 9, minVoters: 7 }),
    12,
  ),
})

function tallyVectors(): Promise<Case[]> {
  const block = { blockNumber: '7800', blockHash: `0x${'b1'.repeat(32)}` as Bytes32 }
  const tieSeed = { ...block, timestamp: CLOSES + 3, parentTimestamp: CLOSES - 9 }
  return casesOf(heldRounds(), ({ rules, ballots, powers, voids, works }) =>
    tally({
      rules: parseRules(rules),
      roundId: roundIdOf(rules),
      candidates: Array.from({ length: works }, (_, index) => candidateOf(index + 1)),
      voids,
      ballots: ballots.map(({ voter, sequence, numbers, values }) =>
        countable(voter, { numbers, values }, BigInt(sequence)),
      ),
      powers: new Map(Object.entries(powers).map(([who, power]) => [who as Address, BigInt(power)])),
      tieSeed,
    }),
  )
}

/** Grammar, queue and count of every method. */
export const methodVectors = {
  'method-choices': choiceVectors,
  'pair-queues': queueVectors,
  'method-tally': tallyVectors,
}
