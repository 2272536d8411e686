import type { Abi, Hex } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { blockVotes20Abi, blockVotes20Bytecode } from '#contracts-abi/block-votes20.ts'
import { edition721Abi, edition721Bytecode } from '#contracts-abi/edition721.ts'
import { edition1155Abi, edition1155Bytecode } from '#contracts-abi/edition1155.ts'
import { votes721Abi, votes721Bytecode } from '#contracts-abi/votes721.ts'
import { powerSources } from '#lib/ballots/allowlists/data.ts'
import type { Services } from '#lib/flows/services.ts'
import { isTokenShare, powerFaults } from '#lib/protocol/power.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import type { Strategy } from '#lib/protocol/strategy.ts'
import { keepList } from '#scripts/testing/keep-list.ts'
import { someRules } from '#scripts/testing/some-rules.ts'
import { accountOf, type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { withOtherChain } from '#scripts/testing/with-other-chain.ts'
import { readPowers, snapshotsBy, unusableStrategies } from './data.ts'
import { readEligibility } from './read-eligibility.ts'

const HOME = 31_337
const OTHER = 10
const addressOf = (name: string) => accountOf(name).address.toLowerCase() as Hex
const params = { cap: null, root: 'none', numerator: '1', denominator: '1' } as const

let instance: Instance
let other: Awaited<ReturnType<typeof withOtherChain>>
let services: Services
let blockVotes: Hex
let votes721: Hex
let editions: Hex
let cards: Hex
let earlier: number
let snapshotAt: number

const send = async (
  address: Hex,
  abi: Abi,
  functionName: string,
  args: readonly unknown[],
  from = 'director',
) => instance.mined(await instance.walletFor(from).writeContract({ address, abi, functionName, args }))

async function deploy(abi: Abi, bytecode: Hex, args: readonly unknown[]): Promise<Hex> {
  const hash = await instance.walletFor('director').deployContract({ abi, bytecode, args })
  return ((await instance.mined(hash)).contractAddress ?? '0x').toLowerCase() as Hex
}

beforeAll(async () => {
  instance = await withInstance()
  other = await withOtherChain(instance, OTHER)
  services = instance.services
  const director = addressOf('director')
  blockVotes = await deploy(blockVotes20Abi, blockVotes20Bytecode, [director])
  votes721 = await deploy(votes721Abi, votes721Bytecode, [director])
  editions = await deploy(edition1155Abi, edition1155Bytecode, [director])
  const plain = { abi: edition721Abi, bytecode: edition721Bytecode, args: ['Cards', 'CARD', director] }
  cards = await other.deploy(plain)
  await instance.fund('anna')
  await send(blockVotes, blockVotes20Abi, 'mint', [addressOf('anna'), 40n])
  await send(blockVotes, blockVotes20Abi, 'delegate', [addressOf('anna')], 'anna')
  await send(votes721, votes721Abi, 'mint', [[addressOf('anna'), addressOf('anna'), addressOf('ben')]])
  await send(votes721, votes721Abi, 'delegate', [addressOf('anna')], 'anna')
  await send(editions, edition1155Abi, 'mint', [addressOf('anna'), 7n, 5n])
  await send(editions, edition1155Abi, 'mint', [addressOf('ben'), 8n, 9n])
  await other.send(cards, edition721Abi, 'mint', [[addressOf('anna'), addressOf('ben')]])
  earlier = Number((await instance.client.getBlock()).timestamp) + 5
  await instance.moveTo(earlier + 10)
  await other.control.setTime(earlier + 10)
  await send(editions, edition1155Abi, 'mint', [addressOf('anna'), 7n, 100n])
  await send(editions, edition1155Abi, 'mint', [addressOf('dora'), 7n, 3n])
  await other.send(cards, edition721Abi, 'mint', [[addressOf('anna'), addressOf('anna')]])
  snapshotAt = Number((await instance.client.getBlock()).timestamp) + 5
  await instance.moveTo(snapshotAt + 10)
  await other.control.setTime(snapshotAt + 10)
  await send(blockVotes, blockVotes20Abi, 'mint', [addressOf('anna'), 1000n])
  await other.send(cards, edition721Abi, 'mint', [[addressOf('eve')]])
})
afterAll(async () => {
  await other.stop()
  await instance.stop()
})

const rulesWith = (...strategies: Strategy[]): Rules => ({
  ...someRules(),
  strategies,
  powerCap: null,
  snapshotAt,
})
const at = (chainId: number, token: Hex) => ({ version: '1' as const, chainId, token })
const kinds = (): Strategy[] => [
  { id: 'erc20-votes', ...at(HOME, blockVotes), params },
  { id: 'erc20-balance', ...at(OTHER, cards), params },
  { id: 'erc721-votes', ...at(HOME, votes721), params },
  { id: 'erc1155-balance', ...at(HOME, editions), params: { ...params, tokenId: '7' } },
  { id: 'fixed', version: '1', params: { amount: '2' } },
]

async function powersBy(rules: Rules, names: readonly string[]) {
  const sources = powerSources(services)
  const { snapshots, isTaken } = await snapshotsBy(sources, rules)
  expect(isTaken).toBe(true)
  return readPowers(sources, rules, snapshots, names.map(addressOf))
}

it('reads every kind at the snapshot of its chain, as the rules bear out', async () => {
  const list = await keepList(services, [{ account: addressOf('anna'), amount: '11' }])
  const listed = { ...params, allowlistRoot: list.root, rows: 1 }
  const rules = rulesWith(...kinds(), { id: 'merkle-allowlist', version: '1', params: listed })
  const records = await powersBy(rules, ['anna', 'ben'])
  expect(records.map(({ shares }) => shares.map(({ raw }) => raw))).toEqual([
    ['40', '3', '2', '105', '2', '11'],
    ['0', '1', '0', '0', '2', '0'],
  ])
  expect(records.flatMap((record) => powerFaults(rules, record))).toEqual([])
  const [votes, , balances] = records[0]?.shares.filter(isTokenShare) ?? []
  expect([votes?.timepoint, balances?.timepoint]).toEqual([votes?.block.number, balances?.block.number])
})

it('takes the least of what was held at every moment, and keeps each read', async () => {
  const times = [earlier]
  const rules = rulesWith(
    { id: 'erc1155-balance', ...at(HOME, editions), params: { ...params, tokenId: '7', times } },
    { id: 'erc721-balance', ...at(OTHER, cards), params: { ...params, times } },
    { id: 'erc20-votes', ...at(HOME, blockVotes), params: { ...params, times } },
  )
  const records = await powersBy(rules, ['anna', 'dora'])
  expect(records.flatMap((record) => powerFaults(rules, record))).toEqual([])
  const reads = records.map(({ shares }) =>
    shares
      .filter(isTokenShare)
      .map(({ raw, atSnapshot, earlier: before }) => [raw, atSnapshot, before?.[0]?.raw]),
  )
  expect(reads).toEqual([
    [
      ['5', '105', '5'],
      ['1', '3', '1'],
      ['40', '40', '40'],
    ],
    [
      ['0', '3', '0'],
      ['0', '0', '0'],
      ['0', '0', '0'],
    ],
  ])
})

it.each<[string, string, string, () => Strategy]>([
  ['ben', 'not-delegated', '1', () => ({ id: 'erc721-votes', ...at(HOME, votes721), params })],
  ['eve', 'bought-later', '1', () => ({ id: 'erc721-balance', ...at(OTHER, cards), params })],
  [
    'dora',
    'held-too-short',
    '3',
    () => ({
      id: 'erc1155-balance',
      ...at(HOME, editions),
      params: { ...params, tokenId: '7', times: [earlier] },
    }),
  ],
  [
    'ben',
    'no-tokens',
    '0',
    () => ({ id: 'erc1155-balance', ...at(HOME, editions), params: { ...params, tokenId: '7' } }),
  ],
])('tells %s why there are no votes: %s', async (name, reason, held, strategy) => {
  const rules = rulesWith(strategy())
  const asked = { sources: powerSources(services), rules, account: addressOf(name), labels: ['Votes'] }
  const found = await readEligibility(asked)
  expect(found).toMatchObject({ power: '0', reason, pending: false })
  expect(found.shares[0]).toMatchObject({ reason, held, raw: '0' })
})

it('finds tokens on a chain that does not count', async () => {
  const director = addressOf('director')
  const twin = { abi: edition721Abi, bytecode: edition721Bytecode, args: ['Twin', 'TWIN', director] }
  // The same account and nonce give the same address on another chain.
  const nonce = await instance.client.getTransactionCount({ address: director })
  while ((await other.client.getTransactionCount({ address: director })) < nonce)
    await other.mined(await other.walletFor('director').sendTransaction({ to: director }))
  const home = await deploy(twin.abi, twin.bytecode, twin.args)
  const away = await other.deploy(twin)
  expect(away).toBe(home)
  await other.send(away, edition721Abi, 'mint', [[addressOf('carl')]])
  const rules = {
    ...rulesWith({ id: 'erc721-balance', ...at(HOME, home), params }),
    snapshotAt: snapshotAt + 60,
  }
  await instance.moveTo(snapshotAt + 100)
  const asked = { sources: powerSources(services), rules, account: addressOf('carl'), labels: ['Twin'] }
  const found = await readEligibility(asked)
  expect(found.shares[0]).toMatchObject({ reason: 'wrong-chain', elsewhere: OTHER, raw: '0' })
})

it('says of a list who stands in it, without any chain', async () => {
  const list = await keepList(services, [{ account: addressOf('anna'), amount: '25' }])
  const figures = { ...params, root: 'square' as const, allowlistRoot: list.root, rows: 1 }
  const rules = rulesWith({ id: 'merkle-allowlist', version: '1', params: figures })
  const silent = { ...services, clientFor: () => null, chainIds: [] }
  const read = (name: string) =>
    readEligibility({ sources: powerSources(silent), rules, account: addressOf(name), labels: ['List'] })
  expect(await read('anna')).toMatchObject({ power: '5', reason: null, block: null })
  expect(await read('ben')).toMatchObject({ power: '0', reason: 'not-on-list' })
})

it('names strategies that no round could be counted by', async () => {
  const unknown = `0x${'5e'.repeat(32)}` as const
  const strategies: Strategy[] = [
    ...kinds(),
    { id: 'erc721-balance', ...at(424_242, cards), params },
    { id: 'erc1155-balance', ...at(OTHER, cards), params: { ...params, tokenId: '1' } },
    { id: 'erc721-balance', ...at(OTHER, cards), params: { ...params, times: [earlier - 86_400 * 400] } },
    { id: 'merkle-allowlist', version: '1', params: { ...params, allowlistRoot: unknown, rows: 1 } },
  ]
  const found = await unusableStrategies(powerSources(services), strategies, addressOf('anna'))
  expect(found.map(({ reason }) => reason)).toEqual(['no-rpc', 'silent', 'silent-earlier', 'no-list'])
})
