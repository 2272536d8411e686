import { amountIn, readAllowlist } from '#lib/protocol/allowlist.ts'
import { utf8 } from '#lib/protocol/bytes.ts'
import { type PowerRecord, powerFaults, powerRecordSchema, type TokenShare } from '#lib/protocol/power.ts'
import { parseRules } from '#lib/protocol/rules.ts'
import { parseShape } from '#lib/protocol/shape.ts'
import type { Strategy } from '#lib/protocol/strategy.ts'
import type { SampleRound } from '#lib/protocol/verify/sample-round.ts'
import { type Case, casesOf } from './case.ts'

const PLAIN = { cap: null, root: 'none', numerator: '1', denominator: '1' } as const
const TOKEN = `0x${'72'.repeat(20)}` as const
const ROOT = `0x${'5e'.repeat(32)}` as const
const ACCOUNT = `0x${'01'.repeat(20)}` as const
const HASH = `0x${'b1'.repeat(32)}` as const

type Given = { rules: object; record: object }
type Cases = Record<string, Given>

/** Strategies on a chain of their own, and sound records of them. */
function kindsAt(snapshotAt: number) {
  const times = [snapshotAt - 9000, snapshotAt - 60]
  const at = { version: '1' as const, chainId: 10, token: TOKEN }
  const block = (moment: number) => ({ number: String(moment), hash: HASH, timestamp: moment - 3 })
  const held = { id: 'erc20-balance' as const, ...at, params: PLAIN }
  const share = (strategy: Strategy, raw: string, more: Partial<TokenShare> = {}) => ({
    strategy: 0,
    id: strategy.id,
    ...at,
    raw,
    share: raw,
    block: block(snapshotAt),
    timepoint: null,
    codeHash: HASH,
    ...more,
  })
  const timed: Strategy = { ...held, params: { ...PLAIN, times } }
  const read = (moment: number, raw: string) => ({ at: moment, raw, block: block(moment), timepoint: null })
  const reads = (...raws: string[]) => times.map((moment, index) => read(moment, raws[index] ?? '0'))
  const votes: Strategy = { id: 'erc721-votes', ...at, params: PLAIN }
  const ids: Strategy = { id: 'erc1155-balance', ...at, params: { ...PLAIN, tokenId: '7' } }
  const fixed: Strategy = { id: 'fixed', version: '1', params: { amount: '3' } }
  const list: Strategy = {
    id: 'merkle-allowlist',
    version: '1',
    params: { ...PLAIN, root: 'square', allowlistRoot: ROOT, rows: 2 },
  }
  const listed = (strategy: Strategy, raw: string, weight = raw) => ({
    strategy: 0,
    id: strategy.id,
    version: '1',
    raw,
    share: weight,
  })
  const one = (strategy: unknown, part: object, power: string) => ({
    rules: { strategies: [strategy], powerCap: null },
    record: { account: ACCOUNT, power, shares: [part] },
  })
  return { snapshotAt, times, held, timed, votes, ids, fixed, list, share, listed, read, reads, one }
}
type Kinds = ReturnType<typeof kindsAt>

function tokenCases({ snapshotAt, held, votes, ids, share, one }: Kinds): Cases {
  return {
    'a balance of another chain': one(held, share(held, '9'), '9'),
    'a balance with a timepoint': one(held, share(held, '9', { timepoint: '5' }), '9'),
    'votes of an ERC-721 by the block': one(votes, share(votes, '2', { timepoint: String(snapshotAt) }), '2'),
    'votes of an ERC-721 without a timepoint': one(votes, share(votes, '2'), '2'),
    'an id of an ERC-1155': one(ids, share(ids, '5'), '5'),
    'an ERC-1155 without an id': one({ ...ids, params: PLAIN }, share(ids, '5'), '5'),
    'an id beyond uint256': one(
      { ...ids, params: { ...PLAIN, tokenId: String(2n ** 256n) } },
      share(ids, '5'),
      '5',
    ),
  }
}

function timedCases({ snapshotAt, times, held, timed, share, read, reads, one }: Kinds): Cases {
  return {
    'the least of three reads': one(
      timed,
      share(timed, '4', { atSnapshot: '9', earlier: reads('6', '4') }),
      '4',
    ),
    'not the least': one(timed, share(timed, '9', { atSnapshot: '9', earlier: reads('6', '4') }), '9'),
    'a read too few': one(
      timed,
      share(timed, '4', { atSnapshot: '9', earlier: [read(times[1] ?? 0, '4')] }),
      '4',
    ),
    'no read at the snapshot': one(timed, share(timed, '4', { earlier: reads('6', '4') }), '4'),
    'reads that no rule asks for': one(
      held,
      share(held, '4', { atSnapshot: '9', earlier: reads('6', '4') }),
      '4',
    ),
    'times out of order': one(
      { ...timed, params: { ...PLAIN, times: times.toReversed() } },
      share(timed, '0', { atSnapshot: '0', earlier: reads('0', '0') }),
      '0',
    ),
    'a time at the snapshot': one(
      { ...held, params: { ...PLAIN, times: [snapshotAt] } },
      share(timed, '0', { atSnapshot: '0', earlier: [read(snapshotAt, '0')] }),
      '0',
    ),
  }
}

function listedCases({ fixed, list, share, listed, one }: Kinds): Cases {
  return {
    'a fixed amount': one(fixed, listed(fixed, '3'), '3'),
    'another than the fixed amount': one(fixed, listed(fixed, '4'), '4'),
    'a fixed amount of zero': one({ ...fixed, params: { amount: '0' } }, listed(fixed, '0'), '0'),
    'a list, by its square root': one(list, listed(list, '25', '5'), '5'),
    'a list with a block': one(list, share(list, '25', { share: '5' }), '5'),
    'a share of another kind': one(list, listed(fixed, '25', '5'), '5'),
  }
}

function severalCases({ ids, fixed, list, share, listed }: Kinds): Cases {
  return {
    'all kinds together, under a cap': {
      rules: { strategies: [list, fixed, ids], powerCap: '11' },
      record: {
        account: ACCOUNT,
        power: '11',
        shares: [
          listed(list, '25', '5'),
          { ...listed(fixed, '3'), strategy: 1 },
          share(ids, '5', { strategy: 2 }),
        ],
      },
    },
    'two ids of one token': {
      rules: { strategies: [ids, { ...ids, params: { ...PLAIN, tokenId: '8' } }], powerCap: null },
      record: { account: ACCOUNT, power: '2', shares: [share(ids, '1'), share(ids, '1', { strategy: 1 })] },
    },
    'one id twice': {
      rules: { strategies: [ids, ids], powerCap: null },
      record: { account: ACCOUNT, power: '2', shares: [share(ids, '1'), share(ids, '1', { strategy: 1 })] },
    },
    'one list twice': {
      rules: { strategies: [list, list], powerCap: null },
      record: { account: ACCOUNT, power: '0', shares: [listed(list, '0')] },
    },
  }
}

/** Kinds that the sample has not, and what is wrong with others. */
async function strategyVectors({ input }: SampleRound): Promise<Case[]> {
  const kinds = kindsAt(input.rules.snapshotAt)
  const inputs = { ...tokenCases(kinds), ...timedCases(kinds), ...listedCases(kinds), ...severalCases(kinds) }
  return casesOf(inputs, ({ rules, record }) => {
    const parsed = parseRules({ ...input.rules, ...rules })
    const given: PowerRecord = parseShape(powerRecordSchema, record, 'record')
    return powerFaults(parsed, given).length === 0
  })
}

const account = (digit: string) => `0x${digit.repeat(40)}` as const
const line = (digit: string, amount: string) => `{"account":"${account(digit)}","amount":"${amount}"}\n`

async function allowlistVectors(): Promise<Case[]> {
  const asked = ['1', '2', 'a', 'f'].map(account)
  const texts = {
    'three rows': line('1', '1') + line('2', '9007199254740993') + line('a', '5'),
    'one row': line('f', '1'),
    'no rows': '',
    'rows out of order': line('2', '1') + line('1', '1'),
    'an account twice': line('1', '1') + line('1', '2'),
    'an amount of zero': line('1', '0'),
    'no newline at the end': line('1', '1') + line('2', '1').trimEnd(),
    'a row that is none, before a missing newline': `{}\n${line('2', '1').trimEnd()}`,
    'an empty line': `${line('1', '1')}\n`,
    'a space': line('1', '1').replace(',', ', '),
    'a field too many': line('1', '1').replace('}', ',"name":"b"}'),
  }
  const inputs = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { text, asked }]))
  return casesOf(inputs, ({ text, asked: accounts }) => {
    const list = readAllowlist(utf8(text))
    const amounts = accounts.map((one) => String(amountIn(list, one)))
    return { root: list.root, rows: list.rows, amounts }
  })
}

/** Kinds of power besides those of the sample, and lists. */
export const powerVectors = (round: SampleRound) => ({
  strategies: () => strategyVectors(round),
  allowlists: allowlistVectors,
})
