import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { faults } from '#scripts/testing/pages/faults.ts'
import { TablePage } from '#scripts/testing/pages/table-page.ts'
import { test } from './method-story.ts'
import { expect } from './story.ts'

const onDesk = (name: string) => name === 'desktop'

test('three passes make a ranked ballot @phone', async ({ page, people, rounds, walletOf }, info) => {
  const curator = people.undecided[onDesk(info.project.name) ? 6 : 7]
  if (!curator) throw new Error('the demo has too few curators')
  const wallet = await walletOf(curator)
  const table = new TablePage(page)
  const ballot = new BallotPage(page)
  const { keyboard } = page
  await page.goto(`/rounds/${rounds.ranked.slug}/table?order=number`)
  await table.arrived()

  await test.step('reject: two are passed, the rest is kept', async () => {
    await expect(page.getByText(/^Pass what is not for you/).first()).toBeVisible()
    await table.key('Pass').click()
    await table.key('Pass').click()
    const next = table.key(onDesk(info.project.name) ? 'Next' : 'Next work')
    for (let work = 3; work <= 6; work += 1) await next.click()
    await expect(page.getByText('All 6 gone through: 4 kept.', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Go on to pick' }).click()
  })

  await test.step('pick: three of them', async () => {
    await expect(table.grid).toHaveAttribute('aria-colcount', '4')
    await expect(table.table).toBeFocused()
    for (const key of ['p', 'p', 'x', 'p']) await keyboard.press(key)
    await expect(page.getByText('All 4 gone through: 3 picked, 1 passed.', { exact: true })).toBeVisible()
    await page.getByRole('button', { name: 'Go on to rank' }).click()
  })

  await test.step('rank: by figure, by Alt and an arrow, by button, by hand; and back', async () => {
    const order = () =>
      table.survey
        .locator('[data-number]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('data-number')))
    await expect(table.survey).toBeVisible()
    await expect.poll(order).toEqual(['3', '4', '6'])
    expect(await faults(page)).toEqual([])
    await keyboard.press('Alt+ArrowRight')
    await expect.poll(order).toEqual(['4', '3', '6'])
    await expect(table.said).toHaveText('#3: place 2 of 3 on your ballot.')
    await keyboard.press('End')
    await keyboard.press('1')
    await expect.poll(order).toEqual(['6', '4', '3'])
    await keyboard.press('z')
    await expect.poll(order).toEqual(['4', '3', '6'])
    await table.key('Earlier').click()
    await expect.poll(order).toEqual(['4', '6', '3'])
    const [from, to] = await Promise.all([
      table.survey.locator('[data-number="3"] > span').last().boundingBox(),
      table.survey.locator('[data-number="4"]').boundingBox(),
    ])
    if (!from || !to) throw new Error('there is nothing to drag')
    await page.mouse.move(from.x + 8, from.y + 10)
    await page.mouse.down()
    await page.mouse.move(to.x + 20, to.y + 20, { steps: 6 })
    await page.mouse.up()
    await expect.poll(order).toEqual(['3', '4', '6'])
    await page.reload()
    await expect(table.grid).toHaveAttribute('aria-colcount', '3')
  })

  await page
    .getByRole('link', { name: /^(Review ballot|Ballot)$/ })
    .filter({ visible: true })
    .first()
    .click()
  await ballot.connect(wallet.name)
  await ballot.sign()
  await ballot.receiptNumber()
  expect(wallet.typed.choices).toBe('#3>#4>#6')
})

test('keys give the points of a ballot by points @phone', async ({ page, rounds }) => {
  const table = new TablePage(page)
  const { keyboard } = page
  await page.goto(`/rounds/${rounds.score.slug}/table?order=number`)
  await table.arrived()
  for (const key of ['p', 'x', 'p']) await keyboard.press(key)
  await expect(table.picked(/^2 of/)).toBeVisible()
  await table.begin(/^3 Rank/)
  await expect(page.getByText(/Keys 1 to 5 give as many points\.$/).first()).toBeVisible()
  await table.key('4: 4 points').click()
  await expect(table.said).toHaveText('Work 1 of 2: 4 points.')
  await keyboard.press('ArrowRight')
  await keyboard.press('5')
  await expect(table.cell(3)).toHaveAccessibleName(/5 points$/)
  await keyboard.press('z')
  await expect(table.cell(3)).toHaveAccessibleName(/picked$/)
  await keyboard.press('2')
  await keyboard.press('ArrowRight')
  await expect(page.getByText('All 2 gone through: 2 with points.', { exact: true })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.getByRole('main').getByRole('link', { name: 'Review ballot' }).click()
  await expect(page.getByText('#1=4 #3=2', { exact: true }).first()).toBeVisible()
})
