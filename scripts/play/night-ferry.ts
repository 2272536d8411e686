import type { CreateRoundInput } from '#lib/rounds/schema.ts'
import type { Founding, Holding } from './community.ts'
import type { Ground } from './ground.ts'
import { localKey } from './people.ts'
import { Visitor } from './visitor.ts'

/** The demo's community, its people and its rounds. */
export const NIGHT_FERRY: Omit<Founding, 'guardian' | 'treasury'> = {
  slug: 'night-ferry',
  name: 'Night Ferry',
  symbol: 'FERRY',
  description: 'Prints for the long crossing: one sheet each, chosen by the people who hang them.',
  licence: 'CC-BY-4.0',
  token: { name: 'Night Ferry votes', symbol: 'FERRY' },
  edition: { name: 'Night Ferry editions', symbol: 'NFE', votesEach: 10 },
  minChallenge: 60,
}

const HOUR = 3600

export type Story = {
  round: Omit<CreateRoundInput, 'community'> & { title: string }
  /** Pictures for each brief. */
  count: number
  briefs: readonly string[]
  /** How far it is lived: filling, open for votes with so many voters, or minted. */
  until: { stage: 'filling' } | { stage: 'voting' | 'minted'; voters: number }
  /** It begins this many hours before now. */
  hoursAgo: number
}

const WINNER_LAST: Story = {
  round: {
    slug: 'one-turned-wrong',
    title: 'One Turned Wrong',
    brief: 'A sheet with a rule and one exception to it. The eye should find it late.',
    submissionsSeconds: 12 * HOUR,
    openingSeconds: 2 * HOUR,
    votingSeconds: 24 * HOUR,
    challengeSeconds: 6 * HOUR,
    places: 3,
    maxChoices: 4,
  },
  count: 2,
  briefs: [
    'Three hills at dusk, one red sun going under',
    'Forty windows at night, one lit',
    'Twelve moons in black, one red',
    'A cloth with a white moon over dark green',
    'Sixteen quarter circles in verdigris and madder, one turned wrong',
    'Orbits of six planets, night, one gold',
    'Strata in ochre and brown, two faults, a low sun',
    'A jug, a flask and a branch on a blue evening table, three plums',
  ],
  until: { stage: 'minted', voters: 11 },
  hoursAgo: 94,
}

const TWO_INKS: Story = {
  round: {
    slug: 'two-inks',
    title: 'Two Inks',
    brief: 'Two inks, one sheet, nothing else.',
    submissionsSeconds: 24 * HOUR,
    openingSeconds: 4 * HOUR,
    votingSeconds: 7 * 24 * HOUR,
    challengeSeconds: 24 * HOUR,
    places: 3,
    maxChoices: 4,
  },
  count: 2,
  briefs: [
    'A fern pressed on Prussian blue',
    'Woven steps in indigo and rust',
    'Seven islands and their tides, in blue and sienna on laid paper',
    'Overprinted shapes in vermilion and black',
    'Five drill cores of a green ground',
    'A lake chart in black and green, dense lines',
    'A folded canyon in red and pink, wild',
    'Plaid blanket in wine and brown, fine thread',
    'Ginkgo leaves, four leaves, van dyke sepia',
    'Two bottles and a bowl, quiet, in white and grey',
  ],
  until: { stage: 'voting', voters: 5 },
  hoursAgo: 44,
}

const WEATHER: Story = {
  round: {
    slug: 'weather-report',
    title: 'Weather Report',
    brief: 'The weather of one place, on one day, without a word.',
    submissionsSeconds: 48 * HOUR,
    openingSeconds: 12 * HOUR,
    votingSeconds: 5 * 24 * HOUR,
    places: 2,
    maxChoices: 4,
  },
  count: 2,
  briefs: [
    'Cow parsley, three stems, windblown',
    'A tenement street in snow, two lamps lit',
    'The sea at night, no island',
    'Shutters at noon, twenty windows, none lit, siesta',
    'Furrows in winter, black field under a white sky',
    'One mountain and seven pines in rain',
  ],
  until: { stage: 'filling' },
  hoursAgo: 3,
}

/** In the order of their beginnings; the clock only goes forward. */
export const STORIES: readonly Story[] = [WINNER_LAST, TWO_INKS, WEATHER]

/** Everybody of the demo, by what they are to it. Their keys are worth nothing off a local chain. */
export function nightFerryPeople({ site }: Pick<Ground, 'site'>) {
  const person = (role: string) => new Visitor(site, localKey(`night-ferry ${role}`))
  const many = (role: string, count: number) =>
    Array.from({ length: count }, (_, n) => person(`${role} ${n}`))
  return {
    director: person('director'),
    guardian: person('guardian'),
    treasury: person('treasury'),
    creators: many('creator', 8),
    /** The first of them have voted in the open round, the last have not. */
    curators: many('curator', 12),
    /** Holds votes and never delegated them: they weigh nothing. */
    sleeper: person('sleeper'),
    /** Holds nothing. */
    stranger: person('stranger'),
  }
}

export type NightFerryPeople = ReturnType<typeof nightFerryPeople>

export function holdingsOf({ curators, sleeper }: NightFerryPeople): Holding[] {
  const held = curators.map((holder, n) => ({ holder, votes: 40 + ((n * 35) % 120), editions: n % 3 }))
  return [...held, { holder: sleeper, votes: 75, delegates: false }]
}
