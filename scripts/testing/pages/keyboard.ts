import { expect, type Locator, type Page } from '@playwright/test'

/** Most stops from one place of a page to another. */
const MOST_STOPS = 60

const hasFocus = (target: Locator) => target.evaluate((element) => element === document.activeElement)

/** Goes on by Tab until the element has the focus; the pointer is never used. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await hasFocus(target)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${target} is not reached by Tab`)
}

/** Reaches a button or link by Tab and presses it. */
export async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press('Enter')
}
