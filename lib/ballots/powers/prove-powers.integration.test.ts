import type { Hex } from 'viem'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { edition721Abi, edition721Bytecode } from '#contracts-abi/edition721.ts'
import { powerSources } from '#lib/ballots/allowlists/data.ts'
import { isTokenShare, type PowerRecord } from '#lib/protocol/power.ts'
import { provenBlock } from '#lib/protocol/proofs/block-proof.ts'
import type { Header } from '#lib/protocol/proofs/header.ts'
import { provenToken } from '#lib/protocol/proofs/power-proof.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import { readsToken, type TokenStrategy } from '#lib/protocol/strategy.ts'
import { proveBlock } from '#lib/rounds/chain/prove-block.ts'
import { someRules } from '#scripts/testing/some-rules.ts'
import { accountOf, type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { readPowers } from './data.ts'
import { findSnapshot } from './find-snapshot.ts'
import { provePowers } from './prove-powers.ts'

const addressOf = (name: string) => accountOf(name).address.toLowerCase() as Hex
const VOTERS = ['anna', 'ben', 'carl', 'dora', 'eve'].map(addressOf)
const params = { cap: null, root: 'none', numerator: '1', denominator: '1' } as const

let instance: Instance
let rules: Rules
let powers: PowerRecord[]
let header: Header

async function mintCards(cards: Hex, holders: Hex[]) {
  const call = { address: cards, abi: edition721Abi, functionName: 'mint', args: [holders] } as const
  await instance.mined(await instance.walletFor('director').writeContract(call))
}

/** Two tokens whose holders hold something else after the snapshot. */
beforeAll(async () => {
  instance = await withInstance()
  const votes = await instance.deployToken({ anna: 250n, ben: 90n })
  const director = instance.walletFor('director')
  const { contractAddress } = await instance.mined(
    await director.deployContract({
      abi: edition721Abi,
      bytecode: edition721Bytecode,
      args: ['Cards', 'CARD', director.account.address],
    }),
  )
  const cards = (contractAddress ?? '0x').toLowerCase() as Hex
  await instance.mintVotes(votes, addressOf('anna'), 5n)
  await mintCards(cards, [addressOf('anna'), addressOf('anna'), addressOf('dora')])
  const snapshotAt = Number((await instance.client.getBlock()).timestamp) + 5
  await instance.moveTo(snapshotAt + 10)
  await instance.mintVotes(votes, addressOf('ben'), 1000n)
  await mintCards(cards, [addressOf('eve')])

  const strategy = (id: 'erc20-votes' | 'erc721-balance', token: Hex): TokenStrategy => ({
    id,
    version: '1',
    chainId: 31_337,
    token,
    params,
  })
  const strategies = [strategy('erc20-votes', votes), strategy('erc721-balance', cards)]
  rules = { ...someRules(), strategies, powerCap: null, snapshotAt }
  const found = await findSnapshot(instance.client, snapshotAt)
  if (!found) throw new Error('no snapshot')
  const taken = [{ chainId: 31_337, at: snapshotAt, snapshot: found.snapshot }]
  powers = await readPowers(powerSources(instance.services), rules, taken, VOTERS)
  const { number, hash } = found.snapshot.block
  const proof = await proveBlock(instance.client, { chainId: 31_337, number, hash, transactions: [] })
  if (!proof) throw new Error('the snapshot is proven')
  header = provenBlock(proof).header
})
afterAll(() => instance.stop())

it('proves what voters held at the snapshot, whatever they hold now, and that others held nothing', async () => {
  const proofs = await provePowers(instance.client, { rules, powers, header })
  expect(proofs.map(({ strategy, layout, slot }) => [strategy, layout, slot])).toEqual([
    [0, 'votes-208', '9'],
    [1, 'balance', '3'],
  ])
  const held = proofs.map((proof, index) => {
    const token = rules.strategies.filter(readsToken)[index]?.token ?? '0x'
    const proven = provenToken(header.stateRoot, token, proof)
    const raw = powers.map(({ account }) => Number(proven.held(account)))
    expect(proven.codeHash).toBe(powers[0]?.shares.filter(isTokenShare)[index]?.codeHash)
    expect(proven.passedInOrder()).toBe(true)
    return raw
  })
  const names = powers.map(({ account }) => VOTERS.indexOf(account))
  const inOrder = (amounts: number[]) => names.map((place) => amounts[place])
  expect(held).toEqual([inOrder([255, 90, 0, 0, 0]), inOrder([2, 0, 0, 1, 0])])
})

it('leaves out a token of which nobody has anything, and answers that no storage gives', async () => {
  const nothing = powers.map((row) => ({
    ...row,
    shares: row.shares.map((share) => ({ ...share, raw: '0' })),
  }))
  expect(await provePowers(instance.client, { rules, powers: nothing, header })).toEqual([])
  const wrong = powers.map((row) => ({
    ...row,
    shares: row.shares.map((share) => ({ ...share, raw: '777' })),
  }))
  expect(await provePowers(instance.client, { rules, powers: wrong, header })).toEqual([])
})

it('leaves out tokens of another chain', async () => {
  const strategies = rules.strategies.filter(readsToken).map((strategy) => ({ ...strategy, chainId: 1 }))
  expect(await provePowers(instance.client, { rules: { ...rules, strategies }, powers, header })).toEqual([])
})
