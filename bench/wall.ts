import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { launchBrowser } from '#scripts/browser.ts'
import { asked } from '#scripts/play/asked-works.ts'
import { placesOf } from '#scripts/testing/instance-places.ts'
import { hangSite } from './pages/hung-site.ts'
import { atLeast, atMost, type BenchResult } from './result.ts'
import { hangMany } from './wall/many-works.ts'
import { SCREENS, type Scrolled, scrolled, type Visit, visit } from './wall/visit.ts'
import { walk } from './wall/walk.ts'

const PROMPTS = ['Low tide at night, three boats', 'A fern, pressed', 'Strata with one fault']
const WORKS = { whole: 10_000, quick: 1_200 }
const REPEATS = 5
/** The first works, and the rows of about four windows. */
const IN_PAGE = 200
const BARS = { lcpMs: 1_800, inpMs: 150, cls: 0.02, droppedPercent: 5 } as const

const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const rounded = (value: number, digits: number) => Number(value.toFixed(digits))

type Screen = keyof typeof SCREENS

async function measure(browser: Browser, url: string, screen: Screen, repeats: number) {
  const visits: Visit[] = []
  const bare: Visit[] = []
  const scrolls: Scrolled[] = []
  for (let left = repeats; left > 0; left -= 1) {
    visits.push(await visit(browser, url, SCREENS[screen]))
    bare.push(await visit(browser, url, SCREENS[screen], { withScripts: false }))
    scrolls.push(await scrolled(browser, url, SCREENS[screen]))
  }
  return {
    lcpMs: median(visits.map((one) => one.lcpMs)),
    inpMs: median(visits.map((one) => one.inpMs)),
    cls: median(visits.map((one) => one.cls)),
    withoutScripts: {
      lcpMs: median(bare.map((one) => one.lcpMs)),
      inpMs: median(bare.map((one) => one.inpMs)),
    },
    droppedPercent: median(scrolls.map((one) => one.droppedPercent)),
    barePercent: median(scrolls.map((one) => one.barePercent)),
  }
}

function barsOf(screen: Screen, found: Awaited<ReturnType<typeof measure>>): BenchResult['bars'] {
  return {
    [`${screen}: layout shift`]: atMost(rounded(found.cls, 4), BARS.cls),
    [`${screen}: frames dropped in scrolling, %`]: atMost(
      rounded(found.droppedPercent, 1),
      BARS.droppedPercent,
    ),
    [`${screen}: largest picture, ms`]: atMost(rounded(found.lcpMs, 0), BARS.lcpMs),
    [`${screen}: input to next paint, ms`]: atMost(rounded(found.inpMs, 0), BARS.inpMs),
  }
}

/** What holds on any machine, however busy. */
async function walkBars(
  browser: Browser,
  url: string,
  screen: Screen,
  works: number,
): Promise<BenchResult['bars']> {
  const { lastPlace, inPage, backOffPx, sameOrder } = await walk(browser, url, SCREENS[screen])
  return {
    [`${screen}: the last place of the wall`]: atLeast(lastPlace, works),
    [`${screen}: works in the page at once`]: atMost(inPage, IN_PAGE),
    [`${screen}: px off on coming back`]: atMost(rounded(backOffPx, 0), 2),
    [`${screen}: the same order after a reload`]: atLeast(Number(sameOrder), 1),
  }
}

/**
 * The wall of a round with 10,000 works: a first visit on a processor four times as slow and a line of 10 Mbit/s with
 * 40 ms, and the frames that the browser drops while it is scrolled. Beside the two times, what the same page takes
 * without script files: about what this machine allows. A busy machine makes them longer: with `quick` they are
 * printed only.
 */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const browser = await launchBrowser()
  const site = await hangSite(asked(PROMPTS, 8))
  try {
    const { databaseUrl } = placesOf(site.folder)
    const works = quick ? WORKS.quick : WORKS.whole
    await hangMany({ databaseUrl, blobs: join(site.folder, 'blobs'), slug: site.slug }, works)
    const figures: BenchResult['figures'] = { works }
    const bars: BenchResult['bars'] = {}
    for (const screen of ['desktop', 'phone'] as const) {
      const url = `${site.origin}/rounds/${site.slug}`
      Object.assign(bars, await walkBars(browser, url, screen, works))
      const found = await measure(browser, url, screen, quick ? 1 : REPEATS)
      figures[`${screen}: window without works in scrolling, %`] = rounded(found.barePercent, 1)
      figures[`${screen}: largest picture without scripts, ms`] = rounded(found.withoutScripts.lcpMs, 0)
      figures[`${screen}: input to next paint without scripts, ms`] = rounded(found.withoutScripts.inpMs, 0)
      for (const [name, bar] of Object.entries(barsOf(screen, found))) {
        if (quick && name.endsWith(', ms')) figures[name] = bar.value
        else bars[name] = bar
      }
    }
    return { name: 'wall', figures, bars }
  } finally {
    await site.stop()
    await browser.close()
  }
}
