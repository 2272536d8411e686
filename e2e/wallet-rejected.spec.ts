import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { expect, test } from './story.ts'

test('a rejected signature is a choice: nothing is lost, and signing again works', async ({
  page,
  people,
  walletOf,
}) => {
  const curator = people.undecided[4]
  if (!curator) throw new Error('the demo has too few curators')
  const wallet = await walletOf(curator)
  const wall = new WallPage(page)
  const ballot = new BallotPage(page)
  await wall.open('two-inks')
  await wall.pick(3)
  await wall.pick(4)
  await wall.reviewBallot()
  await page.getByLabel('Note').fill('Kept through a rejection.')
  await ballot.connect(wallet.name)

  wallet.mood = 'rejects'
  await ballot.sign()
  const told = page.getByRole('status').filter({ hasText: 'You closed the wallet.' })
  await expect(told).toContainText('Your ballot is kept.')
  await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0)
  await expect(page.getByLabel('Note')).toHaveValue('Kept through a rejection.')
  await expect(page.getByText('#3 #4', { exact: true })).toBeVisible()

  wallet.mood = 'waits'
  await told.getByRole('button', { name: 'Back' }).click()
  await ballot.sign()
  await expect(page.getByText('Your wallet is open')).toBeVisible()
  wallet.mood = 'signs'
  wallet.release()
  expect(await ballot.receiptNumber()).toBeGreaterThan(0)
})

test('a wallet that never answers can be left', async ({ page, people, walletOf }) => {
  const curator = people.undecided[5]
  if (!curator) throw new Error('the demo has too few curators')
  const wallet = await walletOf(curator)
  const wall = new WallPage(page)
  const ballot = new BallotPage(page)
  await wall.open('two-inks')
  await wall.pick(6)
  await wall.reviewBallot()
  await ballot.connect(wallet.name)
  wallet.mood = 'waits'
  await ballot.sign()
  await page.getByRole('button', { name: 'Stop waiting' }).click()
  await expect(ballot.signButton).toBeEnabled()
  // A late signature after that is not sent.
  wallet.mood = 'signs'
  wallet.release()
  await page.waitForTimeout(1_000)
  await expect(ballot.signButton).toBeEnabled()
  await expect(page).toHaveURL(/\/ballot$/)
})
