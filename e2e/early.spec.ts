import type { Page } from '@playwright/test'
import { BriefPage } from '#scripts/testing/pages/brief-page.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { expect, test } from './story.ts'

/** Holds back every script, as a slow line does; the page stands there and looks ready. */
async function asleep(page: Page): Promise<{ wake: () => void }> {
  const gate = Promise.withResolvers<void>()
  await page.route('**/_next/static/**/*.js', async (route) => {
    await gate.promise
    await route.continue()
  })
  return { wake: gate.resolve }
}

test('what is picked before the page is awake is picked, in its order @phone', async ({ page }) => {
  const { wake } = await asleep(page)
  const wall = new WallPage(page)
  await page.goto('/rounds/two-inks?order=number', { waitUntil: 'commit' })
  const pick = (number: number) => page.getByRole('button', { name: new RegExp(`^Pick #${number},`) })
  const picked = (number: number) => page.getByRole('button', { name: new RegExp(`^Picked #${number},`) })
  for (const number of [1, 2, 1, 3]) await pick(number).click()
  await expect(picked(2)).toBeHidden()
  wake()
  await expect(picked(2)).toBeVisible()
  await expect(picked(3)).toBeVisible()
  await expect(pick(1)).toBeVisible()
  await wall.pick(4)
})

/** Clicks the first work's button as soon as React listens: it cannot wake the page at once, and drops the click. */
function clickWhenHeard(): void {
  const listen = document.addEventListener
  document.addEventListener = (...given: Parameters<typeof listen>) => {
    listen.apply(document, given)
    if (given[0] !== 'click') return
    document.addEventListener = listen
    const buttons = [...document.querySelectorAll('button')]
    queueMicrotask(() => buttons.find(({ ariaLabel }) => ariaLabel?.startsWith('Pick #1,'))?.click())
  }
}

/** Clicks it when React has woken the button, and has not said yet that all of the page is awake. */
function clickBeforeAwake(): void {
  let awake: Window['versoAwake']
  Object.defineProperty(window, 'versoAwake', {
    configurable: true,
    set: (given) => {
      awake = given
    },
    get: () => async () => {
      const buttons = [...document.querySelectorAll('button')]
      buttons.find(({ ariaLabel }) => ariaLabel?.startsWith('Pick #1,'))?.click()
      // A click that came again now would find the button turned, and turn it back.
      await new Promise((turned) => setTimeout(turned, 100))
      await awake?.()
    },
  })
}

for (const [when, click] of [
  ['that React drops while it wakes the page', clickWhenHeard],
  ['that React takes while it wakes the page', clickBeforeAwake],
] as const)
  test(`a click ${when} is taken once @phone`, async ({ page }) => {
    await page.addInitScript(click)
    const wall = new WallPage(page)
    await wall.open('two-inks', '?order=number')
    await wall.pick(2)
    await expect(page.getByRole('button', { name: /^Picked #1,/ })).toBeVisible()
  })

test('a press that wakes the page is taken once @phone', async ({ browser }) => {
  // Of visitors who come for the first time and press at once, every third or so meets that moment.
  for (let visitor = 1; visitor <= 8; visitor += 1) {
    const context = await browser.newContext()
    const wall = new WallPage(await context.newPage())
    await wall.open('two-inks', '?order=number')
    await wall.pick(visitor)
    await context.close()
  }
})

test('what is written before the page is awake is kept, and sent on @phone', async ({ page }) => {
  const { wake } = await asleep(page)
  const form = new BriefPage(page)
  await page.goto('/rounds/weather-report/submit', { waitUntil: 'commit' })
  await form.write({ prompt: 'Strata in ochre, one fault', name: 'Ada', count: '2' })
  await page.locator('input[name=provider]').last().check()
  await form.review()
  await expect(form.prompt).toBeVisible()
  wake()
  await expect(page.getByRole('heading', { name: 'What you sign' })).toBeVisible()
  await page.reload()
  await expect(form.prompt).toHaveValue('Strata in ochre, one fault')
  await expect(form.name).toHaveValue('Ada')
  await expect(form.count).toHaveValue('2')
})

test('a draft of this device and what is written on top of it are one brief', async ({ page }) => {
  const form = new BriefPage(page)
  await form.open('weather-report')
  await form.write({ prompt: 'Strata in ochre, one fault', name: 'Ada', count: '2' })
  await expect(page.getByText('26 of')).toBeVisible()
  const { wake } = await asleep(page)
  await page.reload({ waitUntil: 'commit' })
  await form.prompt.fill('Strata in blue')
  wake()
  await expect(form.name).toHaveValue('Ada')
  await expect(form.prompt).toHaveValue('Strata in blue')
  await expect(page.getByText('14 of')).toBeVisible()
})
