import type { Browser, BrowserContextOptions, CDPSession, Locator, Page } from '@playwright/test'
import { countFrames, FRAME_CATEGORIES } from './frames.ts'

const SLOWED_BY = 4
const MEGABIT = 1_000_000 / 8
const LINE = { offline: false, latency: 40, downloadThroughput: 10 * MEGABIT, uploadThroughput: 10 * MEGABIT }
const PICKS = 6
const SETTLED_MS = 300
/** How long a finger or a button is down. */
const DOWN_MS = 80
const SCROLLED_PX = 24_000
const PX_A_SECOND = 4_000

export const SCREENS: Record<'desktop' | 'phone', BrowserContextOptions> = {
  desktop: { viewport: { width: 1350, height: 940 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
}

export type Visit = { lcpMs: number; cls: number; inpMs: number }

type Told = { lcp: number; cls: number; inp: number }

/** Collects what the browser tells of a page, what it has kept since its first moment too. */
function listen(): void {
  const told: Told = { lcp: 0, cls: 0, inp: 0 }
  window.told = told
  const observe = (type: string, take: (entry: PerformanceEntry) => void, more: object = {}) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({
      type,
      buffered: true,
      ...more,
    })
  observe('largest-contentful-paint', ({ startTime }) => {
    told.lcp = startTime
  })
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) told.cls += value
  })
  observe(
    'event',
    (entry) => {
      // Presses alone, as web.dev has it: a pointer that works pass under while one scrolls is none.
      const { duration, interactionId } = entry as PerformanceEventTiming & { interactionId: number }
      if (interactionId > 0) told.inp = Math.max(told.inp, duration)
    },
    { durationThreshold: 16 },
  )
}

declare global {
  interface Window {
    told: Told
    bare: number[]
  }
}

const toldBy = (page: Page) => page.evaluate(() => window.told)

async function scroll(cdp: CDPSession, yDistance: number): Promise<void> {
  await cdp.send('Input.synthesizeScrollGesture', {
    x: 300,
    y: 400,
    yDistance,
    speed: PX_A_SECOND,
    gestureSourceType: 'mouse',
  })
}

/**
 * A press on a button where it stands, as people do it: the pointer comes, then is down for a moment. What a driver
 * looks up to press by name would be waited for by the page.
 */
async function press(page: Page, cdp: CDPSession, button: Locator): Promise<void> {
  await button.scrollIntoViewIfNeeded()
  const box = await button.boundingBox()
  if (!box) throw new Error('the button is not to be seen')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  if (await page.evaluate(() => navigator.maxTouchPoints > 0)) {
    await page.waitForTimeout(SETTLED_MS)
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
    await page.waitForTimeout(DOWN_MS)
    await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  } else {
    await page.mouse.move(x, y)
    await page.waitForTimeout(SETTLED_MS)
    await page.mouse.click(x, y, { delay: DOWN_MS })
  }
  await page.waitForTimeout(SETTLED_MS)
}

/**
 * A first visit with nothing kept: the wall comes, is scrolled through and picked from, on a slow processor and line.
 * Without script files it is what the browser, this machine and the line need for about the same page.
 */
export async function visit(
  browser: Browser,
  url: string,
  screen: BrowserContextOptions,
  { withScripts = true } = {},
): Promise<Visit> {
  const context = await browser.newContext(screen)
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', LINE)
    if (!withScripts) await cdp.send('Network.setBlockedURLs', { urls: ['*.js'] })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_BY })
    await page.goto(url, { waitUntil: 'load' })
    await page.evaluate(listen)
    await page.waitForLoadState('networkidle')
    const { lcp } = await toldBy(page)
    for (let at = 0; at < PICKS; at += 1)
      await press(page, cdp, page.getByRole('button', { name: /^Pick #/ }).nth(at))
    const missing = await page.locator('.hang').getByText('did not arrive').count()
    if (missing > 0) throw new Error(`${missing} pictures did not arrive`)
    const picked = await page.getByRole('button', { name: /^Picked #/ }).count()
    if (withScripts && picked !== PICKS) throw new Error(`${picked} of ${PICKS} presses picked a work`)
    await scroll(cdp, -SCROLLED_PX)
    await page.waitForTimeout(500)
    const { cls, inp } = await toldBy(page)
    return { lcpMs: lcp, cls, inpMs: inp }
  } finally {
    await context.close()
  }
}

export type Scrolled = {
  /** Frames that the browser dropped, of those that it meant to draw, in per cent. */
  droppedPercent: number
  /** The part of the window where works were not there yet, on average, in per cent. */
  barePercent: number
}

/** At each frame of the page: how much of the window rows that are not in the page take. */
function watchBareParts(): void {
  window.bare = []
  const look = () => {
    const height = window.innerHeight
    const rests = [...document.querySelectorAll('.hang-rest')].map((rest) => rest.getBoundingClientRect())
    const covered = rests.map(({ top, bottom }) => Math.max(0, Math.min(bottom, height) - Math.max(top, 0)))
    window.bare.push(covered.reduce((sum, part) => sum + part, 0) / height)
    requestAnimationFrame(look)
  }
  look()
}

/** A wall is scrolled through, on a processor four times as slow, when it has come. */
export async function scrolled(
  browser: Browser,
  url: string,
  screen: BrowserContextOptions,
): Promise<Scrolled> {
  const context = await browser.newContext(screen)
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await page.goto(url, { waitUntil: 'networkidle' })
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_BY })
    await browser.startTracing(page, { categories: FRAME_CATEGORIES })
    await scroll(cdp, -SCROLLED_PX)
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
    const { drawn, dropped } = countFrames(traceEvents)
    await page.evaluate(watchBareParts)
    await scroll(cdp, -SCROLLED_PX)
    const bare = await page.evaluate(() => window.bare)
    return {
      droppedPercent: (100 * dropped) / (drawn + dropped),
      barePercent: (100 * bare.reduce((sum, part) => sum + part, 0)) / bare.length,
    }
  } finally {
    await context.close()
  }
}
