import type { Page } from '@playwright/test'
import type { NightFerryPeople } from '#scripts/play/night-ferry.ts'
import type { Visitor } from '#scripts/play/visitor.ts'
import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { expect, test } from './story.ts'

/** None of the chains that a ballot of the round may be signed for. */
const ELSEWHERE = 56
/** One of them. */
const OPTIMISM = 10

function curatorAt({ undecided }: NightFerryPeople, index: number): Visitor {
  const curator = undecided[index]
  if (!curator) throw new Error('the demo has too few curators')
  return curator
}

/** The ballot page of Two Inks, with one work picked. */
async function reviewedWith(page: Page, number: number): Promise<BallotPage> {
  const wall = new WallPage(page)
  await wall.open('two-inks')
  await wall.pick(number)
  await wall.reviewBallot()
  return new BallotPage(page)
}

test('a wallet on another network is led back, and the ballot is kept', async ({
  page,
  people,
  walletOf,
}) => {
  const wallet = await walletOf(curatorAt(people, 6), { chainId: ELSEWHERE })
  const ballot = await reviewedWith(page, 7)
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

test('a wallet that stands on another of the round’s networks is not asked to leave it', async ({
  page,
  people,
  walletOf,
}) => {
  const wallet = await walletOf(curatorAt(people, 12), { chainId: OPTIMISM })
  // Whoever asks this wallet to switch gets no for an answer.
  wallet.mood = 'rejects'
  const ballot = await reviewedWith(page, 5)
  await ballot.connect(wallet.name)
  await expect(page.getByText(/^Verso 1, chain 10,/)).toBeVisible()
  expect(wallet.asked).toEqual([])
  wallet.mood = 'signs'
  await ballot.sign()
  expect(await ballot.receiptNumber()).toBeGreaterThan(0)
})

test('a wallet that goes to another of the round’s networks signs there', async ({
  page,
  people,
  walletOf,
}) => {
  const wallet = await walletOf(curatorAt(people, 11))
  const ballot = await reviewedWith(page, 3)
  await ballot.connect(wallet.name)
  await wallet.moveTo(OPTIMISM)
  await expect(page.getByText(/^Verso 1, chain 10,/)).toBeVisible()
  await ballot.sign()
  expect(await ballot.receiptNumber()).toBeGreaterThan(0)
})
