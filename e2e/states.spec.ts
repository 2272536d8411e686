import type { RoundView } from '#lib/rounds/schema.ts'
import { beginRound } from '#scripts/play/director.ts'
import type { Visitor } from '#scripts/play/visitor.ts'
import { hangWorks, signBriefs } from '#scripts/play/works.ts'
import { whileWorkIsBroken } from '#scripts/testing/broken-work.ts'
import { faults, narrow } from '#scripts/testing/pages/faults.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { expect, test } from './story.ts'

const HOUR = 3600

/** A round that takes briefs now, of which nobody else's story knows. */
const newRound = (director: Visitor, title: string) =>
  beginRound(director, {
    community: 'night-ferry',
    title,
    slug: `${title.toLowerCase().replaceAll(' ', '-')}-${Date.now().toString(36)}`,
    brief: 'What is seen from the window of a night train?',
    submissionsSeconds: HOUR,
    openingSeconds: HOUR,
    votingSeconds: HOUR,
    places: 1,
    maxChoices: 1,
  })

const cancel = (director: Visitor, { roundId }: RoundView, reason: string) =>
  director.ask('POST', `/api/v1/rounds/${roundId}/cancel`, { reason })

test('works arrive on the wall and on the first page while one watches', async ({
  page,
  people,
  context,
}) => {
  const { director, creators } = people
  await director.signIn()
  const round = await newRound(director, 'Night train')
  const wall = new WallPage(page)
  await page.goto(`/rounds/${round.slug}`)
  await expect(page.getByRole('heading', { name: 'Nothing is hung yet.' })).toBeVisible()
  expect(await faults(page)).toEqual([])

  const home = await context.newPage()
  await home.goto('/')
  await expect(home.getByRole('heading', { level: 2, name: 'Night train' })).toBeVisible()
  await page.bringToFront()
  let reloads = 0
  page.on('framenavigated', () => reloads++)
  await signBriefs(creators, round, [{ prompt: 'Forty windows at night, one lit', count: 3 }])
  await expect(wall.works).toHaveCount(3, { timeout: 30_000 })
  await expect(page.getByText(/^3 of \d+ hung$/)).toHaveAttribute('aria-live', 'polite')
  expect(reloads).toBe(0)
  expect(await faults(page)).toEqual([])

  await home.bringToFront()
  await expect(home.getByText(/^3 of \d+ hung$/).first()).toBeVisible()
  await expect(home.getByRole('list', { name: /^3 of \d+ hung$/ }).getByRole('link')).toHaveCount(3)
  expect(await faults(home)).toEqual([])

  await page.bringToFront()
  await narrow(page)
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
  await signBriefs(creators, round, [{ prompt: 'Three hills at dusk, one red sun', count: 1 }])
  const show = page.getByRole('button', { name: '1 new work: show' })
  await expect(show).toBeVisible({ timeout: 30_000 })
  await expect(wall.works).toHaveCount(3)
  expect(await faults(page)).toEqual([])
  await show.click()
  await expect(wall.works).toHaveCount(4)

  await cancel(director, round, 'The train was cancelled.')
  await expect(page.getByRole('heading', { name: 'This round was cancelled.' })).toBeVisible()
  await expect(page.getByText('The director’s reason: The train was cancelled.')).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('a cancelled round says so on each of its pages', async ({ page, people }) => {
  await people.director.signIn()
  const round = await newRound(people.director, 'Never hung')
  await cancel(people.director, round, 'Nobody came.')
  for (const [place, says] of [
    ['', 'This round was cancelled.'],
    ['/result', 'This round was cancelled.'],
    ['/submit', 'This round takes no briefs now.'],
  ]) {
    await page.goto(`/rounds/${round.slug}${place}`)
    await expect(page.getByRole('heading', { name: says ?? '' })).toBeVisible()
    expect(await faults(page)).toEqual([])
  }
})

test.describe('without a network', () => {
  test.use({ expectedErrors: [/ERR_INTERNET_DISCONNECTED/] })
  for (const [name, path] of [
    ['the first page', '/'],
    ['a wall', '/rounds/two-inks'],
    ['a work', '/rounds/two-inks/works/1'],
    ['a ballot', '/rounds/two-inks/ballot'],
  ] as const)
    test(`${name} without a network keeps the picks and says so @phone`, async ({ page, context }) => {
      await page.goto(path)
      await page.waitForLoadState('networkidle')
      await context.setOffline(true)
      const bar = page.getByText('You are offline.')
      await expect(bar).toBeVisible()
      await expect(page.getByText('What you picked is kept on this device.')).toBeVisible()
      const dock = page.getByRole('region', { name: 'Ways on' })
      if (await dock.isVisible()) {
        const [over, under] = [await bar.boundingBox(), await dock.boundingBox()]
        expect((over?.y ?? 0) + (over?.height ?? 0)).toBeLessThanOrEqual(under?.y ?? 0)
      }
      expect(await faults(page)).toEqual([])
      await context.setOffline(false)
      await expect(bar).toBeHidden()
    })
})

test.describe('pictures that do not arrive', () => {
  test.use({ expectedErrors: [/ERR_FAILED/] })
  test('say so in their frames, and come when asked again @phone', async ({ page }) => {
    const wall = new WallPage(page)
    let lost = true
    await page.route('**/works/*', (route) =>
      lost && route.request().resourceType() === 'image' ? route.abort() : route.continue(),
    )
    await wall.open('two-inks', '?order=number')
    const first = wall.works.first()
    await expect(first.getByText('#1 did not arrive.')).toBeVisible()
    expect(await faults(page)).toEqual([])
    lost = false
    await first.getByRole('button', { name: 'Ask again for #1' }).click()
    await expect(first.getByText('#1 did not arrive.')).toBeHidden()
    await expect(first.locator('img')).toHaveJSProperty('complete', true)
  })

  test('leave labels and ways on where they are while they are awaited', async ({ page }) => {
    const wall = new WallPage(page)
    const gate = Promise.withResolvers<void>()
    await page.route('**/works/*', async (route) => {
      if (route.request().resourceType() === 'image') await gate.promise
      await route.continue()
    })
    await page.goto('/rounds/two-inks', { waitUntil: 'domcontentloaded' })
    await page.evaluate(() => document.fonts.ready)
    const first = wall.works.first()
    await expect(first).toBeVisible()
    const before = await first.boundingBox()
    gate.resolve()
    await page.waitForLoadState('load')
    expect(await first.boundingBox()).toEqual(before)
  })
})

test.describe('what cannot be read', () => {
  test.use({ expectedErrors: [/status of 500|Server Components render|React error #441|favicon\.ico/] })
  test('says what, keeps the code, and comes back once it can be @phone', async ({
    page,
    people,
    ground,
  }) => {
    await people.director.signIn()
    const round = await newRound(people.director, 'Unreadable')
    await hangWorks(ground, people.creators, round, [{ prompt: 'A page of torn letters', count: 1 }])
    // A round that no other page shows, so that nobody else meets what is broken here.
    await cancel(people.director, round, 'For this story alone.')
    await whileWorkIsBroken(ground.db, round.slug, async (path) => {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: /^This work cannot be read/ })).toBeVisible()
      await expect(page.getByText('this server failed at its own work')).toBeVisible()
      expect(await faults(page)).toEqual([])
      await narrow(page)
      expect(await faults(page)).toEqual([])
    })
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('heading', { name: /^This work cannot be read/ })).toBeHidden()
    await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  })
})
