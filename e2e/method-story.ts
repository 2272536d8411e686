import { METHOD_IDS, type MethodId } from '#lib/protocol/rules.ts'
import type { RoundSummary } from '#lib/rounds/schema.ts'
import { playMethodRounds } from '#scripts/play/method-rounds.ts'
import { test as story } from './story.ts'

const NAME = 'per-method'

type Rounds = Record<MethodId, RoundSummary>

/** One open round by each method, made once for all projects. */
export const test = story.extend<object, { rounds: Rounds }>({
  rounds: [
    async ({ ground, people }, use) => {
      const read = async () => {
        const path = '/api/v1/rounds?community=night-ferry&take=100'
        const { items } = await people.stranger.ask<{ items: RoundSummary[] }>('GET', path)
        const open = items.filter(({ state }) => state === 'voting')
        return new Map(open.map((round) => [round.slug, round]))
      }
      const known = await read()
      const missing = METHOD_IDS.filter((method) => !known.has(`${method}-${NAME}`))
      await playMethodRounds(ground, missing, { until: 'voting', name: NAME })
      const rounds = await read()
      const entries = METHOD_IDS.map((method) => [method, rounds.get(`${method}-${NAME}`)])
      await use(Object.fromEntries(entries))
    },
    { scope: 'worker', timeout: 600_000 },
  ],
})
