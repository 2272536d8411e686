import { BriefPage } from '#scripts/testing/pages/brief-page.ts'
import { expectShownIsAsked } from '#scripts/testing/pages/typed-sheet.ts'
import { expect, test } from './story.ts'

test('a creator signs a brief, watches it hang, and turns the work over', async ({
  page,
  people,
  walletOf,
}) => {
  const [creator] = people.creators
  if (!creator) throw new Error('the demo has no creator')
  const wallet = await walletOf(creator)
  const form = new BriefPage(page)
  await form.open('weather-report')

  await form.review()
  await expect(page.getByText('What should be seen', { exact: false }).first()).toBeVisible()
  await expect(form.prompt).toHaveAttribute('aria-invalid', 'true')

  const words = 'Nine islands in fog, slate and vermilion, sparse'
  await form.write({ prompt: words, name: 'Ines Okafor', count: '2' })
  await page.reload()
  await expect(form.prompt).toHaveValue(words)
  await form.review()
  await form.signIn(wallet.name)
  wallet.mood = 'rejects'
  await form.sign(2)
  await expect(page.getByText(/Your words are kept/)).toBeVisible()
  wallet.mood = 'waits'
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await form.sign(2)
  await expect(page.getByText('Your wallet is open')).toBeVisible()
  await expectShownIsAsked(page, wallet.typed)
  wallet.mood = 'signs'
  wallet.release()

  await form.watching()
  await form.stands('Two hung.')
  await form
    .frame(1)
    .getByRole('link', { name: /^Picture 1/ })
    .click()
  await page.waitForURL(/\/rounds\/weather-report\/works\//)
  await expect(page.getByRole('img').first()).toBeVisible()
  await page.getByRole('link', { name: 'Turn over' }).first().click()
  await expect(page).toHaveURL(/\?verso$/)
  await expect(page.getByText(words).filter({ visible: true }).first()).toBeVisible()
  await page.getByRole('link', { name: 'Turn back' }).first().click()
  await expect(page).not.toHaveURL(/verso$/)

  await page.goto('/rounds/weather-report')
  await expect(page.getByRole('link', { name: /nine islands/i }).first()).toBeVisible()
})
