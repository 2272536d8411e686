import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

// The whole source is handed to each page: the smaller one saves most of the time that a look takes.
const axeSource = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** Everything axe finds, by rule and element, and what is wider than the window; nothing is expected. */
export async function faults(page: Page): Promise<string[]> {
  // A colour on its way to another is neither, nor is a label that turns. What lasts, or never ends, is not waited for.
  await page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter((one) => Number(one.effect?.getComputedTiming().endTime) < 10_000)
    // One that the browser draws no frames for never ends.
    const patience = new Promise((resolve) => setTimeout(resolve, 10_000))
    return Promise.race([Promise.allSettled(ending.map(({ finished }) => finished)), patience]).then(() => {})
  })
  // The other mode opens a page more at each look, for frames of other sites; there are none here.
  const axe = new AxeBuilder({ page, axeSource }).setLegacyMode(true)
  const { violations } = await axe.options({ resultTypes: ['violations'] }).analyze()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
  return overflow > 0 ? [...found, `the page is ${overflow} px wider than the window`] : found
}

/** The narrowest window, which is also 400 % of zoom, for eyes that need contrast and no motion. */
export async function narrow(page: Page): Promise<void> {
  await page.emulateMedia({ contrast: 'more', reducedMotion: 'reduce' })
  await page.setViewportSize({ width: 320, height: 640 })
}
