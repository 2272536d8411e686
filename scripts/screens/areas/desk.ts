import { NIGHT_FERRY } from '#scripts/play/night-ferry.ts'
import { ROUNDS } from '#scripts/screens/rounds.ts'
import { type Area, type Screen, show, type Visit } from '#scripts/screens/screen.ts'
import type { Stage } from '#scripts/screens/short-round.ts'
import { connect, signIn } from '#scripts/testing/pages/connect.ts'
import { DeskPage } from '#scripts/testing/pages/desk-page.ts'

const director: Screen['as'] = ({ director }) => director

const enterAs = ({ page, wallet }: Visit) => signIn(page, wallet.name)

/** A form that is sent as it stands. */
const sent = (button: string | RegExp) => (visit: Visit) =>
  visit.page.getByRole('button', { name: button }).click()

async function founding({ page, wallet, demo }: Visit): Promise<void> {
  const { guardian, treasury, director: by } = demo.people
  await new DeskPage(page).foundCommunity({
    name: 'Low Tide',
    symbol: 'LOW',
    slug: 'low-tide',
    token: by.address,
    guardian: guardian.address,
    treasury: treasury.address,
  })
  await signIn(page, wallet.name)
}

async function drafting({ page, wallet }: Visit): Promise<void> {
  const desk = new DeskPage(page)
  await desk.draftRound({
    community: NIGHT_FERRY.slug,
    title: 'Slack Water',
    brief: 'The hour when nothing moves.',
  })
  await desk.signIn(wallet.name)
}

const forms: Screen[] = [
  { name: 'before signing in', path: '/desk' },
  { name: 'signed in', path: '/desk', as: director, enter: enterAs },
  { name: 'signed in, nobody’s desk', path: '/desk', as: ({ stranger }) => stranger, enter: enterAs },
  { name: 'new community', path: '/desk/communities/new' },
  {
    name: 'new community, with errors',
    path: '/desk/communities/new',
    enter: sent('Review what is deployed'),
  },
  { name: 'new community, what is deployed', path: '/desk/communities/new', as: director, enter: founding },
  {
    name: 'new community, deployed',
    path: '/desk/communities/new',
    as: director,
    async enter(visit) {
      await founding(visit)
      await new DeskPage(visit.page).act('Deploy the collection')
      await visit.page.getByRole('button', { name: 'Show the community on this site' }).waitFor()
    },
  },
  { name: 'new round', path: '/desk/rounds/new' },
  {
    name: 'new round, with errors',
    path: '/desk/rounds/new',
    as: director,
    async enter(visit) {
      await sent('Go on')(visit)
      await enterAs(visit)
      await sent('Save the draft')(visit)
      await visit.page.getByRole('main').getByRole('alert').waitFor()
    },
  },
  { name: 'new round, to be saved', path: '/desk/rounds/new', as: director, enter: drafting },
  {
    name: 'draft',
    path: async (demo) => `/desk/rounds/${(await demo.draft()).rowId}`,
    as: director,
    enter: enterAs,
  },
]

/** The desk of the short round at a stage, with the director there. */
const at = (
  stage: Stage,
  name: string,
  { as = director, enter }: Pick<Screen, 'as' | 'enter'> = {},
): Screen => ({
  name,
  path: async (demo) => `/desk/rounds/${(await demo.short(stage)).roundId}`,
  as,
  ...(enter && { enter }),
})

const ready = ({ page, wallet }: Visit) => connect(page, wallet.name, 'Connect a wallet')

/** What the page says while the wallet is in a mood. */
const ANSWERS = {
  waits: 'Your wallet is open',
  rejects: 'You closed the wallet.',
  loses: 'Waiting for a block.',
} as const

/** The act is in the wallet, or came back from it. */
const acting = (act: string, mood: keyof typeof ANSWERS) => async (visit: Visit) => {
  await ready(visit)
  visit.wallet.mood = mood
  await new DeskPage(visit.page).act(act)
  await show(visit.page.getByText(ANSWERS[mood]))
}

/** The wall and the result of the short round, where they say what is awaited. */
const page = (stage: Stage, name: string, place: string): Screen => ({
  name,
  path: async (demo) => `/rounds/${(await demo.short(stage)).slug}${place}`,
})

/** Where the pictures of a round that takes briefs were made. */
const pictures = (name: string, as: Screen['as']): Screen => ({
  name,
  async path(demo) {
    const round = (await demo.listRounds()).find(({ slug }) => slug === ROUNDS.filling)
    if (!round) throw new Error('no round takes briefs')
    return `/desk/rounds/${round.id}/pictures`
  },
  as,
  enter: enterAs,
})

const OPEN = 'Open the round: 3 works'

const stages: Screen[] = [
  at('filling', 'filling'),
  at('filling', 'to be cancelled', {
    async enter(visit) {
      await sent(/^Cancel the round/)(visit)
      await enterAs(visit)
      await show(visit.page.getByLabel('Reason'))
    },
  }),
  at('filling', 'who makes the pictures', {
    enter: ({ page }) => show(page.getByRole('button', { name: 'Set', exact: true })),
  }),
  pictures('where pictures are made', director),
  pictures('where pictures are made, to others', ({ stranger }) => stranger),
  at('to-open', 'to be opened'),
  at('to-open', 'to be opened, connected', { enter: ready }),
  at('to-open', 'not the director', { as: ({ stranger }) => stranger, enter: ready }),
  at('to-open', 'the wallet is open', { enter: acting(OPEN, 'waits') }),
  at('to-open', 'rejected', { enter: acting(OPEN, 'rejects') }),
  at('to-open', 'sent, waiting for a block', { enter: acting(OPEN, 'loses') }),
  at('opened', 'opened, before the votes'),
  page('opened', 'wall before the votes', ''),
  at('voting', 'votes are being taken'),
  at('sealing', 'being sealed'),
  page('sealing', 'wall being counted', ''),
  page('sealing', 'result awaited', '/result'),
  at('to-close', 'to be closed', { enter: ready }),
  at('challenge', 'can be challenged'),
  page('challenge', 'result that can be challenged', '/result'),
  at('to-mint', 'to be minted', { enter: ready }),
  at('minted', 'minted'),
  {
    name: 'cancelled',
    path: async (demo) => `/desk/rounds/${(await demo.cancelled()).roundId}`,
  },
]

export const desk: Area = { name: 'desk', screens: forms }
export const deskStages: Area = { name: 'stages', screens: stages }
