import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { connect } from '#scripts/testing/pages/connect.ts'
import { TablePage } from '#scripts/testing/pages/table-page.ts'
import { test } from './method-story.ts'
import { expect } from './story.ts'

/** Key presses, clicks and pasted texts, as a person makes them. */
function hands(page: Page) {
  let acts = 0
  return {
    async press(...keys: string[]) {
      for (const key of keys) await page.keyboard.press(key)
      acts += keys.length
    },
    async click(target: Locator) {
      await target.filter({ visible: true }).first().click()
      acts += 1
    },
    async paste(target: Locator, text: string) {
      await target.fill(text)
      acts += 1
    },
    counted() {
      const since = acts
      acts = 0
      return since
    },
  }
}

/** The numbers that docs/tasks.md writes down, in its order. */
const written = readFileSync('docs/tasks.md', 'utf8')
  .split('\n')
  .flatMap((line) => /^\| ([^|]+) \| (\d+) \|/.exec(line)?.slice(2).map(Number) ?? [])

test('ten tasks take as many acts as is written', async ({ page, people, walletOf, rounds }) => {
  test.slow()
  const curator = people.undecided[0]
  if (!curator) throw new Error('the demo has too few curators')
  const wallet = await walletOf(curator)
  const table = new TablePage(page)
  const { press, click, paste, counted } = hands(page)
  const link = (name: string | RegExp) => page.getByRole('link', { name })
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const found: number[] = []
  const done = () => found.push(counted())
  const open = async (path: string) => {
    await page.goto(path)
    await table.arrived()
  }

  await open('/rounds/two-inks/table?order=number')
  await press(...Array.from({ length: 16 }, (_, work) => (work % 4 === 0 ? 'p' : 'x')))
  await expect(table.picked('4 of 4')).toBeVisible()
  done()
  await press('z', 'x')
  await expect(table.said).toHaveText(/passed/)
  done()

  await page.evaluate(() => window.localStorage.clear())
  await open('/rounds/two-inks/table?order=number')
  await press('c', 's', 'p', 'c')
  await expect(table.picked('1 of 4')).toBeVisible()
  done()
  await press('n', 'x', 'ArrowRight', 'x', 'n')
  await expect(table.survey).toBeHidden()
  done()
  await press('c', '+', '+')
  await expect.poll(() => table.zooms()).toEqual(Array(2).fill('translate(0%, 0%) scale(2.25)'))
  done()

  await open(`/rounds/${rounds.ranked.slug}/table?order=number`)
  for (const key of ['p', 'p', 'p', 'p']) await page.keyboard.press(key)
  await page
    .getByRole('button', { name: /^3 Rank/ })
    .filter({ visible: true })
    .first()
    .click()
  await expect(table.survey).toBeVisible()
  // The last comes first, and so on: a figure puts the work that has the focus in its place.
  await press('End', '1', 'End', '2')
  await expect(table.survey.locator('[data-number]').first()).toHaveAttribute('data-number', '4')
  done()

  await page.goto(`/rounds/${rounds.approval.slug}/ballot`)
  await page.goto(`/rounds/${rounds.approval.slug}/table?order=number`)
  await table.arrived()
  for (const key of ['p', 'p', 'x']) await page.keyboard.press(key)
  await page.getByRole('link', { name: 'Review ballot' }).filter({ visible: true }).first().click()
  await connect(page, wallet.name, 'Connect a wallet to sign')
  await expect(button(/^Sign ballot/)).toBeEnabled()
  await page.goBack()
  await table.arrived()
  await click(link('Review ballot'))
  await expect(button(/^Sign ballot/)).toBeEnabled()
  await click(button(/^Sign ballot/))
  await page.waitForURL(/\/receipt\//)
  done()
  await click(link('Change the ballot'))
  await click(button(/^Take off/))
  await expect(button(/^Sign ballot: 1 work/)).toBeEnabled()
  await click(button(/^Sign ballot: 1 work/))
  await page.waitForURL(/\/receipt\//)
  done()

  await page.goto('/rounds/two-inks')
  await click(link('Has my address votes?'))
  await paste(page.getByLabel('Address'), people.stranger.address)
  await press('Enter')
  await expect(page.getByText('This account holds none of the round’s tokens.')).toBeVisible()
  done()
  await page.goto('/rounds/one-turned-wrong/result')
  await click(button('Recount it yourself'))
  await expect(page.getByText('Recounted here, all green')).toBeVisible()
  done()

  expect(found).toEqual(written)
})
