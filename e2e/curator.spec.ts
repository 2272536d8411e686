import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { expectShownIsAsked } from '#scripts/testing/pages/typed-sheet.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { expect, test } from './story.ts'

test('a curator looks, picks, signs one ballot, and changes it @phone', async ({
  page,
  people,
  walletOf,
}, info) => {
  // Desktop and phone are two people: a ballot stays in the log.
  const [curator] = people.undecided.slice(info.project.name === 'phone' ? 3 : 2)
  if (!curator) throw new Error('the demo has too few curators')
  const wallet = await walletOf(curator)
  const wall = new WallPage(page)
  const ballot = new BallotPage(page)

  await wall.open('two-inks')
  await wall.pick(2)
  await wall.pick(5)
  await wall.pick(9)
  await wall.takeOff(9)
  await page.reload()
  await expect(page.getByRole('button', { name: /^Picked #/ })).toHaveCount(2)
  await wall.reviewBallot()

  await ballot.showVotesOf(curator.address)
  await expect(ballot.votes(/^[1-9]\d* votes at block \d+/)).toBeVisible()
  expect(wallet.asked).toEqual([])

  await ballot.connect(wallet.name)
  await expect(ballot.signButton).toHaveText(/^Sign ballot: 2 works, [1-9]\d* votes, no gas/)
  await expect(page.getByText('#2 #5', { exact: true })).toBeVisible()
  wallet.mood = 'waits'
  await ballot.sign()
  await expect(page.getByText('Your wallet is open')).toBeVisible()
  await expectShownIsAsked(page, wallet.typed)
  wallet.mood = 'signs'
  wallet.release()
  const first = await ballot.receiptNumber()
  expect(wallet.asked).toEqual(['eth_signTypedData_v4'])

  await page.getByRole('link', { name: 'Change the ballot' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ballot' })).toBeVisible()
  await page
    .getByRole('button', { name: /^Take off/ })
    .first()
    .click()
  await page.getByLabel('Note').fill('Only the one, on reflection.')
  await expect(ballot.signButton).toHaveText(/^Sign ballot: 1 work,/)
  await ballot.sign()
  await expect(async () => expect(await ballot.receiptNumber()).toBeGreaterThan(first)).toPass()
  expect(wallet.asked).toHaveLength(2)
})

test('an account without votes is stopped before it signs, with the reason', async ({
  page,
  people,
  walletOf,
}) => {
  const wallet = await walletOf(people.sleeper)
  const wall = new WallPage(page)
  const ballot = new BallotPage(page)
  await wall.open('two-inks')
  await wall.pick(1)
  await wall.reviewBallot()
  await ballot.showVotesOf(people.stranger.address)
  await expect(page.getByText('This account holds none of the round’s tokens.')).toBeVisible()
  await ballot.connect(wallet.name)
  await expect(page.getByText(/not delegated to this account at the snapshot/)).toBeVisible()
  await expect(ballot.signButton).toBeDisabled()
  expect(wallet.asked).toEqual([])
})

test.describe('with a ballot from another device', () => {
  test.use({ expectedErrors: [/status of 409/] })
  test('a curator is told the next number and signs again', async ({ page, people, walletOf }) => {
    const [voted] = people.signed
    if (!voted) throw new Error('the demo has no curator')
    const wallet = await walletOf(voted)
    const wall = new WallPage(page)
    const ballot = new BallotPage(page)
    await wall.open('two-inks')
    await wall.pick(10)
    await wall.reviewBallot()
    await ballot.connect(wallet.name)
    await ballot.sign()
    const refused = page.getByRole('main').getByRole('alert')
    await expect(refused).toContainText('sequence-used')
    await expect(refused).toContainText('Your picks are kept.')
    await refused.getByRole('button', { name: 'Take the next number and sign again' }).click()
    await ballot.sign()
    expect(await ballot.receiptNumber()).toBeGreaterThan(4)
  })
})
