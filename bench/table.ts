import type { Browser, Page } from '@playwright/test'
import { launchBrowser } from '#scripts/browser.ts'
import { asked } from '#scripts/play/asked-works.ts'
import { hangSite } from './pages/hung-site.ts'
import { atMost, type BenchResult } from './result.ts'
import { openBarePage } from './table/bare-page.ts'
import { type Measured, measureKeys } from './table/measure-keys.ts'

const PROMPTS = ['Low tide at night, three boats', 'A fern, pressed', 'Strata with one fault']
const WORKS_EACH = 8
const SLOWED_BY = 4
/** Milliseconds from a key to the next picture, on a processor four times slower than this one. */
const PAINTED_MS = 80
const REPEATS = 5
const ROUNDS = 4

const at = (part: number, values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.ceil(part * values.length) - 1] ?? Number.NaN
const p95 = (values: readonly number[]) => at(0.95, values)
const rounded = (value: number) => Number(value.toFixed(2))
const median = (values: readonly number[]) => rounded(at(0.5, values))

type Opened = { ours: (page: Page) => Promise<void>; bare: (page: Page) => Promise<void> }

async function openPages(
  origin: string,
  { slug, roundId }: { slug: string; roundId: string },
): Promise<Opened> {
  const take = PROMPTS.length * WORKS_EACH
  const answer = await fetch(`${origin}/api/v1/rounds/${roundId}/candidates?from=1&take=${take}`)
  const { items }: { items: { thumb: { src640: string } }[] } = await answer.json()
  const pictures = items.map(({ thumb }) => thumb.src640)
  return {
    async ours(page) {
      await page.goto(`${origin}/rounds/${slug}/table`)
      await page.waitForLoadState('networkidle')
    },
    bare: (page) => openBarePage(page, origin, pictures),
  }
}

type Repeat = Record<'ours' | 'bare' | 'oursSlowed' | 'bareSlowed', Measured>

async function repeat(browser: Browser, { ours, bare }: Opened, rounds: number): Promise<Repeat> {
  return {
    bareSlowed: await measureKeys(browser, { open: bare, slowedBy: SLOWED_BY, rounds }),
    oursSlowed: await measureKeys(browser, { open: ours, slowedBy: SLOWED_BY, rounds }),
    bare: await measureKeys(browser, { open: bare, slowedBy: 1, rounds }),
    ours: await measureKeys(browser, { open: ours, slowedBy: 1, rounds }),
  }
}

function resultOf(repeats: readonly Repeat[]): BenchResult {
  const overAll = (value: (one: Repeat) => number) => median(repeats.map(value))
  const cpu = overAll(({ ours }) => p95(ours.cpuMs))
  return {
    name: 'table',
    figures: {
      'key to picture at CPU ×4, p95 ms': overAll(({ oursSlowed }) => p95(oursSlowed.paintedMs)),
      'a bare page at CPU ×4, p95 ms': overAll(({ bareSlowed }) => p95(bareSlowed.paintedMs)),
      'times a bare page': overAll(
        ({ oursSlowed, bareSlowed }) => p95(oursSlowed.paintedMs) / p95(bareSlowed.paintedMs),
      ),
      'key to picture at CPU ×1, p95 ms': overAll(({ ours }) => p95(ours.paintedMs)),
      'CPU of a key, p95 ms': cpu,
      'CPU of a key on a bare page, p95 ms': overAll(({ bare }) => p95(bare.cpuMs)),
    },
    bars: { 'four times the CPU of a key, p95 ms': atMost(rounded(SLOWED_BY * cpu), PAINTED_MS) },
  }
}

async function measureSite(browser: Browser, quick: boolean): Promise<Repeat[]> {
  const site = await hangSite(asked(PROMPTS, WORKS_EACH))
  try {
    const pages = await openPages(site.origin, site)
    const repeats: Repeat[] = []
    for (let left = quick ? 1 : REPEATS; left > 0; left -= 1)
      repeats.push(await repeat(browser, pages, quick ? 1 : ROUNDS))
    return repeats
  } finally {
    await site.stop()
  }
}

/**
 * Judging by keys on the Light Table of a round with 24 works. Times to the painted picture are printed: a busy
 * machine makes them longer. The bar is held against CPU time, as if the processor were four times slower.
 */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const browser = await launchBrowser()
  try {
    return resultOf(await measureSite(browser, quick))
  } finally {
    await browser.close()
  }
}
