import type { Page } from '@playwright/test'
import { ROUNDS } from '#scripts/screens/rounds.ts'
import { type Area, type Screen, show, type Visit } from '#scripts/screens/screen.ts'
import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { BorrowMenu } from '#scripts/testing/pages/borrow-menu.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'

const WALL = `/rounds/${ROUNDS.voting}?order=number`
/** None of the chains that a ballot of the round may be signed for. */
const ELSEWHERE = 56

/** From the wall to the ballot page, with works picked. */
export async function review(page: Page, numbers: readonly number[]): Promise<BallotPage> {
  const wall = new WallPage(page)
  for (const number of numbers) await wall.pick(number)
  await wall.reviewBallot()
  return new BallotPage(page)
}

async function connected({ page, wallet }: Visit, numbers: readonly number[]): Promise<BallotPage> {
  const ballot = await review(page, numbers)
  await ballot.connect(wallet.name)
  return ballot
}

/** The wallet was asked, and answers as its mood is. */
async function asked(visit: Visit, mood: 'waits' | 'rejects'): Promise<void> {
  const ballot = await connected(visit, [2, 5])
  await visit.page.getByLabel('Note').fill('The second ink holds the first.')
  visit.wallet.mood = mood
  await ballot.sign()
  await visit.page.getByText(mood === 'waits' ? 'Your wallet is open' : 'You closed the wallet.').waitFor()
}

type At = NonNullable<Screen['as']>
const undecided: At = ({ undecided }, seat) => undecided[6 + seat]

const beforeSigning: Screen[] = [
  { name: 'nothing picked', path: `/rounds/${ROUNDS.voting}/ballot` },
  { name: 'two picked', path: WALL, enter: ({ page }) => review(page, [2, 5]) },
  {
    name: 'votes of an address',
    path: WALL,
    async enter({ page, demo }) {
      const ballot = await review(page, [2, 5])
      await ballot.showVotesOf(demo.people.undecided[0]?.address ?? '')
      await ballot.votes(/votes at block/).waitFor()
    },
  },
  {
    name: 'wallet dialog',
    path: WALL,
    as: undecided,
    async enter({ page }) {
      await review(page, [2, 5])
      await page.getByRole('button', { name: 'Connect a wallet to sign' }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'borrow an identity',
    path: WALL,
    async enter({ page }) {
      await review(page, [2, 5])
      await new BorrowMenu(page).open()
    },
  },
  {
    name: 'ready to sign',
    path: WALL,
    as: undecided,
    async enter(visit) {
      const ballot = await connected(visit, [2, 5])
      await show(ballot.signButton)
    },
  },
]

const wallet: Screen[] = [
  { name: 'the wallet is open', path: WALL, as: undecided, enter: (visit) => asked(visit, 'waits') },
  {
    name: 'open for 45 seconds',
    path: WALL,
    as: undecided,
    async enter(visit) {
      const { page } = visit
      await page.clock.install()
      await asked(visit, 'waits')
      await page.clock.fastForward(46_000)
      await page.getByText('No answer yet.').waitFor()
      await show(visit.page.getByText('No answer yet.'))
    },
  },
  {
    name: 'rejected, the ballot kept',
    path: WALL,
    as: undecided,
    async enter(visit) {
      await asked(visit, 'rejects')
      await show(visit.page.getByText('You closed the wallet.'))
    },
  },
  {
    name: 'wrong network',
    path: WALL,
    as: undecided,
    async enter(visit) {
      await connected(visit, [2, 5])
      await visit.wallet.moveTo(ELSEWHERE)
      await show(visit.page.getByText(/^Your wallet is on another network/))
    },
  },
  {
    name: 'votes never delegated',
    path: WALL,
    as: ({ sleeper }) => sleeper,
    async enter(visit) {
      await connected(visit, [2, 5])
      await show(visit.page.getByText(/not delegated to this account at the snapshot/))
    },
  },
  {
    name: 'no votes',
    path: WALL,
    as: ({ stranger }) => stranger,
    async enter(visit) {
      await connected(visit, [2, 5])
      await show(visit.page.getByText('This account holds none of the round’s tokens.'))
    },
  },
  {
    name: 'refused: the number is used',
    path: WALL,
    as: ({ signed }, seat) => signed[seat],
    async enter(visit) {
      const ballot = await connected(visit, [3])
      await ballot.sign()
      await show(visit.page.getByText('sequence-used'))
    },
  },
]

const around: Screen[] = [
  { name: 'before the opening', path: `/rounds/${ROUNDS.filling}/ballot` },
  { name: 'closed', path: `/rounds/${ROUNDS.minted}/ballot` },
  { name: 'power', path: `/rounds/${ROUNDS.voting}/power` },
  {
    name: 'power of an address',
    path: async ({ people }) => `/rounds/${ROUNDS.voting}/power?address=${people.undecided[0]?.address}`,
  },
  {
    name: 'power of none',
    path: async ({ people }) => `/rounds/${ROUNDS.voting}/power?address=${people.stranger.address}`,
  },
  { name: 'power of no address', path: `/rounds/${ROUNDS.voting}/power?address=nobody` },
]

/** What a signed ballot becomes; it stays in the log. */
export const receipts: Screen[] = [
  {
    name: 'signed: the receipt',
    path: WALL,
    as: undecided,
    async enter(visit) {
      const ballot = await connected(visit, [2, 5])
      await ballot.sign()
      await ballot.receiptNumber()
      await visit.page.getByText(/newest so far/).waitFor()
    },
  },
  {
    name: 'receipt, if it ever does not hold',
    path: WALL,
    as: ({ undecided }, seat) => undecided[8 + seat],
    async enter(visit) {
      const ballot = await connected(visit, [1, 4])
      await ballot.sign()
      await ballot.receiptNumber()
      const remedy = visit.page.getByText('If it ever does not hold')
      await remedy.click()
      await show(remedy)
    },
  },
  {
    name: 'a ballot that is changed',
    path: WALL,
    as: ({ undecided }, seat) => undecided[10 + seat],
    async enter(visit) {
      const { page } = visit
      const ballot = await connected(visit, [2, 5])
      await ballot.sign()
      await ballot.receiptNumber()
      await page.getByRole('link', { name: 'Change the ballot' }).click()
      await page
        .getByRole('button', { name: /^Take off/ })
        .first()
        .click()
      await page.getByLabel('Note').fill('Only the one, on reflection.')
      await page.getByRole('button', { name: /^Sign ballot: 1 work,/ }).waitFor()
    },
  },
]

export const ballot: Area = { name: 'ballot', screens: [...beforeSigning, ...wallet, ...around] }
