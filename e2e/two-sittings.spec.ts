import { Visitor } from '#scripts/play/visitor.ts'
import { safesOn } from '#scripts/testing/ground-safes.ts'
import { InjectedWallet } from '#scripts/testing/injected-wallet.ts'
import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { PendingPage } from '#scripts/testing/pages/pending-page.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { keyOf } from '#scripts/testing/test-accounts.ts'
import { expect, test } from './story.ts'

test('a Safe’s two owners sign in two sittings @phone', async ({ page, browser, ground, walletOf }, info) => {
  const { site } = ground
  const safes = await safesOn(ground)
  const salt = info.project.name === 'phone' ? 2n : 1n
  const safe = await safes.create(['olga', 'pia', 'quin'], 2, salt)
  const person = (name: string) => new Visitor(site, keyOf(name))
  const wallet = await walletOf(person('stranger'))
  const wall = new WallPage(page)
  const pending = new PendingPage(page)

  await wall.open('two-inks')
  await wall.pick(4)
  await wall.pick(6)
  await wall.reviewBallot()
  const address = await pending.startFor(safe.address)
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', /noindex/)
  await pending.expectSigned('0 of 2')
  await expect(page.getByText('#4 #6', { exact: true })).toBeVisible()

  // The first sitting: somebody who is no owner, then one who is.
  await pending.connect(wallet.name)
  await expect(page.getByText('This account is not an owner of the Safe.')).toBeVisible()
  await wallet.use(person('olga'))
  wallet.mood = 'waits'
  await pending.sign()
  await expect(page.getByText('Your wallet is open')).toBeVisible()
  wallet.mood = 'rejects'
  wallet.release()
  await expect(page.getByText('You closed the wallet.')).toBeVisible()
  wallet.mood = 'signs'
  await page.getByRole('button', { name: 'Back' }).click()
  await pending.sign()
  await pending.expectSigned('1 of 2')
  await expect(page.getByText(/^You have signed\. Waiting for one more: /)).toBeVisible()
  expect(Object.keys(wallet.typed)).toEqual(['message'])

  // The second: on another device, which has nothing but the address.
  const elsewhere = await browser.newContext({ baseURL: site.origin, viewport: page.viewportSize() })
  const other = await elsewhere.newPage()
  const otherWallet = new InjectedWallet(other, person('quin'))
  await otherWallet.install()
  const there = new PendingPage(other)
  await other.goto(address)
  await there.expectSigned('1 of 2')
  await there.connect(otherWallet.name)
  await there.sign()
  const number = await there.numberInLog()
  expect(otherWallet.typed).toEqual(wallet.typed)
  await other.getByRole('link', { name: 'To the receipt' }).click()
  expect(await new BallotPage(other).receiptNumber()).toBe(number)

  // The first owner's page says so by itself, and leads to the same receipt.
  expect(await pending.numberInLog()).toBe(number)
  await page.getByRole('link', { name: 'To the receipt' }).click()
  expect(await new BallotPage(page).receiptNumber()).toBe(number)
  await elsewhere.close()
})
