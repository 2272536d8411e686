import { BriefPage } from './pages/brief-page.ts'
import { connect, signIn } from './pages/connect.ts'
import { faults } from './pages/faults.ts'
import { WallPage } from './pages/wall-page.ts'
import { expect, test } from './story.ts'

test('the states of a ballot hold nothing against anyone', async ({ page, people, walletOf }) => {
  const curator = people.undecided[1]
  if (!curator) throw new Error('the demo has too few curators')
  const wallet = await walletOf(curator)
  const wall = new WallPage(page)
  await wall.open('two-inks')
  await wall.pick(1)
  await wall.pick(2)
  expect(await faults(page)).toEqual([])
  await wall.reviewBallot()
  await connect(page, wallet.name, 'Connect a wallet to sign')
  const sign = page.getByRole('button', { name: /^Sign ballot:/ })
  await expect(sign).toBeEnabled()
  expect(await faults(page)).toEqual([])
  wallet.mood = 'waits'
  await sign.click()
  await expect(page.getByText('Your wallet is open')).toBeVisible()
  expect(await faults(page)).toEqual([])
  wallet.mood = 'rejects'
  wallet.release()
  await expect(page.getByText('You closed the wallet.')).toBeVisible()
  expect(await faults(page)).toEqual([])
  wallet.mood = 'signs'
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await sign.click()
  await page.waitForURL(/\/receipt\//)
  await expect(page.getByText(/ballot is number/).first()).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('@phone the states of a brief hold nothing against anyone', async ({ page, people, walletOf }) => {
  const creator = people.creators[0]
  if (!creator) throw new Error('the demo has no creator')
  const wallet = await walletOf(creator)
  const form = new BriefPage(page)
  await form.open('weather-report')
  await form.review()
  await expect(form.prompt).toBeFocused()
  expect(await faults(page)).toEqual([])
  await form.write({ prompt: 'Four cores of chalk and clay', name: 'Ines Okafor', count: '2' })
  await form.review()
  await form.signIn(wallet.name)
  await expect(form.signButton(2)).toBeVisible()
  expect(await faults(page)).toEqual([])
  await form.sign(2)
  await form.watching()
  await expect(form.frame(1)).toBeVisible()
  expect(await faults(page)).toEqual([])
  await form.stands('Two hung.')
  expect(await faults(page)).toEqual([])
  await form
    .frame(1)
    .getByRole('link', { name: /^Make variations/ })
    .click()
  await expect(page.getByRole('region', { name: 'The work to vary' })).toBeVisible()
  await form.review()
  await expect(page.getByRole('row', { name: /^traits/ })).toContainText('Parent: sha256:')
  expect(await faults(page)).toEqual([])
  await page.goto('/briefs')
  await expect(page.getByRole('link', { name: /Four cores/ }).first()).toBeVisible()
  expect(await faults(page)).toEqual([])
})

test('the director’s desk holds nothing against anyone', async ({ page, people, walletOf }) => {
  const wallet = await walletOf(people.director)
  await page.goto('/desk')
  await signIn(page, wallet.name)
  await expect(page.getByRole('heading', { name: 'Your communities' })).toBeVisible()
  expect(await faults(page)).toEqual([])
  for (const title of ['Weather Report', 'Two Inks', 'One Turned Wrong']) {
    await page.goto('/desk')
    await page.getByRole('link', { name: title }).click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    expect(await faults(page)).toEqual([])
  }
})
