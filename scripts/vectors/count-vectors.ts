import type { VerifiedBallot } from '#lib/protocol/ballot.ts'
import type { Candidate } from '#lib/protocol/candidates.ts'
import { isTokenShare, powerFaults, shareOf, totalPower } from '#lib/protocol/power.ts'
import type { Address, Bytes32 } from '#lib/protocol/primitives.ts'
import { parseRules, type Rules } from '#lib/protocol/rules.ts'
import { readsToken, type TokenStrategy } from '#lib/protocol/strategy.ts'
import { tally } from '#lib/protocol/tally.ts'
import { addressOf, CLOSES, sampleRulesBy } from '#lib/protocol/verify/sample-facts.ts'
import type { SampleRound } from '#lib/protocol/verify/sample-round.ts'
import { type Case, casesOf } from './case.ts'

type Params = TokenStrategy['params']
const PLAIN: Params = { cap: null, root: 'none', numerator: '1', denominator: '1' }

const SHARES: Record<string, { params: Params; raw: string }> = {
  'as it is': { params: PLAIN, raw: '12' },
  'beyond 2^53': { params: PLAIN, raw: '9007199254740993' },
  'the largest uint256': {
    params: { ...PLAIN, root: 'square' },
    raw: '115792089237316195423570985008687907853269984665640564039457584007913129639935',
  },
  'a root that is floored': { params: { ...PLAIN, root: 'square' }, raw: '99999999999999999999' },
  'a cap before the root': { params: { ...PLAIN, cap: '16', root: 'square' }, raw: '100' },
  'a fraction that is floored': { params: { ...PLAIN, numerator: '2', denominator: '3' }, raw: '100' },
  'the fraction after the root': {
    params: { cap: null, root: 'square', numerator: '3', denominator: '2' },
    raw: '17',
  },
  nothing: { params: { ...PLAIN, root: 'square' }, raw: '0' },
}

const TOTALS: Record<string, { powerCap: string | null; shares: string[] }> = {
  'a sum': { powerCap: null, shares: ['1', '9007199254740993'] },
  'a sum beyond the cap': { powerCap: '10', shares: ['7', '7'] },
}

async function powerVectors({ input }: SampleRound): Promise<Case[]> {
  const [strategy] = input.rules.strategies.filter(readsToken)
  if (strategy?.id !== 'erc20-votes') throw new Error('the sample begins with another strategy')
  const shares = await casesOf(SHARES, ({ params, raw }) =>
    String(shareOf({ ...strategy, params }, BigInt(raw))),
  )
  const totals = await casesOf(TOTALS, ({ powerCap, shares }) =>
    String(totalPower({ powerCap }, shares.map(BigInt))),
  )
  return [...shares, ...totals]
}

async function recordVectors({ input }: SampleRound): Promise<Case[]> {
  const { rules, powers } = input
  const [record] = powers
  const [first, second] = record?.shares.filter(isTokenShare) ?? []
  if (!record || !first || !second) throw new Error('the sample has no powers')
  const withFirst = (more: Partial<typeof first>) => ({ ...record, shares: [{ ...first, ...more }, second] })
  const inputs = {
    'a sound record': record,
    'another share': withFirst({ share: '1' }),
    'another power': { ...record, power: '1' },
    'another token': withFirst({ token: `0x${'00'.repeat(20)}` }),
    'shares in another order': { ...record, shares: [second, first] },
    'a share too few': { ...record, shares: [first] },
    'a block after the snapshot': withFirst({ block: { ...first.block, timestamp: rules.snapshotAt + 1 } }),
    'another timepoint': withFirst({ timepoint: '1' }),
    'a balance with a timepoint': {
      ...record,
      shares: [first, { ...second, timepoint: second.block.number }],
    },
  }
  return casesOf(inputs, (given) => powerFaults(rules, given).length === 0)
}

type Cast = { voter: string; sequence: number; numbers: number[]; values?: number[] }
type Round = {
  rules: Partial<Pick<Rules, 'places' | 'quorum'>>
  voids: { number: number }[]
  ballots: Cast[]
  powers: Record<string, string>
  tieSeed?: { timestamp: number; parentTimestamp: number }
}

const cast = (voter: string, numbers: number[], sequence = 1): Cast => ({ voter, sequence, numbers })
const SEED = { timestamp: CLOSES + 3, parentTimestamp: CLOSES - 9 }
const plain = (ballots: Cast[], powers: Record<string, string>, more: Partial<Round> = {}): Round => ({
  rules: { places: 2, quorum: { kind: 'voters', value: '1' } },
  voids: [],
  ballots,
  powers,
  ...more,
})

const ROUNDS: Record<string, Round> = {
  'one work each': plain([cast('ada', [1]), cast('ben', [2])], { ada: '5', ben: '3' }),
  'powers beyond 2^53': plain([cast('ada', [1]), cast('ben', [2])], {
    ada: '9007199254740993',
    ben: '9007199254740992',
  }),
  'equal scores, more supporters': plain([cast('ada', [1]), cast('ben', [2]), cast('cleo', [2])], {
    ada: '4',
    ben: '3',
    cleo: '1',
  }),
  'equal in both: the lot': plain([cast('ada', [1, 2, 3, 4])], { ada: '4' }),
  'a replaced ballot': plain([cast('ada', [1]), cast('ada', [2], 2)], { ada: '4' }),
  'a lower sequence later': plain([cast('ada', [2], 5), cast('ada', [1], 4)], { ada: '4' }),
  'the first of equal sequences': plain([cast('ada', [1]), cast('ada', [2])], { ada: '4' }),
  'a withdrawn ballot': plain([cast('ada', [1]), cast('ada', [], 2), cast('ben', [2])], {
    ada: '4',
    ben: '1',
  }),
  'a voter without power': plain([cast('ada', [1]), cast('ben', [2])], { ada: '4', ben: '0' }),
  'a power that is not known': plain([cast('ada', [1]), cast('ben', [2])], { ada: '4' }),
  'a void': plain([cast('ada', [1]), cast('ben', [2])], { ada: '4', ben: '1' }, { voids: [{ number: 1 }] }),
  'a ballot whose only work is void': plain(
    [cast('ada', [1])],
    { ada: '4' },
    { voids: [{ number: 1 }, { number: 1 }] },
  ),
  'a quorum of voters': plain(
    [cast('ada', [1])],
    { ada: '4' },
    {
      rules: { places: 2, quorum: { kind: 'voters', value: '2' } },
    },
  ),
  'a quorum of power': plain(
    [cast('ada', [1])],
    { ada: '4' },
    {
      rules: { places: 2, quorum: { kind: 'power', value: '4' } },
    },
  ),
  nobody: plain([], {}, { rules: { places: 2, quorum: { kind: 'voters', value: '0' } } }),
  'fewer winners than places': plain(
    [cast('ada', [3])],
    { ada: '4' },
    {
      rules: { places: 4, quorum: { kind: 'voters', value: '1' } },
    },
  ),
  'a seed before the close': plain(
    [cast('ada', [1])],
    { ada: '4' },
    {
      tieSeed: { timestamp: CLOSES - 1, parentTimestamp: CLOSES - 9 },
    },
  ),
  'a seed that is not the first': plain(
    [cast('ada', [1])],
    { ada: '4' },
    {
      tieSeed: { timestamp: CLOSES + 9, parentTimestamp: CLOSES },
    },
  ),
}

/** A ballot as the tally takes it: who signed what is checked elsewhere. */
function countable({ voter, numbers, values = [], sequence }: Cast & { voter: Address }): VerifiedBallot {
  const unproven: Omit<VerifiedBallot, keyof VerifiedBallot & symbol> = {
    voter,
    numbers,
    values,
    sequence: BigInt(sequence),
  }
  return unproven as VerifiedBallot
}

async function tallyVectors({ input, roundId }: SampleRound): Promise<Case[]> {
  const candidates: readonly Candidate[] = input.candidates
  const block = { blockNumber: '7800', blockHash: `0x${'b1'.repeat(32)}` as Bytes32 }
  const inputs = Object.fromEntries(
    Object.entries(ROUNDS).map(([name, { tieSeed = SEED, powers, ballots, ...round }]) => {
      const named = Object.entries(powers).map(([who, power]): [Address, string] => [addressOf(who), power])
      const signed = ballots.map((one) => ({ ...one, voter: addressOf(one.voter) }))
      return [
        name,
        { ...round, ballots: signed, powers: Object.fromEntries(named), tieSeed: { ...block, ...tieSeed } },
      ]
    }),
  )
  return casesOf(inputs, ({ rules, voids, ballots, powers, tieSeed }) =>
    tally({
      rules: parseRules({ ...input.rules, ...rules }),
      roundId,
      candidates,
      voids,
      ballots: ballots.map(countable),
      powers: new Map(Object.entries(powers).map(([who, power]) => [who as Address, BigInt(power)])),
      tieSeed,
    }),
  )
}

async function rulesVectors({ input }: SampleRound): Promise<Case[]> {
  const { rules } = input
  const other = { ...rules, chainId: 1, signingChains: [1] }
  const [one, two] = rules.strategies.filter(readsToken)
  const inputs = {
    'the rules of the sample': rules,
    'a title of 80 code points': { ...rules, title: '😀'.repeat(80) },
    'a title of 81 code points': { ...rules, title: '😀'.repeat(81) },
    'a snapshot after the opening': { ...rules, snapshotAt: rules.opensAt + 1 },
    'a close at the opening': { ...rules, closesAt: rules.opensAt },
    'an hour of challenge on another chain': other,
    'a day of challenge on another chain': { ...other, challengeSeconds: 86_400 },
    'a token twice': { ...rules, strategies: [one, { ...two, token: one?.token }] },
    'a denominator of zero': { ...rules, strategies: [{ ...one, params: { ...PLAIN, denominator: '0' } }] },
    'signing elsewhere only': { ...rules, signingChains: [1] },
    'a sale without an address': { ...rules, recipient: { kind: 'sale', address: null } },
    'another protocol': { ...rules, protocol: 'verso/2' },
    'a field too many': { ...rules, extra: null },
    'a number as text': { ...rules, places: '2' },
    'a title outside NFC': { ...rules, title: 'e\u0301' },
    'a round by score': sampleRulesBy('score'),
    'a score without its most': { ...sampleRulesBy('score'), limits: rules.limits },
    'points in an approval': { ...rules, limits: { ...rules.limits, maxScore: 5 } },
    'counted by another method': { ...rules, algorithms: sampleRulesBy('ranked').algorithms },
    'a single choice of two': sampleRulesBy('single', { maxChoices: 2 }),
    'a ranking of 200 works': sampleRulesBy('ranked', { maxCandidates: 200 }),
    'a ranking of 201 works': sampleRulesBy('ranked', { maxCandidates: 201 }),
    'credits of a unit of zero': sampleRulesBy('quadratic', { creditUnit: '0' }),
    'a pairwise round': sampleRulesBy('pairwise'),
  }
  return casesOf(inputs, (given) => parseRules(given).title)
}

/** Rules, powers and the count. */
export const countVectors = (round: SampleRound) => ({
  rules: () => rulesVectors(round),
  powers: () => powerVectors(round),
  'power-records': () => recordVectors(round),
  tally: () => tallyVectors(round),
})
