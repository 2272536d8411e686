import { BallotPage } from './pages/ballot-page.ts'
import { WallPage } from './pages/wall-page.ts'
import { expect, test } from './story.ts'

test('a wallet on another network is led back, and the ballot is kept', async ({
  page,
  people,
  walletOf,
}) => {
  const curator = people.curators[11]
  if (!curator) throw new Error('the demo has too few curators')
  const wallet = await walletOf(curator, { chainId: 10 })
  const wall = new WallPage(page)
  const ballot = new BallotPage(page)
  await wall.open('two-inks')
  await wall.pick(7)
  await wall.reviewBallot()
  await page.getByRole('button', { name: 'Connect a wallet to sign' }).click()
  await page.getByRole('dialog').getByRole('button', { name: wallet.name }).click()
  await expect(page.getByText(/Your wallet is on another network/)).toBeVisible()
  await expect(ballot.signButton).toHaveCount(0)

  await page.getByRole('button', { name: /^Switch to/ }).click()
  await expect(ballot.signButton).toBeEnabled()
  await expect(page.getByText('#7', { exact: true }).first()).toBeVisible()
  await ballot.sign()
  expect(await ballot.receiptNumber()).toBeGreaterThan(0)
})
