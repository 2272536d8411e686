import type { VoteCode } from '#lib/interop/snapshot/finding-words.ts'
import { seededRandom, shuffled } from '#lib/interop/snapshot/float-orders.ts'
import type { CountedType } from '#lib/interop/snapshot/float-tally.ts'
import { JsonNumber } from '#lib/interop/snapshot/json-source.ts'

/** A made vote; `reason` names the finding that the row is there for. */
type SampleVote = {
  id: string
  ipfs: string
  voter: string
  created: number
  choice: unknown
  vp?: unknown
  vp_by_strategy: unknown[]
  vp_state: string
  reason: VoteCode | ''
  app: string
}
export type Sample = { name: string; type: CountedType; choices: string[]; votes: SampleVote[] }

const START = 1_790_000_000
const END = START + 5 * 86_400
const WORKS = ['Tide', 'Two inks', 'Night ferry', 'Chalk and clay', 'Weather']

/** A number whose spelling is kept, as no double would. */
const spelled = (source: string) => new JsonNumber(source)

const hex = (random: () => number, digits: number) =>
  `0x${Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('')}`

function vote(random: () => number, choice: unknown, vp: unknown): SampleVote {
  return {
    id: hex(random, 64),
    ipfs: '',
    voter: hex(random, 40),
    created: START + Math.floor(random() * (END - START)),
    choice,
    vp,
    vp_by_strategy: [vp],
    vp_state: 'final',
    reason: '',
    app: '',
  }
}

/** Powers as tokens have them: some whole, most with as many digits as a double keeps. */
const power = (random: () => number) =>
  random() < 0.25 ? 1 + Math.floor(random() * 500) : random() * 10 ** (1 + Math.floor(random() * 5))

const CHOOSE: Record<CountedType, (random: () => number, choices: number) => unknown> = {
  basic: (random, choices) => 1 + Math.floor(random() * choices),
  'single-choice': (random, choices) => 1 + Math.floor(random() * choices),
  approval: (random, choices) => {
    const some = shuffled(numbers(choices), random)
    return some.slice(0, 1 + Math.floor(random() * (choices - 1)))
  },
  weighted: weights,
  quadratic: weights,
  'ranked-choice': (random, choices) => shuffled(numbers(choices), random),
}

const numbers = (choices: number) => Array.from({ length: choices }, (_, at) => at + 1)

function weights(random: () => number, choices: number): Record<string, number> {
  const some = shuffled(numbers(choices), random).slice(0, 1 + Math.floor(random() * choices))
  return Object.fromEntries(some.map((number) => [String(number), 1 + Math.floor(random() * 9)]))
}

function clean(type: CountedType, seed: number, count = 60): Sample {
  const random = seededRandom(seed)
  const choices = type === 'basic' ? ['For', 'Against', 'Abstain'] : WORKS
  const votes = Array.from({ length: count }, () =>
    vote(random, CHOOSE[type](random, choices.length), power(random)),
  )
  return { name: `${type}-clean`, type, choices, votes }
}

type Dirt = (row: SampleVote, before: SampleVote) => SampleVote
const dirt = (reason: VoteCode, change: object): readonly [VoteCode, Dirt] => [
  reason,
  (row) => ({ ...row, ...change, reason }),
]

/** What can be wrong with any vote. */
const ANYWHERE: readonly (readonly [VoteCode, Dirt])[] = [
  ['vote-repeated', (_row, before) => ({ ...before, reason: 'vote-repeated' })],
  [
    'voter-repeated',
    (row, before) => ({ ...row, voter: before.voter, created: START, reason: 'voter-repeated' }),
  ],
  dirt('voter-unreadable', { voter: 'alice.example' }),
  dirt('created-outside', { created: END + 60 }),
  dirt('created-unreadable', { created: null }),
  dirt('power-missing', { vp: undefined }),
  dirt('power-not-a-number', { vp: '12.5' }),
  dirt('power-not-a-number', { vp: 'NaN' }),
  dirt('power-zero', { vp: 0 }),
  dirt('power-too-large', { vp: spelled('1e400') }),
  dirt('power-digits-lost', { vp: spelled('9007199254740993') }),
  dirt('power-digits-lost', { vp: spelled('1000.00000000000000001') }),
  dirt('power-finer-than-unit', { vp: spelled('1.5e-19') }),
  dirt('power-pending', { vp_state: 'pending' }),
  dirt('choice-missing', { choice: null }),
  dirt('choice-shielded', { choice: `0x${'ab'.repeat(96)}` }),
]

const LISTS: readonly (readonly [VoteCode, Dirt])[] = [
  dirt('choice-shape', { choice: 1 }),
  dirt('choice-empty', { choice: [] }),
  dirt('choice-repeated', { choice: [1, 1, 2, 3, 4] }),
  dirt('choice-out-of-range', { choice: [1, 2, 3, 4, 9] }),
]
const WEIGHTS: readonly (readonly [VoteCode, Dirt])[] = [
  dirt('choice-shape', { choice: [1, 2] }),
  dirt('choice-empty', { choice: {} }),
  dirt('choice-empty', { choice: { '1': 0 } }),
  dirt('key-spelling', { choice: { '1.0': 1 } }),
  dirt('key-spelling', { choice: { '01': 3, '2': 1 } }),
  dirt('choice-out-of-range', { choice: { '1': 1, '9': 1 } }),
  dirt('weight-not-a-number', { choice: { '1': '1' } }),
  dirt('weight-negative', { choice: { '1': -1, '2': 3 } }),
  dirt('weight-too-fine', { choice: { '1': spelled('1e-30'), '2': 1 } }),
]
const NUMBERS: readonly (readonly [VoteCode, Dirt])[] = [
  dirt('choice-shape', { choice: [1] }),
  dirt('choice-not-a-number', { choice: '1' }),
  dirt('choice-out-of-range', { choice: 0 }),
  dirt('choice-out-of-range', { choice: 1.5 }),
]
/** A power below zero makes every quadratic score no number. */
const NEGATIVE = dirt('power-negative', { vp: -7.25 })

const OWN: Record<CountedType, readonly (readonly [VoteCode, Dirt])[]> = {
  basic: [...NUMBERS, NEGATIVE],
  'single-choice': [...NUMBERS, NEGATIVE],
  approval: [
    ...LISTS,
    dirt('choice-not-a-number', { choice: ['1'] }),
    dirt('choice-not-a-number', { choice: [2, '1'] }),
    NEGATIVE,
  ],
  weighted: [...WEIGHTS, NEGATIVE],
  quadratic: WEIGHTS,
  'ranked-choice': [
    ...LISTS,
    dirt('choice-not-a-number', { choice: ['1', '2', '3', '4', '5'] }),
    dirt('ranking-partial', { choice: [2, 4] }),
    NEGATIVE,
  ],
}

function dirty(type: CountedType, seed: number): Sample {
  const { choices, votes } = clean(type, seed, 30)
  const random = seededRandom(seed + 1000)
  const rows = [...ANYWHERE, ...OWN[type]].flatMap(([, change]) => {
    const fresh = () => vote(random, CHOOSE[type](random, choices.length), power(random))
    const before = fresh()
    return [before, change(fresh(), before)]
  })
  return { name: `${type}-dirty`, type, choices, votes: [...votes, ...rows] }
}

function fixed(name: string, type: CountedType, rows: readonly (readonly [unknown, unknown])[]): Sample {
  const random = seededRandom(rows.length)
  return {
    name,
    type,
    choices: WORKS.slice(0, 3),
    votes: rows.map(([choice, vp]) => vote(random, choice, vp)),
  }
}

const TYPES: readonly CountedType[] = [
  'basic',
  'single-choice',
  'approval',
  'weighted',
  'quadratic',
  'ranked-choice',
]

export const SAMPLES: readonly Sample[] = [
  ...TYPES.map((type, at) => clean(type, at + 1)),
  ...TYPES.map((type, at) => dirty(type, at + 101)),
  // The first two have the same votes; the second one has more supporters.
  fixed('tie-by-place', 'single-choice', [
    [1, 10],
    [2, 4],
    [2, 6],
    [3, 1],
  ]),
  // Each is last with five votes: Snapshot eliminates the first listed, the lot falls on the second.
  fixed('ranked-circle', 'ranked-choice', [
    [[1, 2, 3], 5],
    [[2, 3, 1], 5],
    [[3, 1, 2], 5],
  ]),
  // Exactly, the second has one vote more; as doubles they are the same.
  fixed('beyond-doubles', 'single-choice', [
    [1, spelled('9007199254740992')],
    [2, spelled('9007199254740993')],
  ]),
]

/** The proposal of a sample as GraphQL gives it, but for its scores. */
export function sampleProposal({ name, type, choices, votes }: Sample) {
  const table = votes.filter(({ reason }) => reason !== 'vote-repeated' && reason !== 'voter-repeated')
  return {
    id: `0x${Buffer.from(name).toString('hex').padEnd(64, '0')}`,
    title: `Made sample: ${name}`,
    body: 'Made by scripts/snapshot-samples.ts. Nobody voted here.',
    type,
    choices,
    start: START,
    end: END,
    snapshot: '20000000',
    state: 'closed',
    author: `0x${'a0'.repeat(20)}`,
    space: { id: 'made-sample.example', name: 'Made sample' },
    votes: table.length,
    strategies: [{ name: 'ticket', params: {}, network: '1' }],
    symbol: 'MADE',
    quorum: 0,
    privacy: '',
  }
}
