import { BriefPage } from '#scripts/testing/pages/brief-page.ts'
import { signIn } from '#scripts/testing/pages/connect.ts'
import { faults } from '#scripts/testing/pages/faults.ts'
import { expect, test } from './story.ts'

test('a creator keeps the words, and reveals them when they like @phone', async ({
  page,
  people,
  walletOf,
  isMobile,
}) => {
  // One at the desktop and one at the phone: the demo of both is the same.
  const creator = people.creators[isMobile ? 6 : 5]
  if (!creator) throw new Error('the demo has too few creators')
  const wallet = await walletOf(creator)
  const words = `Seven tide pools at ${isMobile ? 'dawn' : 'dusk'}, ochre and slate`
  const form = new BriefPage(page)
  await form.open('weather-report')
  await form.write({ prompt: words, name: 'Aylin Vogel', count: '1' })
  await page.getByRole('switch', { name: 'Keep the words private' }).click()
  await expect(page.getByText('You sign a seal of brief and style.', { exact: false })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await form.review()
  await form.signIn(wallet.name)
  await expect(page.getByText(/Prompt: sha256:[0-9a-f]{64}/)).toBeVisible()
  await form.sign(1)
  await form.watching()
  await form.stands('One hung.')

  await form
    .frame(1)
    .getByRole('link', { name: /^Picture 1/ })
    .click()
  await page.waitForURL(/\/rounds\/weather-report\/works\//)
  const work = page.url()
  expect(await page.content()).not.toContain(words)
  await page.goto(`${work}?verso`)
  const brief = page.getByRole('listitem').filter({ hasText: /^Brief\./ })
  await expect(brief).toContainText('The words are kept private by Aylin Vogel')

  await page.goto('/briefs')
  const reveal = page.getByRole('button', { name: 'Reveal the words' })
  const connect = page.getByRole('button', { name: 'Connect a wallet' })
  await expect(reveal.or(connect).first()).toBeVisible()
  if (await connect.isVisible()) await signIn(page, wallet.name)
  await reveal.click()
  await expect(page.getByText('nothing takes them back', { exact: false })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Keep them private' }).click()
  await expect(reveal).toBeFocused()
  await reveal.click()
  const forGood = page.getByRole('button', { name: 'Reveal for good' })
  await forGood.click()
  await expect(forGood.or(reveal)).toHaveCount(0)

  await page.goto(`${work}?verso`)
  await expect(brief).toContainText(`Aylin Vogel asked for “${words}”`)
  await expect(brief.getByRole('img', { name: /^checked/i })).toBeVisible()
})
