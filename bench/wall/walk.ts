import type { Browser, BrowserContextOptions } from '@playwright/test'

/** Of these, all come with the page; others join when they are near. */
const COMPARED = 30

declare global {
  interface Window {
    /** Where the page stood when a work was opened, in px. */
    stood: number
  }
}

export type Walk = {
  /** Places of the list that the end of the wall shows, of those that it should. */
  lastPlace: number
  /** Most works in the page at once. */
  inPage: number
  /** How far from where one was one is on coming back from a work, in px. */
  backOffPx: number
  /** The same order after a reload. */
  sameOrder: boolean
}

/** Goes to the end of a wall, to a work there, and back. */
export async function walk(browser: Browser, url: string, screen: BrowserContextOptions): Promise<Walk> {
  const context = await browser.newContext(screen)
  try {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    const works = page.locator('.hang > ol > li[data-number]')
    const firstWorks = async () =>
      (await works.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.number)))
        .slice(0, COMPARED)
        .join()
    const before = await firstWorks()
    await page.reload({ waitUntil: 'networkidle' })
    const sameOrder = before === (await firstWorks())
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2))
    // Rows join and leave while one scrolls: the work is named, not counted.
    const found = await page.waitForFunction(() => {
      const seen = [...document.querySelectorAll('.hang > ol > li[data-number]')].find((item) => {
        const { top } = item.getBoundingClientRect()
        return top > 100 && top < window.innerHeight
      })
      return seen?.querySelector('a')?.getAttribute('href')
    })
    const href = await found.jsonValue()
    await page.waitForLoadState('networkidle')
    const inPage = await works.count()
    const link = page.locator(`.hang a[href="${href}"]`)
    await link.scrollIntoViewIfNeeded()
    await page.waitForTimeout(500)
    // As it is clicked: what opens a link may first bring it from under something else.
    await page.evaluate(() => {
      addEventListener('click', () => Object.assign(window, { stood: window.scrollY }), {
        capture: true,
        once: true,
      })
    })
    await link.click()
    await page.waitForURL(`**${href}`)
    const stood = await page.evaluate(() => window.stood)
    await page.goBack()
    await works.first().waitFor()
    await page.waitForTimeout(1_500)
    const backOffPx = Math.abs((await page.evaluate(() => window.scrollY)) - stood)
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight))
    await page.waitForLoadState('networkidle')
    await page.waitForTimeout(500)
    const lastPlace = Number(await works.last().getAttribute('aria-posinset'))
    return { lastPlace, inPage, backOffPx, sameOrder }
  } finally {
    await context.close()
  }
}
