import type { Locator, Page } from '@playwright/test'
import { TablePage } from '#scripts/testing/pages/table-page.ts'
import { expect, test } from './story.ts'

const MOST_STOPS = 80

/** Goes on with Tab until this has the focus, as a person does who sees where it lies. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Tab does not lead to ${wanted}`)
}

async function enter(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted)
  await page.keyboard.press('Enter')
}

const shown = (locator: Locator) => locator.filter({ visible: true }).first()

test('a curator votes by keyboard alone, from home to the receipt', async ({ page, people, walletOf }) => {
  const curator = people.undecided[8]
  if (!curator) throw new Error('the demo has too few curators')
  const wallet = await walletOf(curator)
  const table = new TablePage(page)
  const { keyboard } = page

  await page.goto('/')
  await keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
  await enter(page, shown(page.getByRole('main').locator('a[href="/rounds/two-inks/table"]')))
  await table.arrived()
  // From here on by number: the fair order is dealt anew to each visitor.
  await page.goto('/rounds/two-inks/table?order=number')
  await table.arrived()

  await test.step('marks, and what the live region says of them', async () => {
    await keyboard.press('p')
    await expect(table.said).toHaveText(/^Work 1 of \d+: picked\. Now Work 2 of \d+, #2 .+, unset\.$/)
    await keyboard.press('x')
    await expect(table.said).toHaveText(/^Work 2 of \d+: passed\. Now Work 3 of/)
    await keyboard.press('ArrowLeft')
    await expect(table.said).toHaveText(/^Work 2 of \d+, #2 .+, passed\.$/)
    await keyboard.press('u')
    await expect(table.said).toHaveText(/^Work 2 of \d+: unset\.$/)
    await keyboard.press('4')
    await expect(table.said).toHaveText(/^Work 2 of \d+: rated 4\.$/)
    await keyboard.press('z')
    await keyboard.press('z')
    await expect(table.said).toHaveText(/^Work 2 of \d+: undone, passed\.$/)
    await keyboard.press('Shift+Z')
    await expect(table.said).toHaveText(/^Work 2 of \d+: redone, unset\.$/)
  })

  await test.step('? lists the keys, and gives the focus back', async () => {
    await keyboard.press('?')
    const sheet = page.getByRole('dialog', { name: 'Keys' })
    await expect(sheet).toBeVisible()
    await keyboard.press('p')
    await keyboard.press('Escape')
    await expect(sheet).toBeHidden()
    await expect(table.picked('1 of 4')).toBeVisible()
    await expect(table.table).toBeFocused()
  })

  await test.step('the strip is one stop, and arrows move inside it', async () => {
    await tabTo(page, table.current)
    await keyboard.press('End')
    await expect(table.current).toBeFocused()
    const last = Number(await table.grid.getAttribute('aria-colcount'))
    await expect(table.current).toHaveAttribute('aria-colindex', String(last))
    await keyboard.press('Home')
    await expect(table.current).toHaveAttribute('aria-colindex', '1')
    await keyboard.press('ArrowRight')
    await expect(table.current).toBeFocused()
    await expect(table.current).toHaveAttribute('aria-colindex', '2')
  })

  await test.step('four picks, and a fifth that is refused in words', async () => {
    await keyboard.press('p')
    await keyboard.press('x')
    await keyboard.press('p')
    await keyboard.press('p')
    await expect(table.picked('4 of 4')).toBeVisible()
    await keyboard.press('p')
    await expect(page.getByText(/^A ballot of this round names at most 4 works/).first()).toBeVisible()
    await expect(table.picked('4 of 4')).toBeVisible()
  })

  await test.step('they are here after a reload, at the same work', async () => {
    await expect(page).toHaveURL(/[?&]work=6$/)
    await page.reload()
    await table.arrived()
    await expect(table.picked('4 of 4')).toBeVisible()
    await expect(table.current).toHaveAttribute('aria-colindex', '6')
    await expect(table.cell(3)).toHaveAccessibleName(/passed$/)
  })

  await enter(page, shown(page.getByRole('link', { name: 'Review ballot' })))
  await expect(page.getByRole('heading', { level: 1, name: 'Ballot' })).toBeVisible()
  await enter(page, page.getByRole('button', { name: 'Connect a wallet to sign' }))
  await enter(page, page.getByRole('dialog').getByRole('button', { name: wallet.name }))
  const sign = page.getByRole('button', { name: /^Sign ballot: 4 works, [1-9]\d* votes, no gas/ })
  await expect(sign).toBeEnabled()
  await enter(page, sign)
  await page.waitForURL(/\/receipt\/0x[0-9a-f]{64}$/)
  await expect(page.getByText(/ballot is number \d+ in the log/).first()).toBeVisible()
  expect(wallet.asked).toEqual(['eth_signTypedData_v4'])
  expect(wallet.typed.choices).toBe('#1 #2 #4 #5')
})

test('letters can be turned off, and then only arrows act', async ({ page }) => {
  const table = new TablePage(page)
  await page.goto('/rounds/two-inks/table?order=number')
  await table.arrived()
  const letters = page.getByRole('switch', { name: 'Letter keys' })
  await tabTo(page, letters)
  await page.keyboard.press('Space')
  await expect(letters).not.toBeChecked()
  await page.keyboard.press('p')
  await page.keyboard.press('ArrowRight')
  await expect(table.said).toHaveText(/^Work 2 of/)
  await expect(table.picked('0 of 4')).toBeVisible()
  await page.reload()
  await expect(letters).not.toBeChecked()
})

test('keys do nothing while the focus is in the strip above the table', async ({ page }) => {
  const table = new TablePage(page)
  await page.goto('/rounds/two-inks/table?order=number')
  await table.arrived()
  await page.getByRole('banner').getByRole('link', { name: 'Review ballot' }).focus()
  await page.keyboard.press('p')
  await page.keyboard.press('ArrowRight')
  await expect(table.picked('0 of 4')).toBeVisible()
  await expect(table.current).toHaveAttribute('aria-colindex', '1')
})
