import type { RoundSummary } from '#lib/rounds/schema.ts'
import { faults, narrow } from './pages/faults.ts'
import { TablePage } from './pages/table-page.ts'
import { expect, test } from './story.ts'

/** On the phone too where the layout is another one. */
const PHONE = new Set([
  '/',
  '/rounds',
  '/rounds/two-inks',
  '/rounds/two-inks/ballot',
  '/rounds/two-inks/table',
  '/rounds/one-turned-wrong/result',
  '/rounds/two-inks/works/1',
  '/rounds/one-turned-wrong/works/1?verso',
  '/rounds/weather-report/submit',
  '/desk/rounds/new',
])

const PAGES: readonly [name: string, path: string][] = [
  ['home', '/'],
  ['rounds', '/rounds'],
  ['a community', '/c/night-ferry'],
  ['the collection', '/collection'],
  ['a wall open for votes', '/rounds/two-inks'],
  ['a wall that fills', '/rounds/weather-report'],
  ['a wall that is decided', '/rounds/one-turned-wrong'],
  ['a Light Table', '/rounds/two-inks/table'],
  ['a Light Table after the close', '/rounds/one-turned-wrong/table'],
  ['a Light Table with nothing on it', '/rounds/weather-report/table'],
  ['a ballot with nothing picked', '/rounds/two-inks/ballot'],
  ['a ballot before the opening', '/rounds/weather-report/ballot'],
  ['a ballot after the close', '/rounds/one-turned-wrong/ballot'],
  ['a result', '/rounds/one-turned-wrong/result'],
  ['a result to come', '/rounds/two-inks/result'],
  ['a work', '/rounds/two-inks/works/1'],
  ['its back', '/rounds/two-inks/works/1?verso'],
  ['a winner from behind', '/rounds/one-turned-wrong/works/1?verso'],
  ['a brief', '/rounds/weather-report/submit'],
  ['a round that takes no briefs', '/rounds/two-inks/submit'],
  ['a brief that is not there', `/rounds/weather-report/submit?brief=0x${'0'.repeat(64)}`],
  ['a parent that is not there', `/rounds/weather-report/submit?of=${'0'.repeat(64)}`],
  ['your briefs before signing in', '/briefs'],
  ['verify', '/verify'],
  ['briefs, whichever round', '/submit'],
  ['the desk before signing in', '/desk'],
  ['a new community', '/desk/communities/new'],
  ['a new round', '/desk/rounds/new'],
]

for (const [name, path] of PAGES)
  test(`${name} holds nothing against anyone${PHONE.has(path) ? ' @phone' : ''}`, async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await faults(page)).toEqual([])
    await narrow(page)
    expect(await faults(page)).toEqual([])
  })

const ABSENT: readonly [path: string, says: string][] = [
  ['/never-was', 'There is nothing at this address.'],
  ['/rounds/never-was', 'There is no such round here.'],
  ['/rounds/never-was/ballot', 'There is no such round here.'],
  ['/rounds/two-inks/works/9999', 'No such work hangs in this round.'],
  ['/rounds/two-inks/receipt/0x12', 'This is not the address of a receipt.'],
  [`/rounds/two-inks/receipt/0x${'0'.repeat(64)}`, 'There is no receipt to show here.'],
  ['/c/never-was', 'There is no such community here.'],
  ['/c/night-ferry/tokens/7', 'This community has minted no such token.'],
  ['/desk/rounds/never-was', 'There is no such round on this desk.'],
]

test.describe('what is not there', () => {
  test.use({ expectedErrors: [/status of 404/] })
  for (const [path, says] of ABSENT)
    test(`${path.slice(0, 34)} says what it was and leads on`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: says })).toBeVisible()
      await expect(page.getByRole('main').getByRole('link').first()).toBeVisible()
      expect(await faults(page)).toEqual([])
      await narrow(page)
      expect(await faults(page)).toEqual([])
    })
})

test('a token page holds nothing against anyone', async ({ page, people }) => {
  const { items } = await people.director.ask<{ items: RoundSummary[] }>('GET', '/api/v1/rounds?take=100')
  const minted = items.find(({ slug }) => slug === 'one-turned-wrong')
  await page.goto(`/c/${minted?.community.slug}`)
  const token = page.getByRole('main').getByRole('link').first()
  await token.click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test.describe('a Light Table', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })
  test('in its states holds nothing against anyone @phone', async ({ page, context }) => {
    const table = new TablePage(page)
    await page.goto('/rounds/two-inks/table')
    await table.arrived()
    for (const key of ['p', 'x', '3', 'p', 'p', 'p', 'p', 'ArrowLeft']) await page.keyboard.press(key)
    await expect(table.picked('4 of 4')).toBeVisible()
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeVisible()
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
    await context.setOffline(true)
    await expect(page.getByText(/^No connection/)).toBeVisible()
    expect(await faults(page)).toEqual([])
  })
})
