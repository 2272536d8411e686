import type { RoundView } from '#lib/rounds/schema.ts'
import { submitBrief } from '#scripts/play/creator.ts'
import { beginRound, readRound } from '#scripts/play/director.ts'
import { DeskPage } from '#scripts/testing/pages/desk-page.ts'
import { expect, test } from './story.ts'

test.describe.configure({ mode: 'serial' })

let round: RoundView

test('a director says what counts and what it may cost, and nothing typed is lost', async ({
  page,
  people,
  walletOf,
}) => {
  const { director } = people
  await director.signIn()
  round = await beginRound(director, {
    community: 'night-ferry',
    title: 'Who Made It',
    brief: 'Something that is made more than once.',
  })
  const wallet = await walletOf(director)
  await page.goto(`/desk/rounds/${round.roundId}`)
  const budget = page.getByLabel('Budget of this round')
  const set = page.getByRole('button', { name: 'Set', exact: true })
  await page.getByRole('radio', { name: /^Weights of your own/ }).check()
  await page.getByLabel('Price', { exact: true }).fill('70')
  await budget.fill('a lot')
  await set.click()
  await expect(budget).toHaveAttribute('aria-invalid', 'true')
  await expect(budget).toHaveValue('a lot')
  await budget.fill('2.50')
  // The first press asks who one is, the second acts; what was chosen stands all the while.
  await set.click()
  await new DeskPage(page).signIn(wallet.name)
  await set.click()
  await expect(page.getByRole('status').filter({ hasText: 'It is set.' })).toBeVisible()
  await expect(budget).toHaveValue('2.50')
  expect((await readRound(director, round)).routing).toMatchObject({
    prefer: { cost: 700, speed: 300, quality: 300 },
  })
})

test('each picture says where it went and why, and a batch is quoted', async ({ page, people, walletOf }) => {
  const { director, creators } = people
  const [creator] = creators
  if (!creator) throw new Error('the demo has no creator')
  await creator.signIn()
  await submitBrief(creator, round, { prompt: 'One gull over slack water, two inks', name: 'Ines Okafor' })
  const wallet = await walletOf(director)
  await page.goto(`/desk/rounds/${round.roundId}/pictures`)
  await new DeskPage(page).signIn(wallet.name)
  await expect(page.getByText('Nothing of $2.50 spent.')).toBeVisible()
  const attempts = page.getByRole('list', { name: 'The last pictures asked for' })
  await expect(attempts.getByText(/^hung, after/)).toBeVisible({ timeout: 60_000 })
  await expect(attempts.getByText('Its creator chose it.')).toBeVisible()
  await page.getByLabel('Pictures', { exact: true }).fill('250')
  await page.getByRole('button', { name: 'Quote' }).click()
  await expect(page).toHaveURL(/pictures=250$/)
  const quotes = page.getByRole('table', { name: '250 pictures at every provider' })
  await expect(quotes.getByRole('row', { name: /AI Horde/ })).toContainText(
    'Not asked: words of this round may not go there.',
  )
})
