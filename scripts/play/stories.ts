import type { CreateRoundInput } from '#lib/rounds/schema.ts'
import { asked, type Pace, type Wanted } from './asked-works.ts'

const HOUR = 3600
const DAY = 24 * HOUR

export type Story = {
  round: Omit<CreateRoundInput, 'community'> & { title: string }
  works: readonly Wanted[]
  /** It begins this many hours before now. */
  hoursAgo: number
}

/** The demo's rounds: one decided, one open for votes, one that fills while one watches. */
export type Stories = { minted: Story; voting: Story; filling: Story & { pace: Pace } }

const ONE_TURNED_WRONG = [
  'Three hills at dusk, one red sun going under',
  'Twelve moons in black, one red',
  'Sixteen quarter circles in verdigris and madder, one turned wrong',
  'Strata in ochre and brown, two faults, a low sun',
  'Orbits of six planets, night, one gold',
  'Forty windows at night, one lit',
]

const TWO_INKS = [
  'Seven islands and their tides, in blue and sienna on laid paper',
  'A fern in Prussian blue and rust',
  'Three hills at dusk in black and red',
  'Overprinted shapes in vermilion and black',
  'A folded canyon in red and pink, wild',
  'Night sky, nine constellations, in blue and vermilion',
  'Thirty-six quarter circles in black and orange, one turned wrong',
  'Cow parsley, three stems, windblown, in indigo and rose',
  'A lake chart in black and green, dense lines',
  'The sea at night in indigo and yellow',
  'Five drill cores in green and brown',
  'Twenty-four moons in wine and black',
  'Woven steps in indigo and rust',
  'Ginkgo, four leaves, in sepia and gold',
  'A strait between two shores, in indigo and ochre',
  'Sixty-four triangles in ultramarine and red, one turned wrong',
  'A peak and five pines in green and ochre',
  'Seaweed, five fronds, restless, in verdigris and black',
  'Orbits of six planets at night, in indigo and gold',
  'Strata in ochre and black, two faults',
  'One isle in a wide tide, in Prussian blue and vermilion, sparse',
  'Five overprinted shapes in ultramarine and orange on newsprint paper',
  'Reeds, nine blades, leaning, in olive and brown',
  'Plaid blanket in wine and brown, fine thread',
]

const WEATHER_REPORT = [
  'One mountain and seven pines in rain',
  'Night sky in winter, seven constellations',
  'Meadow grass, eleven blades, windblown',
  'A cliff in summer, level, a low sun',
  'The sea at night, no island',
  'Furrows in winter, black field under a white sky',
  'Three islands after the storm, restless tides, in grey and red',
  'Four hills at dawn in snow',
  'Reeds in a cold dawn, seven blades, leaning',
  'A calm sea at noon, a low sun',
  'A peak in snow at dusk',
  'Nine windows in rain, one lit',
  'Ridges before rain, dense pines, grey',
  'A valley in autumn, five pines, evening',
]

const MINTED: Story['round'] = {
  slug: 'one-turned-wrong',
  title: 'One Turned Wrong',
  brief: 'A sheet with a rule and one exception to it. The eye should find it late.',
  submissionsSeconds: 12 * HOUR,
  openingSeconds: 2 * HOUR,
  votingSeconds: 24 * HOUR,
  challengeSeconds: 6 * HOUR,
  places: 3,
  maxChoices: 4,
}

/** It takes briefs while the other is decided, so that its pictures are made meanwhile. */
const VOTING: Story['round'] = {
  slug: 'two-inks',
  title: 'Two Inks',
  brief: 'Two inks, one sheet, nothing else.',
  submissionsSeconds: 3 * DAY,
  openingSeconds: 4 * HOUR,
  votingSeconds: 7 * DAY,
  challengeSeconds: DAY,
  places: 3,
  maxChoices: 4,
  maxCandidates: 120,
}

/** It takes briefs for longer than the other is open, so that there is one left when that is skipped to its close. */
const FILLING: Story['round'] = {
  slug: 'weather-report',
  title: 'Weather Report',
  brief: 'The weather of one place, on one day, without a word.',
  submissionsSeconds: 10 * DAY,
  openingSeconds: 12 * HOUR,
  votingSeconds: 5 * DAY,
  places: 2,
  maxChoices: 4,
  maxCandidates: 120,
}

/** Ninety hours back a round begins, lives through its days on a moved clock, and is decided by now. */
const HOURS_AGO = { minted: 94, voting: 93, filling: 3 }

/** 24, 120 and 84 works: thirty of the last are asked for at once, then two every ten seconds. */
export const FULL: Stories = {
  minted: { round: MINTED, works: asked(ONE_TURNED_WRONG, 4), hoursAgo: HOURS_AGO.minted },
  voting: { round: VOTING, works: asked(TWO_INKS, 5), hoursAgo: HOURS_AGO.voting },
  filling: {
    round: FILLING,
    works: [1, 2, 3].flatMap(() => asked(WEATHER_REPORT, 2)),
    hoursAgo: HOURS_AGO.filling,
    pace: { atOnce: 15, everySeconds: 10 },
  },
}

/** The same stories with few works, for tests. */
export const SMALL: Stories = {
  minted: { ...FULL.minted, works: asked(ONE_TURNED_WRONG.slice(0, 4), 2) },
  voting: { ...FULL.voting, works: asked(TWO_INKS.slice(0, 8), 2) },
  filling: {
    ...FULL.filling,
    works: asked(WEATHER_REPORT.slice(0, 6), 1),
    pace: { atOnce: 4, everySeconds: 1 },
  },
}
