import { createPublicClient, http } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { edition721Abi, edition721Bytecode } from '#contracts-abi/edition721.ts'
import { edition1155Abi, edition1155Bytecode } from '#contracts-abi/edition1155.ts'
import { answerEligibility } from '#lib/ballots/known/answer-eligibility.ts'
import { findHolders } from '#lib/ballots/powers/find-holders.ts'
import type { TokenStrategy } from '#lib/protocol/strategy.ts'
import { addressOf, frozenRound } from '#scripts/testing/hold-round.ts'
import { keepList } from '#scripts/testing/keep-list.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { holdersToKnow, knowHolders } from './know-holders.ts'

const params = { cap: null, root: 'none', numerator: '1', denominator: '1' } as const
const HOME = 31_337
const AT = new Date('2026-12-03T12:00:00Z')
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000)

let instance: Instance
let strategies: TokenStrategy[]
let round: Awaited<ReturnType<typeof frozenRound>>

beforeAll(async () => {
  instance = await withInstance()
  const director = instance.walletFor('director')
  const deploy = async (given: Parameters<typeof director.deployContract>[0]) => {
    const { contractAddress } = await instance.mined(await director.deployContract(given))
    return (contractAddress ?? '0x').toLowerCase() as `0x${string}`
  }
  const owner = director.account.address
  const votes = await instance.deployToken({ anna: 7n })
  const cards = await deploy({
    abi: edition721Abi,
    bytecode: edition721Bytecode,
    args: ['Cards', 'CARD', owner],
  })
  const editions = await deploy({ abi: edition1155Abi, bytecode: edition1155Bytecode, args: [owner] })
  const mint = async (call: { address: `0x${string}`; abi: object; args: readonly unknown[] }) =>
    instance.mined(await director.writeContract({ ...call, functionName: 'mint' } as never))
  await instance.mintVotes(votes, addressOf('carl'), 90n)
  await mint({ address: cards, abi: edition721Abi, args: [[addressOf('ben'), addressOf('ben')]] })
  await mint({ address: editions, abi: edition1155Abi, args: [addressOf('dora'), 7n, 4n] })
  await mint({ address: editions, abi: edition1155Abi, args: [addressOf('anna'), 8n, 4n] })
  strategies = [
    { id: 'erc20-votes', version: '1', chainId: HOME, token: votes, params },
    { id: 'erc721-balance', version: '1', chainId: HOME, token: cards, params },
    {
      id: 'erc1155-balance',
      version: '1',
      chainId: HOME,
      token: editions,
      params: { ...params, tokenId: '7' },
    },
  ]
  const list = await keepList(instance.services, [{ account: addressOf('ben'), amount: '10' }])
  const listed = { ...params, allowlistRoot: list.root, rows: 1 }
  round = await frozenRound(
    instance,
    {},
    {
      strategies: [...strategies, { id: 'merkle-allowlist', version: '1', params: listed }],
    },
  )
})
afterAll(() => instance.stop())

/** The instance with every call to a chain counted, and refused. */
function withoutChains() {
  let asked = 0
  const services = {
    ...instance.services,
    clientFor: () => {
      asked += 1
      return createPublicClient({ transport: http('http://127.0.0.1:9', { retryCount: 0 }) })
    },
  }
  return { services, asked: () => asked }
}

it('finds whoever may hold something in the events of each token, up to a stated number', async () => {
  const upTo = await instance.client.getBlockNumber()
  const names = async (strategy: TokenStrategy, most = 100) => {
    const { accounts, isWhole } = await findHolders(instance.client, strategy, upTo, most)
    const known = ['anna', 'ben', 'carl', 'dora'].filter((name) => accounts.has(addressOf(name)))
    return [...known, accounts.size, isWhole]
  }
  const found = await Promise.all(strategies.map((strategy) => names(strategy)))
  expect(found).toEqual([
    ['anna', 'carl', 2, true],
    ['ben', 1, true],
    ['anna', 'dora', 2, true],
  ])
  expect(await names(strategies[0] as TokenStrategy, 1)).toEqual(['anna', 1, false])
})

it('waits for a final snapshot, and is not begun twice within half a minute', async () => {
  const { services } = instance
  const ahead = await frozenRound(instance, { anna: 1n }, { snapshot: 'voting-open' })
  expect(await holdersToKnow(services, AT)).toEqual([round.rowId])
  expect(await knowHolders(services, ahead.rowId, AT)).toBeNull()
  await instance.moveTo(ahead.rules.snapshotAt + 10)
  await instance.control.mine()
  expect(await holdersToKnow(services, later(10))).toEqual([round.rowId])
  expect(new Set(await holdersToKnow(services, later(31)))).toEqual(new Set([round.rowId, ahead.rowId]))
  expect(await knowHolders(services, ahead.rowId, later(31))).toBe(1)
})

it('answers a holder with votes without asking any chain, as the chain would', async () => {
  const fresh = await answerEligibility(instance.services, round, addressOf('ben'))
  expect(await knowHolders(instance.services, round.rowId, AT)).toBe(4)
  expect(await holdersToKnow(instance.services, later(60))).not.toContain(round.rowId)
  const { services, asked: calls } = withoutChains()
  const [anna, ben, dora] = await Promise.all(
    ['anna', 'ben', 'dora'].map((name) => answerEligibility(services, round, addressOf(name))),
  )
  expect([anna?.power, ben?.power, dora?.power]).toEqual(['7', '12', '4'])
  expect(ben).toEqual(fresh)
  expect(calls()).toBe(0)
})

it('asks again about nothing, and keeps what it knows while the chain is silent', async () => {
  const known = await answerEligibility(withoutChains().services, round, addressOf('carl'))
  expect(known).toMatchObject({ power: '0', reason: 'not-delegated', pending: false })
  const stranger = await answerEligibility(withoutChains().services, round, addressOf('stranger'))
  expect(stranger).toMatchObject({ power: '0', reason: null, pending: true })
})
