import { BallotPage } from './pages/ballot-page.ts'
import { WallPage } from './pages/wall-page.ts'
import { expect, test } from './story.ts'

const ELSEWHERE = 10

test('a wallet on another network is led back, and the ballot is kept', async ({
  page,
  people,
  walletOf,
}) => {
  const curator = people.undecided[6]
  if (!curator) throw new Error('the demo has too few curators')
  const wallet = await walletOf(curator, { chainId: ELSEWHERE })
  const wall = new WallPage(page)
  const ballot = new BallotPage(page)
  await wall.open('two-inks')
  await wall.pick(7)
  await wall.reviewBallot()
  // Connecting asks the wallet to switch, and it does.
  await ballot.connect(wallet.name)
  await expect(ballot.signButton).toBeEnabled()

  await wallet.moveTo(ELSEWHERE)
  await expect(page.getByText(/^Your wallet is on another network/)).toBeVisible()
  await expect(ballot.signButton).toHaveCount(0)
  wallet.mood = 'rejects'
  const back = page.getByRole('button', { name: /^Switch to/ })
  await back.click()
  await expect(back).toBeEnabled()
  wallet.mood = 'signs'
  await back.click()
  await expect(page.getByRole('cell', { name: '#7', exact: true })).toBeVisible()
  await ballot.sign()
  expect(await ballot.receiptNumber()).toBeGreaterThan(0)
})
