import type { RoundSummary } from '#lib/rounds/schema.ts'
import { BriefPage } from '#scripts/testing/pages/brief-page.ts'
import { connect, signIn } from '#scripts/testing/pages/connect.ts'
import { faults, narrow } from '#scripts/testing/pages/faults.ts'
import { TablePage } from '#scripts/testing/pages/table-page.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { expect, test } from './story.ts'

/** On the phone too where the layout is another one. */
const PHONE = new Set([
  '/',
  '/rounds',
  '/rounds/two-inks',
  '/rounds/two-inks/ballot',
  '/rounds/two-inks/table?order=number',
  '/rounds/one-turned-wrong/result',
  '/rounds/two-inks/power',
  '/rounds/one-turned-wrong/log',
  '/verify',
  '/interop/snapshot',
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
  ['a Light Table', '/rounds/two-inks/table?order=number'],
  ['a Light Table after the close', '/rounds/one-turned-wrong/table?order=number'],
  ['a Light Table with nothing on it', '/rounds/weather-report/table?order=number'],
  ['a ballot with nothing picked', '/rounds/two-inks/ballot'],
  ['a ballot before the opening', '/rounds/weather-report/ballot'],
  ['a ballot after the close', '/rounds/one-turned-wrong/ballot'],
  ['votes before an address', '/rounds/two-inks/power'],
  ['votes of an address without any', `/rounds/two-inks/power?address=0x${'0'.repeat(36)}dead`],
  ['votes of what is no address', '/rounds/two-inks/power?address=nobody'],
  ['a result', '/rounds/one-turned-wrong/result'],
  ['a log that grows', '/rounds/two-inks/log'],
  ['a log that is sealed', '/rounds/one-turned-wrong/log'],
  ['a log to come', '/rounds/weather-report/log'],
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
  ['a proposal of Snapshot', '/interop/snapshot'],
  ['the verifier as one file', '/verso-verify.html'],
  ['briefs, whichever round', '/submit'],
  ['the desk before signing in', '/desk'],
  ['a new community', '/desk/communities/new'],
  ['a new round', '/desk/rounds/new'],
]

/** Labels begin to turn when the page is at work, and are then what they turn into. */
const revealIsOver = () =>
  Object.keys(localStorage).some((key) => key.startsWith('verso.revealed.')) &&
  !document.querySelector('.reveal')

for (const [name, path] of PAGES)
  test(`${name} holds nothing against anyone${PHONE.has(path) ? ' @phone' : ''}`, async ({ page }) => {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if (name === 'a result') await page.waitForFunction(revealIsOver)
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
  // The page that one comes from has a heading of its own, and there is no title while one goes.
  await expect(page).toHaveURL(/\/tokens\//)
  await expect(page).toHaveTitle(/./)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('the page of a creator holds nothing against anyone @phone', async ({ page }) => {
  await page.goto('/rounds/two-inks/works/1')
  const creator = page.getByRole('main').locator('a[href^="/creators/"]').first()
  const name = (await creator.textContent()) ?? ''
  await creator.click()
  await expect(page).toHaveURL(/\/creators\/0x/)
  // Its newest brief may be signed with another name, by a story that ran meanwhile.
  await expect(page.getByRole('main')).toContainText(name.trim())
  expect(await faults(page)).toEqual([])
  await narrow(page)
  expect(await faults(page)).toEqual([])
})

test('the states of a ballot hold nothing against anyone', async ({ page, people, walletOf }) => {
  const curator = people.undecided[1]
  if (!curator) throw new Error('the demo has too few curators')
  const wallet = await walletOf(curator)
  const wall = new WallPage(page)
  await wall.open('two-inks')
  await wall.pick(1)
  await wall.pick(2)
  expect(await faults(page)).toEqual([])
  await wall.reviewBallot()
  await connect(page, wallet.name, 'Connect a wallet to sign')
  const sign = page.getByRole('button', { name: /^Sign ballot:/ })
  await expect(sign).toBeEnabled()
  expect(await faults(page)).toEqual([])
  wallet.mood = 'waits'
  await sign.click()
  await expect(page.getByText('Your wallet is open')).toBeVisible()
  expect(await faults(page)).toEqual([])
  wallet.mood = 'rejects'
  wallet.release()
  await expect(page.getByText('You closed the wallet.')).toBeVisible()
  expect(await faults(page)).toEqual([])
  wallet.mood = 'signs'
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await sign.click()
  await page.waitForURL(/\/receipt\//)
  await expect(page.getByText(/ballot is number/).first()).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test.describe('a Light Table', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })
  test('in its states holds nothing against anyone @phone', async ({ page, context }) => {
    const table = new TablePage(page)
    await page.goto('/rounds/two-inks/table?order=number')
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

test('@phone the states of a brief hold nothing against anyone', async ({ page, people, walletOf }) => {
  const creator = people.creators[0]
  if (!creator) throw new Error('the demo has no creator')
  const wallet = await walletOf(creator)
  const form = new BriefPage(page)
  await form.open('weather-report')
  await form.review()
  await expect(form.prompt).toBeFocused()
  expect(await faults(page)).toEqual([])
  await form.write({ prompt: 'Four cores of chalk and clay', name: 'Ines Okafor', count: '2' })
  await form.review()
  await form.signIn(wallet.name)
  await expect(form.signButton(2)).toBeVisible()
  expect(await faults(page)).toEqual([])
  await form.sign(2)
  await form.watching()
  await expect(form.frame(1)).toBeVisible()
  expect(await faults(page)).toEqual([])
  await form.stands('Two hung.')
  expect(await faults(page)).toEqual([])
  await form
    .frame(1)
    .getByRole('link', { name: /^Make variations/ })
    .click()
  await expect(page.getByRole('region', { name: 'The work to vary' })).toBeVisible()
  await form.review()
  await expect(page.getByRole('row', { name: /^traits/ })).toContainText('Parent: sha256:')
  expect(await faults(page)).toEqual([])
  await page.goto('/briefs')
  await expect(page.getByRole('link', { name: /Four cores/ }).first()).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('the director’s desk holds nothing against anyone @phone', async ({ page, people, walletOf }) => {
  const wallet = await walletOf(people.director)
  await page.goto('/desk')
  await signIn(page, wallet.name)
  await expect(page.getByRole('heading', { name: 'Your communities' })).toBeVisible()
  expect(await faults(page)).toEqual([])
  for (const title of ['Weather Report', 'Two Inks', 'One Turned Wrong']) {
    await page.goto('/desk')
    await page.getByRole('link', { name: title }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    expect(await faults(page)).toEqual([])
  }
})
