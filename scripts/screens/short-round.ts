import type { CreateRoundInput, RoundView } from '#lib/rounds/schema.ts'
import {
  awaitVoting,
  beginRound,
  closeVoting,
  mintWinners,
  openOnChain,
  readRound,
} from '#scripts/play/director.ts'
import { type Ground, until } from '#scripts/play/ground.ts'
import type { NightFerryPeople } from '#scripts/play/night-ferry.ts'
import { castBallot } from '#scripts/play/voter.ts'
import { hangWorks } from '#scripts/play/works.ts'

/** Where a round can stand on the desk and on its pages, in its order. */
const STAGES = [
  'filling',
  'to-open',
  'opened',
  'voting',
  'sealing',
  'to-close',
  'challenge',
  'to-mint',
  'minted',
] as const
export type Stage = (typeof STAGES)[number]

const WORKS = [
  { prompt: 'A flat shore in grey and sand, two inks', count: 2 },
  { prompt: 'Seaweed, pressed, in Prussian blue', count: 1 },
]

/** One short round that is brought from stage to stage; it never goes back. */
export function shortRound(
  { ground, people }: { ground: Ground; people: NightFerryPeople },
  input: CreateRoundInput,
): (stage: Stage) => Promise<RoundView> {
  const { director, creators, signed } = people
  let round: RoundView | undefined
  let reached = -1

  async function begin(): Promise<RoundView> {
    const begun = await beginRound(director, {
      ...input,
      submissionsSeconds: 600,
      openingSeconds: 900,
      votingSeconds: 900,
      challengeSeconds: 600,
      sealGrace: 300,
    })
    await hangWorks(ground, creators, begun, WORKS)
    return begun
  }

  async function vote(begun: RoundView): Promise<void> {
    const open = await awaitVoting(ground, director, begun)
    for (const [n, voter] of signed.slice(0, 7).entries())
      await castBallot(voter, open, { numbers: n % 3 === 0 ? [1, 3] : [3], now: await ground.clock.now() })
  }

  const steps: Record<Exclude<Stage, 'filling'>, (round: RoundView) => Promise<unknown>> = {
    async 'to-open'(begun) {
      await ground.clock.waitUntil(begun.rules.submissionsCloseAt)
      await until('the numbers of the works', async () => {
        const { candidateRoot } = await readRound(director, begun)
        return candidateRoot
      })
    },
    opened: (begun) => openOnChain(ground, director, begun),
    voting: vote,
    sealing: async ({ rules }) => ground.clock.waitUntil(rules.closesAt + 1),
    async 'to-close'(begun) {
      const { closesAt, sealGrace } = begun.rules
      await until('the anchored log', async () => {
        const { chain, ballotCount } = await readRound(director, begun)
        return (chain.anchored?.size ?? 0) >= ballotCount ? true : null
      })
      await ground.clock.waitUntil(closesAt + sealGrace)
      await until('the counted result', async () => {
        const { ready } = await director.ask<{ ready: boolean }>(
          'GET',
          `/api/v1/rounds/${begun.roundId}/closing`,
        )
        return ready ? true : null
      })
    },
    challenge: (begun) => closeVoting(ground, director, begun),
    async 'to-mint'(begun) {
      const { chain } = await readRound(director, begun)
      await ground.clock.waitUntil((chain.finalAt ?? 0) + 1)
    },
    minted: (begun) => mintWinners(ground, director, begun),
  }

  return async (stage) => {
    round ??= await begin()
    for (const next of STAGES.slice(Math.max(1, reached + 1), STAGES.indexOf(stage) + 1))
      if (next !== 'filling') await steps[next](round)
    reached = Math.max(reached, STAGES.indexOf(stage))
    return round
  }
}
