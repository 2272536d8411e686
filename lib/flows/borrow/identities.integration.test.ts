import { createWalletClient, http } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { anvil } from 'viem/chains'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { collectionAbi } from '#contracts-abi/collection.ts'
import { curationTokenAbi } from '#contracts-abi/curation-token.ts'
import { createRound } from '#lib/flows/draft-round/create-round.ts'
import { freezeRound } from '#lib/flows/draft-round/freeze-round.ts'
import { readsToken } from '#lib/protocol/strategy.ts'
import { createRoundSchema } from '#lib/rounds/schema.ts'
import { addressOf, frozenRound } from '#scripts/testing/hold-round.ts'
import { accountOf, type Instance, VOTES_GAS, withInstance } from '#scripts/testing/with-instance.ts'
import { identities } from './identities.ts'
import { localKey } from './schema.ts'

let instance: Instance
let round: Awaited<ReturnType<typeof frozenRound>>
beforeAll(async () => {
  instance = await withInstance()
  round = await frozenRound(instance, { one: 5n })
})
afterAll(() => instance.stop())

const person = (role: string) => privateKeyToAccount(localKey(`${round.community.slug} ${role}`))

/** Votes in the hands of a person of the demo, delegated to themselves or not. */
async function hold(role: string, votes: bigint, delegates: boolean): Promise<void> {
  const token = round.rules.strategies.find(readsToken)?.token
  if (!token) throw new Error('the round counts nothing')
  const account = person(role)
  await instance.mintVotes(token, account.address, votes)
  if (!delegates) return
  await instance.control.fund(account.address, '1')
  const wallet = createWalletClient({ chain: anvil, transport: http(instance.control.url), account })
  await instance.mined(
    await wallet.writeContract({
      address: token,
      abi: curationTokenAbi,
      functionName: 'delegate',
      args: [account.address],
      gas: VOTES_GAS,
    }),
  )
}

it('names nobody where no community is led by somebody of the demo', async () => {
  expect(await identities(instance.services, round.roundId)).toEqual({ community: null, people: [] })
})

it('names curators by the votes that count in the round, and whoever else takes part', async () => {
  await hold('curator 1', 120n, true)
  await hold('curator 2', 75n, false)
  await hold('curator 4', 30n, true)
  const roles = ['guardian', 'operator', 'director'].map((name) => accountOf(name).address)
  const [guardian = '0x', operator = '0x', treasury = '0x'] = roles
  const { collection } = round.community
  await instance.mined(
    await instance.walletFor('director').writeContract({
      address: collection,
      abi: collectionAbi,
      functionName: 'setRoles',
      args: [person('director').address, guardian, operator, treasury],
    }),
  )
  await instance.moveTo((await instance.now()) + 60)
  const input = createRoundSchema.parse({ community: round.community.slug, title: 'Ebb', brief: 'Shores.' })
  const director = person('director').address.toLowerCase() as `0x${string}`
  const draft = await createRound(instance.services, input, director)
  const { roundId } = await freezeRound(instance.services, draft.rowId, director)
  await instance.moveTo((await instance.now()) + 60)

  const { community, people } = await identities(instance.services, roundId)
  expect(community).toBe('The wall')
  const shown = people.map(({ name, votes, voted }) => [name, votes?.count ?? null, voted])
  expect(shown).toEqual([
    ['curator 2', '120', false],
    ['curator 5', '30', false],
    ['creator 1', null, false],
    ['creator 2', null, false],
    ['creator 3', null, false],
    ['director', null, false],
  ])
  expect(people[0]?.votes?.block).toMatch(/^\d+$/)
  expect(people.at(-1)?.address).toBe(director)
  expect(people.map(({ address }) => address)).not.toContain(addressOf('one'))
})

it('names nobody on any other chain, whatever the build is for', async () => {
  const asked = identities({ ...instance.services, chainId: 84_532 }, null)
  await expect(asked).rejects.toMatchObject({ code: 'local-only' })
})
