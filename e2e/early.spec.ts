import type { Page, Request } from '@playwright/test'
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

/** Lets React do so many more pieces of its work once it has taken over the page, and the next when a click has come. */
function holdAfter(pieces: number): void {
  const { postMessage } = MessagePort.prototype
  let left = pieces
  const hasTakenOver = () => {
    const key = Object.keys(document).find((name) => name.startsWith('__reactContainer'))
    const container = key && Reflect.get(document, key)
    return container?.stateNode.current.memoizedState.isDehydrated === false
  }
  // React has itself called so for each piece.
  MessagePort.prototype.postMessage = function (...given: unknown[]) {
    const callReact = () => Reflect.apply(postMessage, this, given)
    queueMicrotask(() => {
      if (MessagePort.prototype.postMessage === postMessage || !hasTakenOver()) return callReact()
      left -= 1
      if (left >= 0) return callReact()
      MessagePort.prototype.postMessage = postMessage
      document.documentElement.dataset.held = ''
      addEventListener('click', () => setTimeout(callReact), { capture: true, once: true })
    })
  }
}

for (const pieces of [0, 1, 2])
  test(`a press is taken once that comes ${pieces} pieces of work after React took over @phone`, async ({
    page,
  }) => {
    await page.addInitScript(holdAfter, pieces)
    const wall = new WallPage(page)
    await wall.open('two-inks', '?order=number')
    await page.waitForFunction(() => 'held' in document.documentElement.dataset || !window.versoAwake)
    await wall.pick(1)
    await page.waitForFunction(() => !window.versoAwake)
    await wall.pick(2)
    await expect(page.getByRole('button', { name: /^Picked #1,/ })).toBeVisible()
  })

test('a press while the wall wakes does not wait for the works behind it @phone', async ({ page }) => {
  await page.addInitScript(holdAfter, 0)
  const wall = new WallPage(page)
  await wall.open('two-inks', '?order=number')
  await page.waitForFunction(() => 'held' in document.documentElement.dataset)
  const asleep = await page.evaluate(() => {
    const works = [...document.querySelectorAll('li[data-number]')]
    works[0]?.querySelector('button')?.click()
    return works.filter((work) => !Object.keys(work).some((key) => key.startsWith('__reactProps'))).length
  })
  expect(asleep).toBeGreaterThan(0)
  await wall.pick(2)
  await expect(page.getByRole('button', { name: /^Picked #1,/ })).toBeVisible()
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

test('a wall that is kept paints its pictures before it asks for scripts @phone', async ({ browser }) => {
  // Kept since the last visit, if nothing rang in between.
  await expect(async () => {
    const context = await browser.newContext()
    const page = await context.newPage()
    const events: string[] = []
    const note = (request: Request) => events.push(request.url())
    page.on('requestfinished', (request) => request.resourceType() === 'image' && note(request))
    page.on('request', (request) => request.resourceType() === 'script' && note(request))
    const wall = new WallPage(page)
    await wall.open('two-inks', '?order=number')
    await wall.pick(1)
    const pictures = await page
      .locator('img[loading=eager]')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).currentSrc))
    const firstScript = events.findIndex((url) => url.endsWith('.js'))
    await context.close()
    expect(pictures.length).toBeGreaterThan(1)
    expect(events.slice(0, firstScript)).toEqual(expect.arrayContaining(pictures))
  }).toPass({ timeout: 30_000 })
})
