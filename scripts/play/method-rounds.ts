import type { MethodId } from '#lib/protocol/rules.ts'
import type { CreateRoundInput, RoundView } from '#lib/rounds/schema.ts'
import { asked } from './asked-works.ts'
import { awaitPictures } from './creator.ts'
import { awaitVoting, beginRound, closeVoting, openOnChain, readRound } from './director.ts'
import type { Ground } from './ground.ts'
import { NIGHT_FERRY, nightFerryPeople } from './night-ferry.ts'
import { castVotes } from './votes.ts'
import { PICTURE_SECONDS, signBriefs } from './works.ts'

const MINUTE = 60
const DAY = 86_400

type Theme = Pick<CreateRoundInput, 'title' | 'brief' | 'maxChoices'> & { prompts: readonly string[] }

/** One small round of the demo's community for each method. */
const THEMES: Record<MethodId, Theme> = {
  single: {
    title: 'One Sheet Crosses',
    brief: 'If only one sheet could cross tonight, which?',
    prompts: [
      'Three hills at dusk in black and red',
      'Nine constellations on a dark sky',
      'Ginkgo, six leaves, in sepia',
    ],
  },
  approval: {
    title: 'Any That Float',
    brief: 'Whatever would not sink.',
    prompts: [
      'Seven islands and their tides, in blue and rust',
      'Kelp, seven fronds, wild, in indigo',
      'Twelve moons, one gold',
    ],
  },
  weighted: {
    title: 'A Hundred Parts',
    brief: 'Weights for a set of scales.',
    prompts: [
      'Strata in ochre and brown, two faults',
      'Orbits of six planets, one red',
      'Plaid blanket in wine and brown',
    ],
  },
  quadratic: {
    title: 'Dear Votes',
    brief: 'What is worth paying for twice?',
    prompts: [
      'Forty windows at night, one lit',
      'A fern in Prussian blue and rust',
      'A lagoon in indigo and rose',
    ],
  },
  score: {
    title: 'Out of Five',
    brief: 'Marks for a logbook.',
    prompts: [
      'Reeds, nine blades, leaning, in olive',
      'A canyon in red and pink, wild',
      'Sixteen triangles in rust and black, one turned wrong',
    ],
  },
  ranked: {
    title: 'In This Order',
    brief: 'First, second, third across the gangway.',
    prompts: [
      'A peak and five pines in green and ochre',
      'The sea at night in indigo and yellow',
      'Twenty-four moons in wine and black',
    ],
  },
  pairwise: {
    title: 'Face to Face',
    brief: 'Two at a time, across the table.',
    prompts: [
      'Five drill cores in green and brown',
      'Dill, four stems, leaning, in madder',
      'A strait between two shores, in indigo and ochre',
    ],
    maxChoices: 12,
  },
}

const PICTURES = 2
/** Who signs in such a round, of those who have signed in the demo's open one; the undecided are left to visitors. */
const VOTERS = 9

export type MethodRoundsOptions = {
  /** `voting` leaves the rounds open for a week with ballots in their logs; `final` anchors the results. */
  until: 'voting' | 'final'
  /** Tells these rounds from others by the same methods. */
  name: string
}

/**
 * Rounds of six works in the demo's community, one by each of the methods, played by its people. The stages are lived
 * through together: the clock of the instance moves by half an hour, and by as much again until `final`.
 */
export async function playMethodRounds(
  ground: Ground,
  methods: readonly MethodId[],
  { until, name }: MethodRoundsOptions,
): Promise<RoundView[]> {
  const people = nightFerryPeople(ground)
  const { director } = people
  await director.arrive()
  const rounds: RoundView[] = []
  const signed = []
  for (const method of methods) {
    const { prompts, ...theme } = THEMES[method]
    const round = await beginRound(director, {
      ...theme,
      community: NIGHT_FERRY.slug,
      method,
      slug: `${method}-${name}`,
      places: method === 'single' ? 1 : 2,
      submissionsSeconds: 10 * MINUTE,
      openingSeconds: 15 * MINUTE,
      votingSeconds: until === 'voting' ? 7 * DAY : 15 * MINUTE,
      challengeSeconds: MINUTE,
      sealGrace: MINUTE,
    })
    rounds.push(round)
    signed.push(
      ...(await signBriefs(people.creators, round, asked(prompts, PICTURES))).map((brief) => ({
        ...brief,
        round,
      })),
    )
  }
  for (const { creator, accepted, round } of signed)
    await awaitPictures(creator, round, accepted, PICTURE_SECONDS * signed.length * PICTURES)
  // All on chain before the clock moves on to the first opening: a round that misses its own is cancelled.
  for (const round of rounds) await openOnChain(ground, director, round)
  const voters = people.signed.slice(0, VOTERS)
  for (const [at, round] of rounds.entries()) {
    const open = await awaitVoting(ground, director, round)
    await castVotes(ground, voters, open, { once: until === 'voting' })
    rounds[at] = await readRound(director, round)
    ground.tell(`${round.title}, by ${round.rules.method}: ${ground.site.origin}/rounds/${round.slug}`)
  }
  if (until === 'voting') return rounds
  for (const round of rounds) await closeVoting(ground, director, round)
  for (const [at, round] of rounds.entries()) {
    const { chain } = await readRound(director, round)
    await ground.clock.waitUntil((chain.finalAt ?? 0) + 1)
    rounds[at] = await readRound(director, round)
  }
  return rounds
}
