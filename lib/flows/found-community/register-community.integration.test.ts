import { afterAll, beforeAll, expect, it } from 'vitest'
import { findCommunity } from '#lib/communities/data.ts'
import { followChain } from '#lib/flows/follow-chain/follow-chain.ts'
import { accountOf, type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { registerCommunity } from './register-community.ts'

let instance: Instance
beforeAll(async () => {
  instance = await withInstance()
})
afterAll(() => instance.stop())

const director = accountOf('director').address.toLowerCase()

async function founding(slug: string) {
  const { collection, deployTx } = await instance.deployCollection()
  const token = await instance.deployToken({})
  const params = { cap: null, root: 'none', numerator: '1', denominator: '1' } as const
  const strategy = { id: 'erc20-votes', version: '1', chainId: 31337, token, params } as const
  const words = { name: 'The wall', description: '', licence: 'CC-BY-4.0' }
  return { slug, ...words, collection, deployTx, strategies: [strategy] }
}

it('registers a deployed collection, once', async () => {
  const input = await founding('wall')
  const community = await registerCommunity(instance.services, input, director)
  expect(community).toMatchObject({ slug: 'wall', collection: input.collection })
  expect(await findCommunity(instance.services.db, 'wall')).toEqual(community)
  await expect(registerCommunity(instance.services, input, director)).rejects.toMatchObject({
    code: 'community-exists',
  })
})

it('refuses another contract, another director, another operator', async () => {
  const input = await founding('other')
  const token = await instance.deployToken({})
  const asToken = { ...input, collection: token }
  await expect(registerCommunity(instance.services, asToken, director)).rejects.toMatchObject({
    code: 'collection-invalid',
  })
  const stranger = accountOf('stranger').address.toLowerCase()
  await expect(registerCommunity(instance.services, input, stranger)).rejects.toMatchObject({
    code: 'not-director',
  })
  const elsewhere = { ...instance.services, operator: () => accountOf('stranger') }
  await expect(registerCommunity(elsewhere, input, director)).rejects.toMatchObject({
    code: 'operator-mismatch',
  })
  expect(await findCommunity(instance.services.db, 'other')).toBeNull()
})

it('refuses a licence that nobody knows and a token that gives no votes', async () => {
  const input = await founding('third')
  const unknown = registerCommunity(instance.services, { ...input, licence: 'MINE-1.0' }, director)
  await expect(unknown).rejects.toMatchObject({
    code: 'rules-invalid',
    fields: { licence: expect.any(String) },
  })
  const strategies = input.strategies.map((strategy) => ({ ...strategy, token: input.collection }))
  const silent = registerCommunity(instance.services, { ...input, strategies }, director)
  await expect(silent).rejects.toMatchObject({
    code: 'rules-invalid',
    fields: { strategies: expect.any(String) },
  })
  expect(await findCommunity(instance.services.db, 'third')).toBeNull()
})

it('follows the chain to its head with nothing in it', async () => {
  const { head, touchedRounds } = await followChain(instance.services)
  expect(head).toBeGreaterThan(0)
  expect(touchedRounds).toEqual([])
})
