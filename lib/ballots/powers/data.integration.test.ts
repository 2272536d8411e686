import type { Hex } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { edition721Abi, edition721Bytecode } from '#contracts-abi/edition721.ts'
import { powerSources } from '#lib/ballots/allowlists/data.ts'
import { isTokenShare, powerFaults } from '#lib/protocol/power.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import type { Strategy, TokenStrategy } from '#lib/protocol/strategy.ts'
import { someRules } from '#scripts/testing/some-rules.ts'
import { accountOf, type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { readPowers, snapshotsBy } from './data.ts'
import { findSnapshot } from './find-snapshot.ts'
import { readEligibility } from './read-eligibility.ts'

const addressOf = (name: string) => accountOf(name).address.toLowerCase() as Hex

let instance: Instance
let votes: Hex
let cards: Hex
let snapshotAt: number

async function mintCards(...names: string[]) {
  const args = [names.map(addressOf)] as const
  const call = { address: cards, abi: edition721Abi, functionName: 'mint', args } as const
  await instance.mined(await instance.walletFor('director').writeContract(call))
}

beforeAll(async () => {
  instance = await withInstance()
  votes = await instance.deployToken({ anna: 250n, ben: 90n })
  const director = instance.walletFor('director')
  const receipt = await instance.mined(
    await director.deployContract({
      abi: edition721Abi,
      bytecode: edition721Bytecode,
      args: ['Cards', 'CARD', director.account.address],
    }),
  )
  cards = (receipt.contractAddress ?? '0x').toLowerCase() as Hex
  await instance.mintVotes(votes, addressOf('carl'), 70n)
  await mintCards('anna', 'anna', 'dora')
  snapshotAt = Number((await instance.client.getBlock()).timestamp) + 5
  await instance.moveTo(snapshotAt + 10)
  await mintCards('eve')
  await instance.mintVotes(votes, addressOf('ben'), 1000n)
})
afterAll(() => instance.stop())

const params = { cap: null, root: 'none', numerator: '1', denominator: '10' } as const
const strategy = (id: 'erc20-votes' | 'erc721-balance', token: Hex): TokenStrategy => ({
  id,
  version: '1',
  chainId: 31337,
  token,
  params,
})
const on = (token: Hex) => ({ version: '1' as const, chainId: 31337, token })
const eligibilityOf = (rules: Rules, account: Hex) =>
  readEligibility({ sources: powerSources(instance.services), rules, account, labels: ['Votes'] })
const rulesWith = (...strategies: Strategy[]): Rules => ({
  ...someRules(),
  strategies,
  powerCap: null,
  snapshotAt,
})

it('takes the greatest block not after the moment, proved by the one after it', async () => {
  const { client } = instance
  const found = await findSnapshot(client, snapshotAt)
  expect(found?.snapshot.block.timestamp).toBeLessThanOrEqual(snapshotAt)
  expect(found?.successor.timestamp).toBeGreaterThan(snapshotAt)
  expect(found?.successor.parentHash).toBe(found?.snapshot.block.hash)
  const { timestamp } = await client.getBlock()
  const exact = await findSnapshot(client, found?.snapshot.block.timestamp ?? 0)
  expect(exact?.snapshot.block).toEqual(found?.snapshot.block)
  expect(await findSnapshot(client, Number(timestamp))).toBeNull()
  expect(await findSnapshot(client, 1)).toBeNull()
})

it('reads past votes and past balances, not present ones, and a record that the rules bear out', async () => {
  const rules = rulesWith(strategy('erc20-votes', votes), {
    id: 'erc721-balance',
    ...on(cards),
    params: { ...params, numerator: '7', denominator: '1' },
  })
  const evidence = await findSnapshot(instance.client, snapshotAt)
  if (!evidence) throw new Error('no snapshot')
  const accounts = ['anna', 'ben', 'carl', 'dora', 'eve'].map(addressOf)
  const taken = [{ chainId: 31337, at: snapshotAt, snapshot: evidence.snapshot }]
  const records = await readPowers(powerSources(instance.services), rules, taken, accounts)
  expect(records.map(({ power }) => power)).toEqual(['39', '9', '0', '7', '0'])
  expect(records.flatMap((record) => powerFaults(rules, record))).toEqual([])
  const timepoints = records[0]?.shares.filter(isTokenShare).map(({ timepoint }) => timepoint)
  expect(timepoints).toEqual([String(snapshotAt), null])
})

it.each([
  ['carl', 'not-delegated'],
  ['zoe', 'no-tokens'],
  ['tiny', 'below-minimum'],
  ['later', 'bought-later'],
])('tells %s why there are no votes: %s', async (name, reason) => {
  const rules = rulesWith(strategy('erc20-votes', votes))
  if (name === 'tiny')
    rules.strategies = [{ id: 'erc20-votes', ...on(votes), params: { ...params, denominator: '1000' } }]
  if (name === 'later') rules.strategies = [strategy('erc721-balance', cards)]
  const who = { carl: 'carl', zoe: 'zoe', tiny: 'anna', later: 'eve' }[name] ?? name
  const found = await eligibilityOf(rules, addressOf(who))
  expect(found).toMatchObject({ power: '0', reason })
})

it('shows what there would be before the snapshot, without a block', async () => {
  const rules = { ...rulesWith(strategy('erc20-votes', votes)), snapshotAt: snapshotAt + 1_000_000 }
  await instance.control.mine()
  const found = await eligibilityOf(rules, addressOf('anna'))
  expect(found).toMatchObject({ power: '25', block: null, reason: null })
})

it('never takes a failed call for zero: the answer is pending, and nothing can be counted', async () => {
  const nothing = strategy('erc20-votes', `0x${'99'.repeat(20)}`)
  const wrongKind = strategy('erc20-votes', cards)
  for (const broken of [nothing, wrongKind]) {
    const rules = rulesWith(strategy('erc721-balance', cards), broken)
    const found = await eligibilityOf(rules, addressOf('anna'))
    expect(found).toMatchObject({ power: '0', reason: null, pending: true })
    expect(found.shares.map(({ raw, pending }) => [raw, pending])).toEqual([
      ['2', false],
      [null, true],
    ])
    const sources = powerSources(instance.services)
    const { snapshots } = await snapshotsBy(sources, rules)
    const counting = readPowers(sources, rules, snapshots, [addressOf('anna')])
    await expect(counting).rejects.toMatchObject({ code: 'power-unavailable' })
  }
})
