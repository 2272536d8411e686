import { createTestClient, http } from 'viem'
import { anvil } from 'viem/chains'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { numberCandidates } from '#lib/flows/open/number-candidates.ts'
import { openingFor } from '#lib/flows/open/opening.ts'
import { roundOnChain } from '#lib/flows/round-on-chain.ts'
import { readBlockMarks } from '#lib/rounds/chain/data.ts'
import { hangWorks } from '#scripts/testing/hang-works.ts'
import { frozenRound, sendCall } from '#scripts/testing/hold-round.ts'
import { type Instance, withInstance } from '#scripts/testing/with-instance.ts'
import { followChain } from './follow-chain.ts'

let instance: Instance
beforeAll(async () => {
  instance = await withInstance()
})
afterAll(() => instance.stop())

it('reads the opening once, undoes it with its block, and reads it again where it lands', async () => {
  const { services } = instance
  const round = await frozenRound(instance, { anna: 1n })
  await hangWorks(services, round.rowId, ['One'])
  await instance.moveTo(round.rules.submissionsCloseAt)
  await numberCandidates(services, round.rowId)
  const { call } = await openingFor(services, round.roundId)
  const tx = await sendCall(instance, 'director', call)
  await Promise.all([followChain(services), followChain(services), followChain(services)])
  const before = (await roundOnChain(services, round.roundId)).facts.opened
  expect(before?.place.txHash).toBe(tx)
  expect(await services.db.chainEvent.count()).toBe(1)

  const control = createTestClient({ chain: anvil, mode: 'anvil', transport: http(instance.control.url) })
  await control.request({ method: 'anvil_reorg' as never, params: [2, []] as never })
  await instance.control.mine()
  const gone = await followChain(services)
  expect(gone.rewound).toBe(true)
  const after = await roundOnChain(services, round.roundId)
  const marks = await readBlockMarks(services.db, services.chainId)
  for (const { number, hash } of marks)
    expect((await instance.client.getBlock({ blockNumber: BigInt(number) })).hash).toBe(hash)
  const onChain = await instance.client.getTransactionReceipt({ hash: tx }).catch(() => null)
  expect(after.facts.opened?.place.blockHash ?? null).toBe(onChain?.blockHash ?? null)
  expect(after.state).toBe('submissions')

  if (!onChain) await sendCall(instance, 'director', (await openingFor(services, round.roundId)).call)
  expect((await roundOnChain(services, round.roundId)).facts.opened).not.toBeNull()
  expect(await services.db.chainEvent.count()).toBe(1)
})

it('starts over when the chain is another one', async () => {
  const { services } = instance
  await services.db.chainBlock.updateMany({ data: { hash: `0x${'00'.repeat(32)}` } })
  expect((await followChain(services)).rewound).toBe(true)
  expect(await services.db.chainEvent.count()).toBe(1)
})
