import type { Page } from '@playwright/test'
import type { RoundView } from '#lib/rounds/schema.ts'
import { beginRound, openVoting } from '#scripts/play/director.ts'
import type { Ground } from '#scripts/play/ground.ts'
import type { NightFerryPeople } from '#scripts/play/night-ferry.ts'
import { castBallot } from '#scripts/play/voter.ts'
import { hangWorks } from '#scripts/play/works.ts'
import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { BorrowMenu } from '#scripts/testing/pages/borrow-menu.ts'
import { DeskPage } from '#scripts/testing/pages/desk-page.ts'
import { faults } from '#scripts/testing/pages/faults.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { expect, test } from './story.ts'

/** A word of the script that holds the keys of borrowed people. */
const KEYS = 'verso local identity'

/** A round of this story's own, open for votes: the clock that it moves is short. */
async function shortRound(ground: Ground, people: NightFerryPeople): Promise<RoundView> {
  const { director, creators, curators } = people
  const slug = `ebb-${Date.now().toString(36)}`
  await director.signIn()
  const begun = await beginRound(director, {
    community: 'night-ferry',
    slug,
    title: 'Ebb',
    brief: 'What the water leaves.',
    places: 1,
    maxChoices: 2,
    submissionsSeconds: 600,
    openingSeconds: 300,
    votingSeconds: 900,
    challengeSeconds: 60,
    sealGrace: 60,
  })
  const briefs = [
    { prompt: 'A flat shore in grey and sand, two inks', count: 2 },
    { prompt: 'Seaweed, pressed, in Prussian blue', count: 1 },
  ]
  expect(await hangWorks(ground, creators.slice(0, 2), begun, briefs)).toBe(3)
  const voting = await openVoting(ground, director, begun)
  for (const curator of curators.slice(0, 2))
    await castBallot(curator, voting, { numbers: [1], now: await ground.clock.now() })
  return voting
}

test('a visitor without a wallet votes, skips to the close, and mints', async ({ page, ground, people }) => {
  test.slow()
  const round = await shortRound(ground, people)
  const menu = new BorrowMenu(page)
  const wall = new WallPage(page)
  const ballot = new BallotPage(page)
  const desk = new DeskPage(page)

  await wall.open(round.slug)
  await wall.pick(2)
  await wall.reviewBallot()
  await menu.open()
  await expect(menu.people('Curators').first()).toHaveText(/^curator \d+[1-9]\d* votes at block \d+$/)
  await expect(menu.people('Curators').last()).toHaveText(/has voted$/)
  const name = (await menu.people('Curators').first().locator('span').first().textContent()) ?? ''
  await menu.people('Curators').first().click()
  await expect(menu.standing(name)).toBeVisible()
  await expect(ballot.votes(/^[1-9]\d* votes at block \d+/)).toBeVisible()
  await page.reload()
  await expect(menu.standing(name)).toBeVisible()
  await expect(page.getByText('These ten lines are what is signed')).toBeVisible()
  await ballot.sign()
  expect(await ballot.receiptNumber()).toBe(3)

  await page.goto(`/rounds/${round.slug}`)
  await page.getByRole('button', { name: 'Skip to the close' }).click()
  await page.waitForURL(/\/result$/)
  await expect(page.getByRole('heading', { level: 2, name: /was chosen/ })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('3 voters, 3 ballots')).toBeVisible()

  await page.goto(`/desk/rounds/${round.roundId}`)
  await expect(page.getByText('Only the director can do this')).toBeVisible()
  await menu.open()
  await menu.people('Director').click()
  await expect(menu.standing('director')).toBeVisible()
  await desk.act('Close the round')
  await page.getByRole('button', { name: 'Skip the challenge' }).click()
  await desk.act('Mint one work')
  await expect(page.getByText('Every winner is a token.', { exact: false })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Skip/ })).toBeHidden()

  await page.getByRole('banner').getByRole('button', { name: 'Give back' }).click()
  await expect(menu.standing('director')).toBeHidden()
})

test('an identity is borrowed by keyboard, changed and given back @phone', async ({ page }, info) => {
  const menu = new BorrowMenu(page)
  const wall = new WallPage(page)
  await wall.open('two-inks')
  await wall.pick(1)
  await wall.reviewBallot()
  await expect(menu.offer).toBeVisible()
  await menu.offer.focus()
  await page.keyboard.press('Enter')
  await expect(menu.people('Curators').first()).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.keyboard.press('Tab')
  await page.keyboard.press('Escape')
  await expect(menu.people('Curators').first()).toBeHidden()
  await expect(menu.offer).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(menu.people('Curators').first()).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(menu.people('Curators').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Borrow somebody else' })).toBeVisible()
  await expect(page.getByRole('button', { name: /^Sign ballot: 1 work, [1-9]\d* votes/ })).toBeEnabled()
  expect(await faults(page)).toEqual([])
  if (info.project.name === 'phone') {
    await page.getByText('Menu', { exact: true }).click()
    await expect(menu.standing('curator')).toBeVisible()
    await page.getByText('Close', { exact: true }).click()
  }
  await page.getByRole('main').getByRole('button', { name: 'Give back' }).click()
  await expect(page.getByRole('button', { name: 'Connect a wallet to sign' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Connect a wallet to sign' })).toBeVisible()
})

/** The address of the script of this page that holds a word. */
async function scriptWith(page: Page, word: string): Promise<string> {
  const found = await page.evaluate(async (sought) => {
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'))
    for (const { name } of scripts) if ((await (await fetch(name)).text()).includes(sought)) return name
    return null
  }, word)
  if (!found) throw new Error(`no script of this page holds “${word}”`)
  return found
}

test('a menu that is open stays open while the wallet of before is found again', async ({ page }) => {
  const menu = new BorrowMenu(page)
  const wall = new WallPage(page)
  await wall.open('two-inks')
  await wall.pick(1)
  await wall.reviewBallot()
  await menu.open()
  const name = (await menu.people('Curators').nth(1).locator('span').first().textContent()) ?? ''
  await menu.people('Curators').nth(1).click()
  await expect(menu.standing(name)).toBeVisible()

  // The keys of borrowed people are a script of their own: it comes late.
  const late: (() => void)[] = []
  await page.route(await scriptWith(page, KEYS), async (route) => {
    await new Promise<void>((go) => late.push(go))
    await route.continue()
  })
  await page.reload({ waitUntil: 'domcontentloaded' })
  await expect(menu.offer).toHaveText('Borrow an identity')
  await menu.open()
  await expect.poll(() => late.length).toBeGreaterThan(0)
  for (const go of late) go()
  await expect(menu.offer).toHaveText('Borrow somebody else')
  await expect(page.getByRole('heading', { name: 'Whose identity?' })).toBeVisible()
})
