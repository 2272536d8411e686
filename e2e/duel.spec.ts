import { devices, type Page } from '@playwright/test'
import { parseSeen } from '#components/voting/seen.ts'
import type { Visitor } from '#scripts/play/visitor.ts'
import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { connect } from '#scripts/testing/pages/connect.ts'
import { DuelPage } from '#scripts/testing/pages/duel-page.ts'
import { faults, narrow } from '#scripts/testing/pages/faults.ts'
import { press, tabTo } from '#scripts/testing/pages/keyboard.ts'
import { expectShownIsAsked } from '#scripts/testing/pages/typed-sheet.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { test } from './method-story.ts'
import { expect } from './story.ts'

/** Longer than anything that is shown after a choice. */
const SEEN_MS = 900

/** Looks at the pair as long as somebody does who does not hurry. */
const look = (page: Page) => page.waitForTimeout(SEEN_MS)

function undecided(people: { undecided: Visitor[] }, index: number): Visitor {
  const curator = people.undecided[index]
  if (!curator) throw new Error('the demo has too few curators')
  return curator
}

test('a curator judges by duels, changes an answer and signs @phone', async ({
  page,
  people,
  rounds,
  walletOf,
}, info) => {
  const self = undecided(people, info.project.name === 'phone' ? 2 : 1)
  const wallet = await walletOf(self)
  const [wall, duel, ballot] = [new WallPage(page), new DuelPage(page), new BallotPage(page)]
  const { slug } = rounds.pairwise
  await wall.open(slug)
  await expect(page.getByRole('button', { name: /^Pick/ })).toHaveCount(0)
  await page.getByRole('link', { name: 'Judge by duels' }).filter({ visible: true }).first().click()
  await expect(page.getByText(/queue of their own\. It is drawn from the voter’s address/)).toBeVisible()
  expect(await faults(page)).toEqual([])

  await page.getByRole('button', { name: 'Connect a wallet to begin' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: new RegExp(`^(${wallet.name}|Browser Wallet)$`) })
    .first()
    .click()
  await duel.at(1)
  const [left, right] = info.project.name === 'phone' ? ['Upper', 'Lower'] : ['Left', 'Right']
  await duel.key(left).click()
  await duel.at(2)
  await duel.key('Tie').click()
  await duel.at(3)
  const third = await duel.works()
  await duel.key('Skip').click()
  await duel.at(4)
  await duel.key('Undo').click()
  await duel.at(3)
  await look(page)
  await duel.key(right).click()
  await duel.at(4)
  expect(await faults(page)).toEqual([])
  // Whoever was judged was looked at.
  const seen = () =>
    page.evaluate((key) => window.localStorage.getItem(key), `verso.seen.${rounds.pairwise.id}`)
  await expect
    .poll(async () => [...parseSeen(await seen()).numbers].map(String))
    .toEqual(expect.arrayContaining(third))

  await page.reload()
  await duel.at(4)
  await duel.key('Undo').click()
  await duel.at(3)
  expect(await duel.works()).toEqual(third)
  await duel.key(right).click()
  await duel.at(4)
  await page.getByRole('link', { name: /^(Stop here and review|Review)$/ }).click()

  await expect(page.getByRole('heading', { name: 'Your ranking' })).toBeVisible()
  await expect(page.getByRole('heading', { name: '3 duels' })).toBeVisible()
  const first = page.getByRole('group', { name: /^Duel 1:/ })
  const answered = await first.getByRole('radio', { checked: true }).inputValue()
  const other = first.locator(`input[value="${answered === 'low' ? 'high' : 'low'}"]`)
  await other.click({ force: true })
  await expect(page.getByText('Changing duel 1 takes 2 later duels away.')).toBeVisible()
  await expect(page.getByRole('heading', { name: '3 duels' })).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Leave it as it was' }).click()
  await expect(other).not.toBeChecked()
  await other.click({ force: true })
  await page.getByRole('button', { name: /^Change it, and let those 2 go$/ }).click()
  await expect(page.getByRole('heading', { name: '1 duel' })).toBeVisible()
  await expect(other).toBeChecked()
  await page.getByRole('button', { name: 'Put it back as it was' }).click()
  await expect(page.getByRole('heading', { name: '3 duels' })).toBeVisible()
  await expect(other).not.toBeChecked()

  const signButton = page.getByRole('button', { name: /^Sign ballot: 3 duels, [1-9]\d* votes, no gas/ })
  // The wallet is still connected from the room, or is connected now.
  const connectButton = page.getByRole('button', { name: 'Connect a wallet to sign' })
  await expect(signButton.or(connectButton)).toBeVisible()
  if (await connectButton.isVisible()) await connect(page, wallet.name, 'Connect a wallet to sign')
  await expect(signButton).toBeEnabled()

  const stranger = undecided(people, 5)
  await wallet.use(stranger)
  await expect(page.getByText(/^The duels of this device were judged for/)).toBeVisible()
  await wallet.use(self)
  await expect(signButton).toBeEnabled()

  wallet.mood = 'waits'
  await ballot.sign()
  await expect.poll(() => wallet.typed.choices).toMatch(/^#\d>#\d #\d=#\d #\d>#\d$/)
  await expectShownIsAsked(page, wallet.typed)
  wallet.release()
  await ballot.receiptNumber()
  await expect(page.getByText(/It judges 3 duels/)).toBeVisible()
})

test('after a choice the winner and both names are seen, and the next pair stands ready', async ({
  page,
  people,
  rounds,
}) => {
  const duel = new DuelPage(page)
  // Here a rendition is drawn no larger than it is, and no other picture comes.
  await page.setViewportSize({ width: 1000, height: 700 })
  await duel.judgeFor(rounds.pairwise.slug, undecided(people, 6).address)
  const heights = await duel.pictures.evaluateAll((all) => all.map((one) => one.clientHeight))
  expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 9))).toBeLessThanOrEqual(1)
  const names = duel.pair.locator('.type-title')
  await expect(names).toHaveCount(0)
  await look(page)
  const [chosen] = await duel.works()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.keyboard.press('ArrowLeft')
  await expect(names).toHaveCount(2)
  const outlined = duel.pair.locator(`[data-frame="${chosen}"]`)
  await expect(outlined).toHaveCSS('outline-offset', '4px')
  await duel.at(2)
  await expect(names).toHaveCount(0)
  const shown = (await duel.sources()).map((src) => src ?? '?')
  expect(asked.filter((url) => shown.some((src) => url.endsWith(src)))).toEqual([])

  await test.step('who hurries is shown nothing in between', async () => {
    await page.keyboard.press('ArrowRight')
    await duel.at(3)
    await expect(names).toHaveCount(0)
  })

  await test.step('a key while the winner is seen does not judge the pair to come', async () => {
    await look(page)
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await duel.at(4)
    await look(page)
    await duel.at(4)
  })

  await test.step('the same address has the same queue after a reload', async () => {
    const pair = await duel.works()
    await page.reload()
    await duel.at(4)
    expect(await duel.works()).toEqual(pair)
  })
})

test('both works are enlarged together, by wheel, drag, keys and buttons', async ({
  page,
  people,
  rounds,
}) => {
  const duel = new DuelPage(page)
  await duel.judgeFor(rounds.pairwise.slug, undecided(people, 6).address)
  const moves = () =>
    duel.pair
      .locator('[data-side] img')
      .evaluateAll((all) => all.map((one) => (one as HTMLElement).style.transform))
  const alike = async () => {
    const [one, other] = await moves()
    expect(one).toBe(other)
    return one ?? ''
  }
  await page.keyboard.press('+')
  expect(await alike()).toContain('scale(1.5)')
  await page.keyboard.press('Shift+ArrowRight')
  expect(await alike()).toContain('translate(-20%')
  await page.keyboard.press('0')
  expect(await alike()).toBe('')

  const box = await duel.pair.boundingBox()
  if (!box) throw new Error('there is no pair')
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2)
  await page.mouse.wheel(0, -400)
  await expect.poll(alike).toContain('scale(2.2')
  const before = await alike()
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 4 + 60, box.y + box.height / 2 + 40, { steps: 4 })
  await page.mouse.up()
  expect(await alike()).not.toBe(before)
  await duel.at(1)

  const tools = page.getByRole('group', { name: 'Both works enlarged' })
  await tools.getByRole('button', { name: 'Larger' }).click()
  expect(await alike()).toContain('scale(3.3')
  await tools.getByRole('button', { name: 'Look down' }).click()
  expect(await faults(page)).toEqual([])
  await tools.getByRole('button', { name: 'Whole' }).click()
  expect(await alike()).toBe('')

  await page.keyboard.press('+')
  await page.keyboard.press('ArrowLeft')
  await duel.at(2)
  expect(await alike()).toBe('')
})

test('a voter judges by keyboard alone, to the end of the ballot', async ({ page, people, rounds }) => {
  const duel = new DuelPage(page)
  const { keyboard } = page
  await page.goto(`/rounds/${rounds.pairwise.slug}/duel`)
  await tabTo(page, page.getByLabel('Judge for an address'))
  await keyboard.type('nobody')
  await keyboard.press('Enter')
  await expect(page.getByText('An address has 0x and 40 hexadecimal digits.')).toBeVisible()
  await keyboard.press('ControlOrMeta+A')
  await keyboard.type(undecided(people, 7).address)
  await keyboard.press('Enter')
  await duel.at(1)

  await test.step('the keys act in the room, and say what they did', async () => {
    await keyboard.press('=')
    await duel.at(2)
    await expect(duel.said).toHaveText(/^#\d equals #\d\. Duel 2 of 12\./)
    await keyboard.press('s')
    await duel.at(3)
    await expect(duel.said).toHaveText(/^#\d and #\d skipped\. Duel 3 of 12\./)
    await keyboard.press('z')
    await duel.at(2)
  })

  await test.step('not outside of it', async () => {
    await page.getByRole('link', { name: 'Stop here and review' }).focus()
    await keyboard.press('s')
    await keyboard.press('ArrowLeft')
    await duel.at(2)
    await page.getByRole('main').focus()
  })

  await test.step('? lists them, and they can be turned off', async () => {
    await tabTo(page, duel.pair)
    await keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keys' })
    await press(page, sheet.getByText('How the pairs are drawn'))
    await expect(sheet.getByText(rounds.pairwise.id)).toBeVisible()
    expect(await faults(page)).toEqual([])
    await press(page, sheet.getByRole('switch', { name: 'Keys of one letter or sign' }))
    await keyboard.press('Escape')
    await tabTo(page, duel.pair)
    for (const key of ['=', 's', 'z', '+', '?']) await keyboard.press(key)
    await expect(sheet).toBeHidden()
    await duel.at(2)
  })

  await test.step('twelve duels are a ballot', async () => {
    for (let place = 2; place <= 12; place += 1) {
      await duel.at(place)
      await look(page)
      await keyboard.press(place % 3 === 0 ? 'ArrowRight' : 'ArrowLeft')
    }
    await expect(duel.room.getByText('All 12 duels of a ballot are judged.').first()).toBeVisible()
    await expect(duel.room.getByText(/^Your ranking of \d works is \d+ % settled/).first()).toBeVisible()
    expect(await faults(page)).toEqual([])
    await press(page, page.getByRole('link', { name: 'Review the ballot' }))
    await expect(page.getByRole('heading', { name: '12 duels' })).toBeVisible()
  })
})

test('nothing moves for who wants no motion, and it works in the narrowest window', async ({
  page,
  people,
  rounds,
}) => {
  const duel = new DuelPage(page)
  await narrow(page)
  await duel.judgeFor(rounds.pairwise.slug, undecided(people, 8).address)
  expect(await faults(page)).toEqual([])
  await look(page)
  await duel.key('Upper').click()
  await duel.at(2)
  await expect(duel.pair.locator('.type-title')).toHaveCount(0)
  await duel.key('Zoom both').click()
  expect(await faults(page)).toEqual([])
})

test('a round that is judged otherwise has no duels', async ({ page }) => {
  await page.goto('/rounds/two-inks/duel')
  await page.waitForURL(/\/rounds\/two-inks\/table$/)
})

test.describe('on the phone', () => {
  const { defaultBrowserType: _, ...pixel } = devices['Pixel 7']
  test.use({ ...pixel, viewport: { width: 390, height: 844 } })

  test('touching a picture equals its button, and no target is small', async ({ page, people, rounds }) => {
    const duel = new DuelPage(page)
    await duel.judgeFor(rounds.pairwise.slug, undecided(people, 9).address)
    for (const box of await page.getByRole('button').filter({ visible: true }).all()) {
      const size = await box.boundingBox()
      expect(Math.min(size?.width ?? 0, size?.height ?? 0)).toBeGreaterThanOrEqual(44)
    }
    const [upper, lower] = await duel.pictures.all()
    const tops = await Promise.all([upper?.boundingBox(), lower?.boundingBox()])
    expect(tops[0]?.y ?? 0).toBeLessThan(tops[1]?.y ?? 0)
    await lower?.tap()
    await duel.at(2)
    const byPicture = await duel.said.textContent()
    await duel.key('Undo').tap()
    await duel.at(1)
    await duel.key('Lower').tap()
    await duel.at(2)
    expect(await duel.said.textContent()).toBe(byPicture)
    await duel.key('More').tap()
    const sheet = page.getByRole('dialog', { name: 'More' })
    await expect(sheet).toBeVisible()
    expect(await faults(page)).toEqual([])
    await sheet.getByRole('button', { name: 'Judge for another address' }).tap()
    await expect(page.getByLabel('Judge for an address')).toBeVisible()
  })
})
