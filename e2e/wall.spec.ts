import { faults } from '#scripts/testing/pages/faults.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { expect, test } from './story.ts'

const numbers = (wall: WallPage) =>
  wall.works.evaluateAll((items) =>
    items.map((item) => Number(item instanceof HTMLElement && item.dataset.number)),
  )

test('a visitor is dealt an order, and finds it again @phone', async ({ page }) => {
  const wall = new WallPage(page)
  await wall.open('two-inks')
  await expect(page).toHaveURL(/\?deal=\d+-[0-9a-f]{4}$/)
  const dealt = await numbers(wall)
  await page.reload()
  expect(await numbers(wall)).toEqual(dealt)

  await page.getByRole('link', { name: 'number', exact: true }).click()
  await expect(page).toHaveURL(/\?order=number$/)
  await expect.poll(() => numbers(wall)).toEqual(dealt.toSorted((a, b) => a - b))
  await page.getByRole('link', { name: 'fair', exact: true }).click()
  await expect(page).toHaveURL(/\?deal=/)
  await expect.poll(async () => (await numbers(wall)).toSorted((a, b) => a - b)).toHaveLength(dealt.length)
})

test('what was looked at is marked, kept, and told by number alone @phone', async ({ page }) => {
  const wall = new WallPage(page)
  const told = page.waitForResponse((response) => response.url().endsWith('/impressions'))
  await wall.open('two-inks')
  const [first = 0] = await numbers(wall)
  await expect(wall.works.first().getByText(', seen')).toBeVisible()
  expect((await told).status()).toBe(200)

  await page.getByRole('link', { name: /^Unseen/ }).click()
  await expect(page).toHaveURL(/show=unseen/)
  await expect(page.getByRole('link', { name: /^Unseen/ })).toHaveAttribute('aria-current', 'true')
  await expect.poll(() => numbers(wall)).not.toContain(first)
  expect(await faults(page)).toEqual([])
})

test('a wall of what this device picked says so when there is nothing @phone', async ({ page }) => {
  const wall = new WallPage(page)
  await page.goto('/rounds/two-inks?show=picks')
  await expect(page.getByText('You have picked nothing yet.')).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.getByRole('link', { name: 'Show all works' }).click()
  await wall.pick(3)
  await wall.pick(7)
  await page.getByRole('link', { name: /^My picks/ }).click()
  await expect.poll(async () => (await numbers(wall)).toSorted((a, b) => a - b)).toEqual([3, 7])
  // What is taken off stays where it is until one looks again.
  await wall.takeOff(3)
  expect((await numbers(wall)).toSorted((a, b) => a - b)).toEqual([3, 7])
})

test('a work is asked for when it is opened, and not as it passes by @phone', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (/\/works\/\d+\?.*_rsc=/.test(request.url())) asked.push(request.url())
  })
  const wall = new WallPage(page)
  await wall.open('two-inks')
  await wall.works.last().scrollIntoViewIfNeeded()
  await page.waitForLoadState('networkidle')
  expect(asked).toEqual([])
  await wall.works.last().getByRole('link').first().click()
  await expect(page).toHaveURL(/\/works\/\d+$/)
  expect(asked.length).toBeGreaterThan(0)
})

test('one comes back from a work to where one was @phone', async ({ page }) => {
  const wall = new WallPage(page)
  await wall.open('two-inks')
  const last = wall.works.last()
  await last.scrollIntoViewIfNeeded()
  // The click itself may scroll, when the first attempt finds the work in motion.
  const left = page.evaluate(
    () =>
      new Promise<number>((at) =>
        addEventListener('click', () => at(window.scrollY), { capture: true, once: true }),
      ),
  )
  await last.getByRole('link').click()
  const stood = await left
  expect(stood).toBeGreaterThan(100)
  await expect(page).toHaveURL(/\/works\/\d+/)
  await page.goBack()
  await expect(last).toBeInViewport()
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeCloseTo(stood, -1)
})

test('nobody is carried along where rows come above the height of others @phone', async ({ page }) => {
  const wall = new WallPage(page)
  await wall.open('two-inks')
  // A page that is still waking up is React's to build, and nobody else's.
  await page.waitForLoadState('networkidle')
  const moved = await page.evaluate(async () => {
    const drawn = () => new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)))
    const list = document.querySelector('.hang > ol')
    const rest = document.createElement('li')
    rest.className = 'hang-rest'
    rest.style.height = '9000px'
    list?.append(rest)
    // Nothing but what is still to come is in the window now.
    window.scrollTo({ top: rest.getBoundingClientRect().top + window.scrollY + 4000, behavior: 'instant' })
    await drawn()
    const before = window.scrollY
    const row = document.createElement('li')
    row.style.cssText = 'width: 100%; height: 400px'
    list?.insertBefore(row, rest)
    await drawn()
    return window.scrollY - before
  })
  expect(moved).toBe(0)
})

test('how often works were seen is published, and how orders are made @phone', async ({ page, request }) => {
  const wall = new WallPage(page)
  await wall.open('two-inks')
  await page.getByRole('link', { name: 'How it is drawn' }).click()
  await expect(page.getByRole('heading', { name: 'How a fair order is drawn' })).toBeVisible()
  expect(await faults(page)).toEqual([])
  const record = await page.getByRole('link', { name: 'this record as JSON' }).getAttribute('href')
  const answer = await (await request.get(record ?? '')).json()
  expect(Object.keys(answer).toSorted()).toEqual(['epoch', 'impressions', 'newest', 'takenAt'])
})

test('other sites are shown a card, and a phone can keep the app', async ({ page, request }) => {
  await page.goto('/rounds/two-inks')
  const card = await page.locator('meta[property="og:image"]').getAttribute('content')
  const image = await request.get(new URL(card ?? '').pathname)
  expect(image.headers()['content-type']).toBe('image/png')
  const manifest = await (await request.get('/manifest.webmanifest')).json()
  expect(manifest).toMatchObject({ display: 'standalone', start_url: '/' })
  for (const { src, type } of manifest.icons) {
    const icon = await request.get(src)
    expect(icon.headers()['content-type']).toContain(type)
  }
  const unasked = await request.get('/favicon.ico')
  expect(unasked.headers()['content-type']).toBe('image/x-icon')
})
