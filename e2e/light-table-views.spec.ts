import type { CDPSession, Page } from '@playwright/test'
import { faults, narrow } from '#scripts/testing/pages/faults.ts'
import { TablePage } from '#scripts/testing/pages/table-page.ts'
import { expect, test } from './story.ts'

async function arrive(page: Page): Promise<TablePage> {
  const table = new TablePage(page)
  await page.goto('/rounds/two-inks/table?order=number')
  await table.arrived()
  return table
}

test('two works compared: one zoom for both, marks for the one with the focus @phone', async ({ page }) => {
  const table = await arrive(page)
  const { keyboard } = page
  await keyboard.press('c')
  await expect(table.side('Kept')).toBeFocused()
  await expect(table.side('Challenger')).toHaveAccessibleName(/#2 /)
  const frames = page.locator('[data-frame]')
  const heights = await frames.evaluateAll((all) =>
    all.map((one) => Math.round(one.getBoundingClientRect().height)),
  )
  expect(new Set(heights).size).toBe(1)
  expect(await faults(page)).toEqual([])

  await test.step('keys, wheel and a drag move both alike, and bring the whole pictures', async () => {
    const whole = await page.locator('[data-zoomed] img').count()
    await keyboard.press('+')
    await keyboard.press('+')
    await expect.poll(() => table.zooms()).toEqual(Array(2).fill('translate(0%, 0%) scale(2.25)'))
    await expect(page.locator('[data-zoomed] img')).toHaveCount(whole + 2)
    const box = await frames.first().boundingBox()
    if (!box) throw new Error('there is nothing to drag')
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(x + box.width / 4, y, { steps: 4 })
    await page.mouse.up()
    const [left, right] = await table.zooms()
    expect(left).toMatch(/^translate\((2[45]|25\.\d+)(\.\d+)?%/)
    expect(right).toBe(left)
    await keyboard.press('0')
    await expect.poll(() => table.zooms()).toEqual(Array(2).fill('translate(0%, 0%) scale(1)'))
  })

  await test.step('arrows bring another challenger, and one key lets it win', async () => {
    await keyboard.press('ArrowRight')
    await expect(table.side('Challenger')).toHaveAccessibleName(/#3 /)
    await keyboard.press('Tab')
    await keyboard.press('x')
    await expect(table.side('Challenger')).toHaveAccessibleName(/#3 .*passed$/)
    await keyboard.press('ArrowRight')
    await expect(table.side('Challenger')).toHaveAccessibleName(/#4 /)
    await expect(table.side('Challenger')).toBeFocused()
    await keyboard.press('s')
    await expect(table.side('Kept')).toHaveAccessibleName(/#4 /)
    await expect(table.side('Kept')).toBeFocused()
    await keyboard.press('p')
    await expect(table.picked('1 of 4')).toBeVisible()
  })

  await keyboard.press('Escape')
  await expect(table.picture).toBeVisible()
  await keyboard.press('ArrowRight')
  await expect(table.said).toHaveText(/^Work 5 of/)
})

test('a survey by keyboard: arrows follow the rows, marks fall on the one with the focus @phone', async ({
  page,
}) => {
  const table = await arrive(page)
  const { keyboard } = page
  const focused = table.survey.locator('[role=gridcell]:focus')
  await keyboard.press('n')
  await expect(focused).toHaveAttribute('data-number', '1')
  await expect(table.survey.getByRole('gridcell')).toHaveCount(12)
  const rows = await table.survey
    .getByRole('row')
    .evaluateAll((all) => all.map((row) => row.childElementCount))
  expect(rows.length).toBeGreaterThan(1)
  expect(await faults(page)).toEqual([])
  await keyboard.press('ArrowDown')
  const below = Number(await focused.getAttribute('data-number'))
  expect(below).toBeGreaterThan(rows[0] ?? 0)
  expect(below).toBeLessThanOrEqual((rows[0] ?? 0) + (rows[1] ?? 0))
  await keyboard.press('ArrowUp')
  expect(Number(await focused.getAttribute('data-number'))).toBeLessThanOrEqual(rows[0] ?? 0)
  await keyboard.press('Home')
  await keyboard.press('x')
  await expect(table.survey.locator('[data-number="1"]')).toHaveAccessibleName(/passed$/)
  await expect(focused).toHaveAttribute('data-number', '2')
  await keyboard.press('4')
  await expect(focused).toHaveAccessibleName(/rated 4$/)
  await keyboard.press('ArrowRight')
  await keyboard.press('Enter')
  await expect(table.survey).toBeHidden()
  await expect(table.current).toHaveAttribute('aria-colindex', '3')
  await keyboard.press('n')
  await expect(focused).toHaveAttribute('data-number', '3')
  await keyboard.press('Escape')
  await expect(table.survey).toBeHidden()
})

test('without letters the views have their buttons @phone', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem('verso.table', JSON.stringify({ advance: true, letters: false })),
  )
  const table = await arrive(page)
  await page.keyboard.press('c')
  await page.keyboard.press('+')
  await expect(table.picture).toBeVisible()
  await table.key('Compare').click()
  await expect(table.side('Kept')).toBeVisible()
  await page.getByRole('button', { name: 'Nearer' }).click()
  await expect.poll(() => table.zooms()).toEqual(Array(2).fill('translate(0%, 0%) scale(1.5)'))
  await page.getByRole('button', { name: 'Challenger wins' }).click()
  await expect(table.side('Kept')).toHaveAccessibleName(/#2 /)
  await table.key('Compare').click()
  await expect(table.picture).toBeVisible()
})

test('each view in the narrowest window @phone', async ({ page }) => {
  await narrow(page)
  const table = await arrive(page)
  for (const key of ['c', 'n', '+']) {
    await page.keyboard.press(key)
    await page.keyboard.press('+')
    await expect(table.table).toBeVisible()
    expect(await faults(page)).toEqual([])
    await page.keyboard.press('Escape')
  }
})

type Spot = { x: number; y: number }

/** What fingers do, as the browser gets it from a screen. */
function fingers(cdp: CDPSession) {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Spot[]) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints })
  const between = (a: Spot, b: Spot, part: number) => ({
    x: a.x + (b.x - a.x) * part,
    y: a.y + (b.y - a.y) * part,
  })
  // Sent in one go: a slow machine would make a slow finger.
  const drag = (paths: readonly [Spot, Spot][]) =>
    Promise.all([
      send(
        'touchStart',
        paths.map(([from]) => from),
      ),
      ...[0.25, 0.5, 0.75, 1].map((part) =>
        send(
          'touchMove',
          paths.map(([from, to]) => between(from, to, part)),
        ),
      ),
      send('touchEnd', []),
    ])
  const tap = (at: Spot) => Promise.all([send('touchStart', [at]), send('touchEnd', [])])
  return { drag, tap }
}

test.describe('by fingers', () => {
  test.use({ hasTouch: true })
  test('swipes, a double tap and a pinch do what the buttons do @phone', async ({ page, context }) => {
    // High enough for the whole table: where the page scrolls, up and down are the browser’s.
    const isPhone = (page.viewportSize()?.width ?? 0) < 800
    await page.setViewportSize(isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 })
    const table = await arrive(page)
    const { drag, tap } = fingers(await context.newCDPSession(page))
    const well = await page.getByRole('region', { name: 'The work' }).boundingBox()
    if (!well) throw new Error('there is no well')
    const middle = { x: well.x + well.width / 2, y: well.y + well.height / 2 }
    const to = (dx: number, dy: number, from = middle): [Spot, Spot] => [
      from,
      { x: from.x + dx, y: from.y + dy },
    ]
    const place = (number: string) => expect(table.current).toHaveAttribute('aria-colindex', number)

    await drag([to(-110, 6)])
    await place('2')
    await drag([to(110, -6)])
    await place('1')
    await drag([to(4, -110)])
    await expect(table.picked('1 of 4')).toBeVisible()
    await place('2')
    await drag([to(-4, 110)])
    await expect(table.cell(2)).toHaveAccessibleName(/passed$/)
    await place('3')
    // One that begins at the edge is the browser’s.
    await drag([to(160, 0, { x: 6, y: middle.y })])
    await drag([to(-110, 0)])
    await place('4')

    await Promise.all([tap(middle), tap(middle)])
    // The middle of the well may lie half a pixel beside that of the picture.
    const centred = /^translate\(-?0(\.0\d*)?%, -?0(\.0\d*)?%\) scale\(2\.5\)$/
    await expect.poll(() => table.zooms()).toEqual([expect.stringMatching(centred)])
    await Promise.all([tap(middle), tap(middle)])
    await expect(table.picture).toBeVisible()
    await drag([
      [
        { x: middle.x - 20, y: middle.y },
        { x: middle.x - 90, y: middle.y },
      ],
      [
        { x: middle.x + 20, y: middle.y },
        { x: middle.x + 90, y: middle.y },
      ],
    ])
    // The view from nearer follows the fingers that opened it.
    await expect.poll(() => table.zooms()).toEqual([expect.stringMatching(/scale\(4\.5/)])
    expect(await page.evaluate(() => window.visualViewport?.scale)).toBe(1)
  })
})
