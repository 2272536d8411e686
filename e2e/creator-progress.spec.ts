import type { Page } from '@playwright/test'
import { BriefPage } from '#scripts/testing/pages/brief-page.ts'
import { signIn } from '#scripts/testing/pages/connect.ts'
import { expect, test } from './story.ts'

const PARENT_WORDS = 'Nine islands in fog, slate and vermilion, sparse'

/** Writes and signs a brief on the page of a form that is open, as a creator who is signed in. */
async function signBrief(
  page: Page,
  words: { prompt: string; name: string; count: string },
  walletName?: string,
) {
  const brief = new BriefPage(page)
  await brief.write(words)
  await brief.review()
  if (walletName) await brief.signIn(walletName)
  await brief.sign(Number(words.count))
  await brief.watching()
  return brief
}

test('@phone a variation is turned away with its reason, tried again, and survives reload', async ({
  page,
  people,
  walletOf,
}) => {
  const creator = people.creators[2]
  if (!creator) throw new Error('the demo has too few creators')
  const wallet = await walletOf(creator)
  const form = new BriefPage(page)
  await form.open('weather-report')
  const by = { name: 'Mika Sato', count: '1' }
  const unlike = `${PARENT_WORDS}, ${test.info().project.name}`
  await signBrief(page, { prompt: unlike, ...by }, wallet.name)
  await form.stands('One hung.')
  await form
    .frame(1)
    .getByRole('link', { name: /^Picture 1/ })
    .click()
  await page.waitForURL(/\/works\//)
  const vary = page.getByRole('link', { name: 'Make variations' }).filter({ visible: true })
  const parentPage = page.url()

  const dense = `${unlike}, dense`
  await vary.click()
  await form.isFor('Weather Report')
  await signBrief(page, { prompt: dense, ...by })
  await form.stands('One hung.')

  // The same words for the same parent are the same picture.
  await page.goto(parentPage)
  await vary.click()
  await form.isFor('Weather Report')
  await signBrief(page, { prompt: dense, ...by })
  await form.stands('None hung, one turned away.')
  const frame = form.frame(1)
  await expect(frame).toContainText('Turned away')
  await expect(frame).toContainText('The same pixels hang in this round already')
  await expect(frame).toContainText('Change the words')
  await expect(frame).toContainText('2 tries left')
  await page.reload()
  await expect(frame).toContainText('2 tries left')
  await frame.getByRole('button', { name: 'Try picture 1 again' }).click()
  await form.stands('One hung.')

  await page.getByRole('link', { name: 'Your briefs' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your briefs' })).toBeVisible()
  await page
    .getByRole('link', { name: `“${dense}”` })
    .first()
    .click()
  await form.stands('One hung.')
})

test('a stranger sees why, and cannot spend the tries of another', async ({
  page,
  people,
  walletOf,
  ground,
}) => {
  const [, , creator, stranger] = people.creators
  if (!creator || !stranger) throw new Error('the demo has too few creators')
  const rows = await ground.db.task.findMany({
    where: { status: 'refused' },
    include: { brief: true, round: true },
  })
  const refused = rows.find(({ brief }) => brief.creator === creator.address)
  if (!refused) throw new Error('the story before this one left nothing turned away')
  const wallet = await walletOf(stranger)
  await page.goto('/briefs')
  await signIn(page, wallet.name)
  await expect(page.getByText(/This account has signed|Taking|hung/).first()).toBeVisible()
  const path = `/api/v1/rounds/${refused.round.roundId}/pictures/${refused.id}/retry`
  const answer = await page.request.post(path)
  expect(answer.status()).toBe(403)
  expect(await answer.json()).toMatchObject({ code: 'not-yours' })
})

test.describe('when the stream does not get through', () => {
  test.use({ expectedErrors: [/net::ERR_FAILED/] })
  test('the page asks instead, and says so', async ({ page, people, walletOf }) => {
    const creator = people.creators[3]
    if (!creator) throw new Error('the demo has too few creators')
    const wallet = await walletOf(creator)
    let streams = 0
    await page.route('**/progress/stream**', (route) => {
      streams += 1
      return route.abort()
    })
    const form = new BriefPage(page)
    await form.open('weather-report')
    await signBrief(page, { prompt: 'Strata in ochre, one fault', name: 'Ada', count: '3' }, wallet.name)
    await form.stands('Three hung.')
    expect(streams).toBeGreaterThan(0)
  })
})
