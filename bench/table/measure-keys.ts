import type { Browser, Page } from '@playwright/test'
import { cpuOfKeys, TRACE_CATEGORIES } from './key-trace.ts'

/** Each shows another picture; every second work is passed, once. */
const KEYS = ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft', 'x']
const WARM_UP = ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'ArrowLeft']
/** A curator in a hurry, with time enough for the full picture of each work to come. */
const PAUSE_MS = 400
/** The shortest that the browser tells of: what it does not tell of took less. */
const LEAST_MS = 16

export type Measured = {
  /** Milliseconds from each key to the picture on the screen. */
  paintedMs: number[]
  /** Milliseconds of CPU for each; only at full speed, because a throttled thread counts what it waits. */
  cpuMs: number[]
}

type Pressing = {
  open(page: Page): Promise<void>
  /** 4 makes the processor of the page four times slower. */
  slowedBy: 1 | 4
  /** How often all keys are pressed. */
  rounds: number
}

async function press(page: Page, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key)
    await page.waitForTimeout(PAUSE_MS)
  }
}

async function painted(page: Page, keys: readonly string[]): Promise<number[]> {
  const told = await page.evaluateHandle((durationThreshold) => {
    const found: number[] = []
    const observer = new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') found.push(duration)
    })
    const options: PerformanceObserverInit & { durationThreshold: number } = {
      type: 'event',
      durationThreshold,
    }
    observer.observe(options)
    return found
  }, LEAST_MS)
  await press(page, keys)
  const found = await told.jsonValue()
  return keys.map((_, at) => found[at] ?? LEAST_MS)
}

/** Opens a page in a browser that keeps nothing, and presses keys on it. */
export async function measureKeys(browser: Browser, { open, slowedBy, rounds }: Pressing): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  try {
    const page = await context.newPage()
    await open(page)
    const cdp = await context.newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: slowedBy })
    await press(page, WARM_UP)
    const keys = Array.from({ length: rounds }, () => KEYS).flat()
    if (slowedBy !== 1) return { paintedMs: await painted(page, keys), cpuMs: [] }
    await browser.startTracing(page, { categories: TRACE_CATEGORIES })
    const paintedMs = await painted(page, keys)
    const trace = JSON.parse((await browser.stopTracing()).toString())
    return { paintedMs, cpuMs: cpuOfKeys(trace.traceEvents) }
  } finally {
    await context.close()
  }
}
