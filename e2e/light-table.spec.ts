import { devices, type Page } from '@playwright/test'
import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { TablePage } from '#scripts/testing/pages/table-page.ts'
import { expect, test } from './story.ts'

declare global {
  interface Window {
    /** When the whole document, and then the last typeface, was laid out. */
    versoLaidOutAt?: number
  }
}

/** A slow machine shows half of a document first, and words that move a little when their typeface comes. */
function noteLayout(): void {
  // What came is laid out in the next frame, and nothing that moves in it moves by itself.
  const noteSoon = () =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        window.versoLaidOutAt = performance.now()
      }),
    )
  document.addEventListener('DOMContentLoaded', noteSoon)
  document.fonts.addEventListener('loadingdone', noteSoon)
}

/** What moved by itself once all was laid out, as the browser saw it: which elements, from where to where. */
function moved(page: Page): Promise<string[]> {
  type Rect = { x: number; y: number; width: number; height: number }
  type Shift = PerformanceEntry & {
    sources: { node: Node | null; previousRect: Rect; currentRect: Rect }[]
  }
  return page.evaluate(
    () =>
      new Promise<string[]>((done) => {
        const since = window.versoLaidOutAt ?? 0
        const at = ({ x, y, width, height }: Rect) => `${width}×${height} at ${x},${y}`
        new PerformanceObserver((list) => {
          const shifts = (list.getEntries() as Shift[]).filter(({ startTime }) => startTime > since)
          done(
            shifts.flatMap(({ sources }) =>
              sources.map(({ node, previousRect, currentRect }) => {
                const what = node instanceof Element ? node.outerHTML.slice(0, 160) : node?.textContent
                return `${what}: ${at(previousRect)} → ${at(currentRect)}`
              }),
            ),
          )
        }).observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => done([]), 500)
      }),
  )
}

test.describe('on the phone', () => {
  const { defaultBrowserType: _, ...pixel } = devices['Pixel 7']
  test.use({ ...pixel, viewport: { width: 390, height: 844 } })

  test('a curator judges by touch, and signs', async ({ page, people, walletOf }) => {
    const curator = people.undecided[9]
    if (!curator) throw new Error('the demo has too few curators')
    const wallet = await walletOf(curator)
    const table = new TablePage(page)
    const ballot = new BallotPage(page)

    await page.goto('/rounds/two-inks?order=number')
    await page.getByRole('link', { name: 'Light Table', exact: true }).tap()
    await table.arrived()
    for (const box of await page.getByRole('button').filter({ visible: true }).all()) {
      const size = await box.boundingBox()
      expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44)
    }
    await table.key('Pass').tap()
    await table.key('Pick').tap()
    await table.key('Pick').tap()
    await expect(table.picked('2 of 4')).toBeVisible()
    await table.key('Undo').tap()
    await expect(table.picked('1 of 4')).toBeVisible()
    await table.key('3').tap()
    await table.key('Next work').tap()
    await table.key('Pick').tap()
    await table.cell(4).tap()
    await table.key('Picked').tap()
    await expect(table.picked('1 of 4')).toBeVisible()

    await table.key('More').tap()
    const sheet = page.getByRole('dialog', { name: 'More' })
    await sheet.getByRole('button', { name: /^2 Pick/ }).tap()
    await expect(sheet).toBeHidden()
    await expect(table.cell(1)).toBeHidden()
    await table.key('Pick').tap()
    await expect(table.picked('2 of 4')).toBeVisible()

    await page.getByRole('link', { name: 'Ballot', exact: true }).tap()
    await ballot.connectByTouch(wallet.name)
    await ballot.signButton.tap()
    expect(await ballot.receiptNumber()).toBeGreaterThan(0)
    expect(wallet.typed.choices).toBe('#2 #3')
  })
})

test('the next picture stands ready, and nothing on the table moves', async ({ page }) => {
  const table = new TablePage(page)
  // The typefaces are at hand, or nearly so.
  await page.addInitScript(noteLayout)
  await page.goto('/')
  await page.evaluate(() => document.fonts.ready)
  await page.goto('/rounds/two-inks/table?order=number')
  await table.arrived()
  const box = await table.table.boundingBox()
  const ready = page.getByRole('region', { name: 'The work' }).locator('img:not([alt=""])')
  await expect(ready).toHaveCount(4)
  await expect
    .poll(() =>
      ready.evaluateAll((all) => all.every((one) => one instanceof HTMLImageElement && one.complete)),
    )
    .toBe(true)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.keyboard.press('ArrowRight')
  await expect(table.picture).toBeVisible()
  const src = await table.picture.getAttribute('src')
  expect(asked.filter((url) => url.endsWith(src ?? '?'))).toEqual([])
  expect(await table.table.boundingBox()).toEqual(box)
  expect(await moved(page)).toEqual([])
})

test.describe('offline', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })
  test('it says so, keeps every pick, and goes on when the line is back', async ({ page, context }) => {
    const table = new TablePage(page)
    await page.goto('/rounds/two-inks/table?order=number')
    await table.arrived()
    await context.setOffline(true)
    await expect(page.getByText(/^No connection\. Your picks are kept/)).toBeVisible()
    await page.keyboard.press('p')
    await expect(table.picked('1 of 4')).toBeVisible()
    await context.setOffline(false)
    await expect(page.getByText(/^No connection/)).toBeHidden()
    await page.reload()
    await expect(table.picked('1 of 4')).toBeVisible()
  })
})

test.describe('with a picture that cannot be read', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] })
  test('the frame says so, the work can be judged, and another try brings it', async ({ page }) => {
    const table = new TablePage(page)
    await page.route('**/works/*', (route) => route.abort())
    await page.goto('/rounds/two-inks/table?order=number')
    const missing = page.getByText('This picture could not be read.').filter({ visible: true })
    await expect(missing).toBeVisible()
    await page.unroute('**/works/*')
    await table.key('Try again').click()
    await expect(table.picture).toBeVisible()
    await page.keyboard.press('p')
    await expect(table.picked('1 of 4')).toBeVisible()
  })
})

test('a round that is over can be looked at, and leads to its result', async ({ page }) => {
  const table = new TablePage(page)
  await page.goto('/rounds/one-turned-wrong/table?order=number')
  await table.arrived()
  await expect(page.getByText('Voting is closed.')).toBeVisible()
  await expect(table.key('Pick')).toBeDisabled()
  await page.keyboard.press('p')
  await expect(table.said).toHaveText('Nothing can be picked here now.')
  await page.keyboard.press('ArrowRight')
  await expect(table.said).toHaveText(/^Work 2 of/)
  await page.getByRole('link', { name: 'See the result' }).click()
  await expect(page).toHaveURL(/\/result$/)
})

test('a round that still fills has no table yet, and says when', async ({ page }) => {
  await page.goto('/rounds/weather-report/table?order=number')
  await expect(page.getByRole('heading', { name: 'There is nothing to judge yet.' })).toBeVisible()
  await page.getByRole('link', { name: 'To the wall' }).click()
  await expect(page).toHaveURL(/\/rounds\/weather-report$/)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })
  test('the first work is shown, and the way to the wall', async ({ page }) => {
    await page.goto('/rounds/two-inks/table?order=number')
    const words = page.locator('noscript', { has: page.locator('a[href="/rounds/two-inks"]') })
    await expect(words.locator('p')).toBeVisible()
    await expect(page.getByRole('region', { name: 'The work' }).locator('img').first()).toBeVisible()
  })
})
