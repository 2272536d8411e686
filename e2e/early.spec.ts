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
