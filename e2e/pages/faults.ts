import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** Everything axe finds, by rule and element, and what is wider than the window; nothing is expected. */
export async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze()
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
