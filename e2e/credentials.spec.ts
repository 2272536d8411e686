import type { Page } from '@playwright/test'
import { faults, narrow } from '#scripts/testing/pages/faults.ts'
import { expect, test } from './story.ts'

const BACK = '/rounds/one-turned-wrong/works/1?verso'
const ENGINE = /\/_next\/static\/media\/.*\.wasm$/

const lineOf = (page: Page) => page.getByRole('listitem').filter({ hasText: /^Credentials\./ })
const square = (page: Page, verdict: RegExp) => lineOf(page).getByRole('img', { name: verdict })
const readThem = (page: Page) => page.getByRole('button', { name: /^Read them here \(3 MB\)/ })
const tamper = (page: Page) =>
  page.getByRole('button', { name: /^(Tamper|Put the byte back)/ }).filter({ visible: true })

/** Addresses that were asked for, from here on. */
function watchRequests(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  return asked
}

test('credentials are read in the browser when somebody asks, and follow a tampered copy @phone', async ({
  page,
  baseURL,
}) => {
  const asked = watchRequests(page)
  const engine = page.waitForResponse(ENGINE)
  await page.goto(BACK)
  await expect(tamper(page)).toBeVisible()
  await expect(square(page, /^to do/i)).toBeVisible()
  expect(asked.filter((url) => ENGINE.test(url))).toEqual([])

  await readThem(page).click()
  const headers = await (await engine).allHeaders()
  expect(headers['cache-control']).toContain('immutable')
  expect(headers['content-encoding']).toBe('gzip')
  await expect(square(page, /^checked/i)).toBeVisible()
  await expect(lineOf(page)).toContainText('signed below the root that the rules of this round name')
  await lineOf(page).getByText('What they say').click()
  await expect(lineOf(page)).toContainText('Made by an algorithm')
  await expect(lineOf(page)).toContainText('Signed by Verso signer')
  expect(await faults(page)).toEqual([])

  // A hash is whole where the focus is, and stays in the window.
  await lineOf(page).getByRole('link', { name: /^root/ }).focus()
  await expect(lineOf(page).getByText(/^0x[0-9a-f]{64}$/)).toBeInViewport({ ratio: 1 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0)

  await tamper(page).click()
  await expect(square(page, /^broken/i)).toBeVisible()
  await expect(lineOf(page)).toContainText('assertion.dataHash.mismatch')
  expect(await faults(page)).toEqual([])
  await tamper(page).click()
  await expect(square(page, /^checked/i)).toBeVisible()
  expect(asked.filter((url) => ENGINE.test(url))).toHaveLength(1)
  expect(asked.filter((url) => !url.startsWith(`${baseURL}/`) && !url.startsWith('blob:'))).toEqual([])

  await page.getByRole('link', { name: 'Turn back' }).filter({ visible: true }).first().click()
  await page.getByRole('link', { name: 'Turn over' }).filter({ visible: true }).first().click()
  await expect(square(page, /^checked/i)).toBeVisible()
  await narrow(page)
  expect(await faults(page)).toEqual([])
})

test.describe('a reader that does not come', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] })

  test('is waited for no longer than one likes, and can be asked for again', async ({ page }) => {
    const gate = Promise.withResolvers<void>()
    await page.route(ENGINE, async (route) => {
      await gate.promise
      await route.abort()
    })
    await page.goto(BACK)
    await readThem(page).focus()
    await page.keyboard.press('Enter')
    await expect(lineOf(page).getByRole('progressbar')).toBeVisible()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('button', { name: 'Cancel' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(square(page, /^to do/i)).toBeVisible()

    gate.resolve()
    await readThem(page).click()
    await expect(square(page, /^unknown/i)).toBeVisible()
    await expect(lineOf(page)).toContainText('The reader did not arrive')
    expect(await faults(page)).toEqual([])
    await page.unroute(ENGINE)
    await lineOf(page).getByRole('button', { name: 'Try again' }).click()
    await expect(square(page, /^checked/i)).toBeVisible()
  })
})
