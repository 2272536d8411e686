import { createPublicClient, type Hex, http } from 'viem'
import { anvil } from 'viem/chains'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { edition721Abi, edition721Bytecode } from '#contracts-abi/edition721.ts'
import { powerSources } from '#lib/ballots/allowlists/data.ts'
import { readSilentChains } from '#lib/ballots/chains/data.ts'
import { readEligibility } from '#lib/ballots/powers/read-eligibility.ts'
import { acceptBallot } from '#lib/flows/accept-ballot/accept-ballot.ts'
import { anchorHead } from '#lib/flows/anchor/anchor-head.ts'
import { countRound } from '#lib/flows/close/close-round.ts'
import { dueRounds } from '#lib/flows/sweep/due-rounds.ts'
import { addressOf, signedBallot, votingRoundWith } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { withOtherChain } from '#scripts/testing/with-other-chain.ts'
import { askChains } from './ask-chains.ts'

const OTHER = 10
const params = { cap: null, root: 'none', numerator: '1', denominator: '1' } as const
const dead = createPublicClient({
  chain: anvil,
  transport: http('http://127.0.0.1:9', { retryCount: 0, timeout: 1_000 }),
})

let instance: Instance
let other: Awaited<ReturnType<typeof withOtherChain>>
let round: Awaited<ReturnType<typeof votingRoundWith>>

beforeAll(async () => {
  instance = await withInstance()
  other = await withOtherChain(instance, OTHER)
  const args = ['Cards', 'CARD', addressOf('director')]
  const cards: Hex = await other.deploy({ abi: edition721Abi, bytecode: edition721Bytecode, args })
  await other.send(cards, edition721Abi, 'mint', [[addressOf('anna')]])
  const strategies = [
    { id: 'erc721-balance' as const, version: '1' as const, chainId: OTHER, token: cards, params },
    { id: 'fixed' as const, version: '1' as const, params: { amount: '3' } },
  ]
  round = await votingRoundWith(instance, {}, ['Low tide', 'High tide'], { strategies })
})
afterAll(async () => {
  await other.stop()
  await instance.stop()
})

/** The instance while no node of any chain answers, or of the other one alone. */
const cut = (chains: 'all' | 'other') => ({
  ...instance.services,
  ...(chains === 'all' && { chain: dead }),
  clientFor: (id: number) => (chains === 'all' || id === OTHER ? dead : instance.services.clientFor(id)),
})

it('takes ballots while no chain answers, and says of the votes that they are pending', async () => {
  const silent = cut('all')
  const post = await signedBallot(instance, round, 'anna', [1])
  const answer = await acceptBallot(silent, round.roundId, post)
  expect(answer.kind).toBe('accepted')
  const asked = { sources: powerSources(silent), rules: round.rules, account: addressOf('anna') }
  const found = await readEligibility({ ...asked, labels: ['Cards', 'One voice'] })
  expect(found).toMatchObject({ power: '3', pending: true, reason: null })
  expect(found.shares.map(({ share, pending }) => [share, pending])).toEqual([
    [null, true],
    ['3', false],
  ])
})

it('says which chain is silent, since the moment it fell silent, until it answers', async () => {
  const chains = [31_337, OTHER]
  const first = new Date('2026-12-03T12:00:00Z')
  await askChains(cut('other'), first)
  await askChains(cut('other'), new Date('2026-12-03T12:05:00Z'))
  expect(await readSilentChains(instance.services.db, chains)).toEqual([{ chainId: OTHER, since: first }])
  await askChains(instance.services, new Date('2026-12-03T12:06:00Z'))
  expect(await readSilentChains(instance.services.db, chains)).toEqual([])
})

it('counts when the chain answers again, and is rung for until then', async () => {
  const { services } = instance
  const { rules, rowId } = round
  await instance.moveTo(rules.closesAt)
  await anchorHead(services, rowId)
  await instance.moveTo(rules.closesAt + rules.sealGrace)
  await instance.control.mine()
  await other.control.setTime(rules.closesAt)
  const due = async () =>
    (await dueRounds(services, rules.closesAt + rules.sealGrace)).filter(({ job }) => job === 'close-round')
  for (let times = 0; times < 2; times += 1) {
    expect(await due()).toEqual([{ job: 'close-round', rowId }])
    await expect(countRound(cut('other'), rowId)).rejects.toMatchObject({ code: 'power-unavailable' })
  }
  expect(await countRound(services, rowId)).toMatchObject({ kind: 'counted' })
  expect(await due()).toEqual([])
  const [power] = await services.db.power.findMany({ where: { roundRowId: rowId } })
  expect(power).toMatchObject({ account: addressOf('anna'), power: '4' })
})
