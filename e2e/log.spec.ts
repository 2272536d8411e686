import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { faults, narrow } from '#scripts/testing/pages/faults.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { expect, test } from './story.ts'

const OTHER_ROOT = `0x${'ab'.repeat(32)}`

test('the log grows while one watches, and one’s own leaf is marked', async ({ page, people, walletOf }) => {
  const curator = people.undecided[10]
  if (!curator) throw new Error('the demo has too few curators')
  const wallet = await walletOf(curator)
  const watching = await page.context().newPage()
  await watching.goto('/rounds/two-inks/log')
  const table = watching.getByRole('table')
  const statement = watching.getByRole('heading', { name: /in the log\.$/ })
  await expect(statement).toBeVisible()
  const before = Number(await table.getByRole('rowheader').first().textContent())

  const wall = new WallPage(page)
  const ballot = new BallotPage(page)
  await wall.open('two-inks')
  await wall.pick(3)
  await wall.reviewBallot()
  await ballot.connect(wallet.name)
  await ballot.sign()
  const number = await ballot.receiptNumber()
  expect(number).toBe(before + 1)

  await watching.bringToFront()
  await expect(table.getByRole('rowheader', { name: String(number), exact: true })).toBeVisible()
  await expect(watching.getByRole('link', { name: `Your receipt, number ${number}` })).toBeVisible()
  await expect(watching.getByRole('img', { name: new RegExp(`Leaf ${number} is your ballot`) })).toBeVisible()
  await expect(table.getByRole('img', { name: 'broken' })).toHaveCount(0)
  expect(await faults(watching)).toEqual([])

  await page.bringToFront()
  await expect(page.getByText(`Head ${number} is the newest so far`)).toBeVisible()
  await page.getByText('If it ever does not hold').click()
  await expect(page.getByText('Post the ballot on chain')).toBeVisible()
  expect(await faults(page)).toEqual([])
  await narrow(page)
  expect(await faults(page)).toEqual([])
})

test('a head that the leaf hashes do not make is red, and named @phone', async ({ page }) => {
  await page.route('**/log/heads?*', async (route) => {
    const answer = await route.fetch()
    const body: { items: { root: string }[] } = await answer.json()
    const second = body.items[1]
    if (second) second.root = OTHER_ROOT
    await route.fulfill({ json: body })
  })
  await page.goto('/rounds/one-turned-wrong/log')
  await expect(page.getByRole('heading', { name: /The log is not what its heads say/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /the leaf hashes make another root/ })).toHaveCount(1)
  expect(await faults(page)).toEqual([])
  await narrow(page)
  expect(await faults(page)).toEqual([])
})

test.describe('a log that is not there', () => {
  test.use({ expectedErrors: [/status of 503|ERR_INTERNET_DISCONNECTED|ERR_FAILED/] })

  test('says so, and comes when it is asked again', async ({ page }) => {
    let away = true
    await page.route('**/log/heads?*', (route) =>
      away ? route.fulfill({ status: 503, json: { code: 'database-unavailable' } }) : route.continue(),
    )
    await page.goto('/rounds/one-turned-wrong/log')
    await expect(page.getByRole('heading', { name: 'The log did not arrive.' })).toBeVisible()
    await expect(page.getByText('database-unavailable')).toBeVisible()
    expect(await faults(page)).toEqual([])
    away = false
    await page.getByRole('button', { name: 'Ask again' }).click()
    await expect(page.getByRole('table')).toBeVisible()
  })

  test('keeps what was read while there is no network', async ({ page, context }) => {
    await page.goto('/rounds/two-inks/log')
    await expect(page.getByRole('heading', { name: /in the log\.$/ })).toBeVisible()
    await context.setOffline(true)
    await expect(page.getByText('You are offline.')).toBeVisible()
    await expect(page.getByRole('table')).toBeVisible()
    expect(await faults(page)).toEqual([])
    await context.setOffline(false)
    await expect(page.getByText('You are offline.')).toBeHidden()
  })
})
