import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { write } from '#lib/flows/services.ts'
import { submitBrief } from '#lib/flows/submit/submit-brief.ts'
import { setRoundBudget } from '#lib/generation/executions/mutations.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { replicateProvider } from '#lib/generation/providers/replicate.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { DEFAULT_POLICY, weightsOf } from '#lib/generation/routing/policy.ts'
import { ANY_PROVIDER } from '#lib/generation/schema.ts'
import { startReplicatePeer } from '#scripts/testing/peers/replicate-peer.ts'
import {
  creatorOf,
  type Generation,
  signBrief,
  type TestRound,
  withGeneration,
} from '#scripts/testing/with-generation.ts'
import { quotesFor, routingDesk } from './routing-desk.ts'

type Peer = Awaited<ReturnType<typeof startReplicatePeer>>

const PRICE = 3_000
let peer: Peer
let world: Generation
let round: TestRound

beforeAll(async () => {
  peer = await startReplicatePeer()
  const replicate = replicateProvider({ ...peer.settings, priceMicroUsd: PRICE })
  world = await withGeneration(providersFrom([proceduralProvider(), replicate]))
  round = await world.openRound()
})
afterAll(async () => {
  await world.close()
  await peer.stop()
})

async function ask(prompt: string, provider: string): Promise<void> {
  const signed = await signBrief(round, { prompt }, { provider })
  await submitBrief(
    world.services,
    { roundId: round.roundId, signed },
    creatorOf('ada').address.toLowerCase(),
  )
  await world.work()
}

describe('the desk of a round', () => {
  it('has nothing to tell before the first picture', async () => {
    const desk = await routingDesk(world.services, round)
    expect(desk.attempts).toEqual([])
    expect(desk.counted).toBe(0)
    expect(desk.providers.map(({ id, breaker, running }) => [id, breaker.state, running])).toEqual([
      ['procedural', 'closed', 0],
      ['replicate', 'closed', 0],
    ])
  })

  it('tells where each picture went and why, what came of it, and what it cost', async () => {
    await ask('A woodcut of one hill at night, two inks', ANY_PROVIDER)
    peer.faults.push('nsfw')
    await ask('Something that is turned down', 'replicate')
    await ask('A lamp over still water, in blue', 'replicate')
    const desk = await routingDesk(world.services, round)
    expect(desk.attempts.map(({ provider, outcome, accepted }) => [provider, outcome, accepted])).toEqual([
      ['replicate', 'succeeded', true],
      ['replicate', 'moderated', null],
      ['procedural', 'succeeded', true],
    ])
    const [hung, , free] = desk.attempts
    expect(hung?.decision.by).toBe('creator')
    expect(free?.decision.by).toEqual(weightsOf(DEFAULT_POLICY))
    expect(free?.words).toBe('A woodcut of one hill at night, two inks')
    expect(hung).toMatchObject({ position: 1, attempt: 1, costMicroUsd: PRICE })
    expect(hung?.picture?.src).toMatch(/^\//)
    expect(free?.decision.considered[0]).toMatchObject({ provider: 'procedural', costMicroUsd: 0 })
    expect(hung?.decision.considered).toContainEqual({ provider: 'procedural', never: 'not-asked' })
    const [, replicate] = desk.providers
    expect(replicate?.stats).toMatchObject({ succeeded: 1, failed: 1, accepted: 1, refused: 0 })
    expect(replicate?.stats.costPerAcceptedMicroUsd).toBe(PRICE)
    expect(replicate?.month).toMatchObject({ limitMicroUsd: null, spentMicroUsd: PRICE })
    expect(desk.budget).toEqual({ limitMicroUsd: null, reservedMicroUsd: 0, spentMicroUsd: PRICE })
  })

  it('leaves a provider alone that refuses the key, and says until when', async () => {
    peer.faults.push('bad-token')
    await ask('Nobody gets to see this', 'replicate')
    // What others have on record is read twice a second.
    await vi.waitFor(async () => {
      const { providers, nowMs } = await routingDesk(world.services, round)
      const { breaker } = providers.find(({ id }) => id === 'replicate') ?? {}
      expect(breaker).toMatchObject({ state: 'open', failures: 1 })
      expect(breaker?.untilMs).toBeGreaterThan(nowMs)
    }, 3_000)
  })
})

describe('a batch', () => {
  const place = () => ({ rowId: round.rowId, routing: DEFAULT_POLICY, volunteers: false })

  it('is quoted as the round is set and by what is left of its budget', async () => {
    const input = { roundRowId: round.rowId, limitMicroUsd: PRICE * 4 }
    await write(world.services, 'director', (ctx) => setRoundBudget({ ctx, input }))
    const budgetOf = async (count: number) => {
      const { items } = await quotesFor(world.services, place(), count)
      return Object.fromEntries(
        items.map(({ provider, budget, affordable }) => [provider, [budget, affordable]]),
      )
    }
    expect(await budgetOf(3)).toEqual({ procedural: ['fits', null], replicate: ['fits', 3] })
    expect(await budgetOf(4)).toEqual({ procedural: ['fits', null], replicate: ['over-round', 3] })
    const closed = { ...place(), routing: { ...DEFAULT_POLICY, privacy: 'this-server' as const } }
    const { items } = await quotesFor(world.services, closed, 1)
    expect(items.map(({ provider, never }) => [provider, never])).toEqual([
      ['procedural', null],
      ['replicate', 'privacy'],
    ])
  })
})
