import type { RoundSummary } from '#lib/rounds/schema.ts'
import { asked } from './asked-works.ts'
import type { Story } from './stories.ts'

const MINUTE = 60
const DAY = 86_400

type Theme = { slug: string; title: string; brief: string; prompts: readonly string[] }

/** What the community turns to when nothing is open for votes, one after the other. */
const THEMES: readonly Theme[] = [
  {
    slug: 'small-hours',
    title: 'Small Hours',
    brief: 'Between midnight and the first ferry: what is still awake?',
    prompts: [
      'Midnight hills, dense pines',
      'Twelve moons at night, one gold',
      'A valley at night in snow, nine pines',
      'Orbits of five planets, night, one red',
      'Nine constellations on a dark sky',
      'Thirty windows at midnight, two lit',
    ],
  },
  {
    slug: 'low-water',
    title: 'Low Water',
    brief: 'What the tide leaves, and the line it leaves it on.',
    prompts: [
      'A still sea at dawn, a low sun',
      'Five islands and their tides, in verdigris and rust',
      'Seaweed, three fronds, on Prussian blue',
      'A coast at low water, in sepia and blue, sparse lines',
      'A strait with dense tides, in black and red',
      'A lagoon in indigo and rose',
    ],
  },
  {
    slug: 'pressed-flat',
    title: 'Pressed Flat',
    brief: 'One plant, one sheet, one sun.',
    prompts: [
      'Ginkgo, six leaves, van dyke sepia',
      'Dill, four stems, leaning, in madder',
      'Reeds, twelve blades, still, in olive',
      'Kelp, seven fronds, wild, in indigo',
      'Cow parsley, five stems, in brown and gold',
      'A fern pressed on Prussian blue',
    ],
  },
  {
    slug: 'underfoot',
    title: 'Underfoot',
    brief: 'The ground, from above or cut through.',
    prompts: [
      'Furrows in autumn, a low sun',
      'Seven drill cores of a red ground',
      'A canyon in ochre and brown, wild, three faults',
      'Strata in green and grey, level, thin layers',
      'A field at dusk, no sun',
      'Sixteen triangles in rust and black, one turned wrong',
    ],
  },
]

const PICTURES = 4

type Known = Pick<RoundSummary, 'title' | 'state'>

const titleOf = (n: number) => {
  const theme = THEMES[n % THEMES.length]
  const turn = Math.floor(n / THEMES.length) + 1
  return { theme, turn, title: turn === 1 ? theme?.title : `${theme?.title} ${turn}` }
}

/** The n-th of these rounds, counted from 0; the list begins anew with a number behind its titles. */
export function freshStory(n: number): Story {
  const { theme, turn, title } = titleOf(n)
  if (!theme || !title) throw new Error(`there is no fresh round ${n}`)
  const { slug, brief, prompts } = theme
  return {
    round: {
      slug: turn === 1 ? slug : `${slug}-${turn}`,
      title,
      brief,
      // Short, because living through them moves the clock of everything else.
      submissionsSeconds: 10 * MINUTE,
      openingSeconds: 5 * MINUTE,
      votingSeconds: 7 * DAY,
      challengeSeconds: DAY,
      places: 3,
      maxChoices: 4,
    },
    works: asked(prompts, PICTURES),
    hoursAgo: 0,
  }
}

/**
 * The round to bring to its votes now: none while one is open for them, else the one that was begun and
 * left in its submissions, else the next of the list.
 */
export function freshRoundFor(rounds: readonly Known[]): number | null {
  if (rounds.some(({ state }) => state === 'voting')) return null
  let n = 0
  for (; ; n += 1) {
    const { title } = titleOf(n)
    const standing = rounds.filter((round) => round.title === title)
    if (standing.length === 0 || standing.some(({ state }) => state === 'submissions')) return n
  }
}
