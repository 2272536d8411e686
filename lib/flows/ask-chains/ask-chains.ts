import { keepChainStanding } from '#lib/ballots/chains/mutations.ts'
import type { Services } from '#lib/flows/services.ts'
import { otherChainsOf } from '#lib/protocol/strategy.ts'
import { unfinishedRounds } from '#lib/rounds/data.ts'

type Reads = Pick<Services, 'db' | 'chainId' | 'clientFor'>

async function answersNow({ clientFor }: Reads, chainId: number): Promise<boolean> {
  const client = clientFor(chainId)
  if (!client) return false
  // Whatever goes wrong, a chain that gives no block gives no votes either.
  return client.getBlockNumber({ cacheTime: 0 }).then(
    () => true,
    () => false,
  )
}

/** Asks every chain that an unfinished round counts on, so that the desk can say which one is silent since when. */
export async function askChains(services: Reads, at: Date): Promise<void> {
  const rounds = await unfinishedRounds(services.db)
  const chains = new Set([services.chainId, ...rounds.flatMap(({ rules }) => otherChainsOf(rules))])
  await Promise.all(
    [...chains].map(async (chainId) => {
      const answers = await answersNow(services, chainId)
      await services.db.$transaction((tx) =>
        keepChainStanding({ ctx: { tx }, input: { chainId, answers, at } }),
      )
    }),
  )
}
