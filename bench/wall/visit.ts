import type { Browser, BrowserContextOptions, CDPSession, Page } from '@playwright/test'
import { TRACE_CATEGORIES } from '#bench/table/key-trace.ts'
import { missedFrames } from './frames.ts'

const SLOWED_BY = 4
const MEGABIT = 1_000_000 / 8
const LINE = { offline: false, latency: 40, downloadThroughput: 10 * MEGABIT, uploadThroughput: 10 * MEGABIT }
const PICKS = 6
const SCROLLED_PX = 24_000
const PX_A_SECOND = 4_000

export const SCREENS: Record<'desktop' | 'phone', BrowserContextOptions> = {
  desktop: { viewport: { width: 1350, height: 940 } },
  phone: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
}

export type Visit = { lcpMs: number; cls: number; inpMs: number }

type Told = { lcp: number; cls: number; inp: number }

/** Collects what the browser tells of a page from its first moment on. */
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
    ({ duration }) => {
      told.inp = Math.max(told.inp, duration)
    },
    { durationThreshold: 16 },
  )
}

declare global {
  interface Window {
    told: Told
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

/** A first visit with nothing kept: the wall comes, is scrolled through and picked from, on a slow processor and line. */
export async function visit(browser: Browser, url: string, screen: BrowserContextOptions): Promise<Visit> {
  const context = await browser.newContext(screen)
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Network.enable')
    await cdp.send('Network.emulateNetworkConditions', LINE)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED_BY })
    await page.addInitScript(listen)
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForLoadState('networkidle')
    const { lcp } = await toldBy(page)
    for (let at = 0; at < PICKS; at += 1) {
      await page
        .getByRole('button', { name: /^Pick #/ })
        .nth(at)
        .click()
      await page.waitForTimeout(300)
    }
    await scroll(cdp, -SCROLLED_PX)
    await page.waitForTimeout(500)
    const { cls, inp } = await toldBy(page)
    return { lcpMs: lcp, cls, inpMs: inp }
  } finally {
    await context.close()
  }
}

/** The share of frames missed while a wall is scrolled, in per cent, on a processor four times as slow. */
export async function scrolled(
  browser: Browser,
  url: string,
  screen: BrowserContextOptions,
): Promise<number> {
  const context = await browser.newContext(screen)
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await page.goto(url, { waitUntil: 'networkidle' })
    await browser.startTracing(page, { categories: TRACE_CATEGORIES })
    await scroll(cdp, -SCROLLED_PX)
    const { traceEvents } = JSON.parse((await browser.stopTracing()).toString())
    const { missed, frames } = missedFrames(traceEvents, SLOWED_BY)
    return (100 * missed) / Math.max(1, frames)
  } finally {
    await context.close()
  }
}
