import type { Page } from '@playwright/test'
import { METHOD_IDS, type MethodId } from '#lib/protocol/rules.ts'
import type { Visitor } from '#scripts/play/visitor.ts'
import type { InjectedWallet } from '#scripts/testing/injected-wallet.ts'
import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { faults } from '#scripts/testing/pages/faults.ts'
import { press, tabTo } from '#scripts/testing/pages/keyboard.ts'
import { expectShownIsAsked } from '#scripts/testing/pages/typed-sheet.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { test } from './method-story.ts'
import { expect } from './story.ts'

const PICKS = [2, 4, 5]

type Booth = { page: Page; ballot: BallotPage; wallet: InjectedWallet }
type Case = {
  fill: (booth: Booth) => Promise<void>
  /** What stands in the field that is signed. */
  choices: RegExp
  button: RegExp
  receipt: RegExp
}

/** What a person does on the ballot page of each method, with the works 2, 4 and 5 picked. */
const CASES: Record<Exclude<MethodId, 'pairwise'>, Case> = {
  single: {
    async fill({ page, ballot }) {
      await expect(page.getByText('One work counts: choose it among your picks.')).toBeVisible()
      await expect(ballot.signButton).toBeDisabled()
      await ballot.row(4).getByRole('radio').check()
    },
    choices: /^#4$/,
    button: /^Sign ballot: 1 work, [1-9]\d* votes, no gas/,
    receipt: /It counts \d+ votes for one work/,
  },
  approval: {
    async fill({ ballot }) {
      await ballot
        .row(4)
        .getByRole('button', { name: /^Take off/ })
        .click()
    },
    choices: /^#2 #5$/,
    button: /^Sign ballot: 2 works, [1-9]\d* votes, no gas/,
    receipt: /It counts \d+ votes for 2 works/,
  },
  weighted: {
    async fill({ page, ballot, wallet }) {
      await page.getByRole('button', { name: 'Split evenly' }).click()
      await expect(page.getByText('100 of 100 shared', { exact: true })).toBeVisible()
      await ballot.row(2).getByRole('textbox').fill('50')
      await expect(page.getByText('16 more than 100 are shared out: take some back.')).toBeVisible()
      await expect(ballot.signButton).toBeDisabled()
      await ballot.row(4).getByRole('textbox').fill('17')
      // What is filled in outlives a wallet that says no, and the page itself.
      wallet.mood = 'rejects'
      await ballot.sign()
      await page.getByRole('button', { name: 'Back', exact: true }).click()
      wallet.mood = 'signs'
      await page.reload()
      await expect(ballot.row(2).getByRole('slider')).toHaveValue('50')
    },
    choices: /^#2=50 #4=17 #5=33$/,
    button: /^Sign ballot: 3 works, [1-9]\d* votes, no gas/,
    receipt: /It shares \d+ votes among 3 works/,
  },
  quadratic: {
    async fill({ page, ballot }) {
      await expect(page.getByText('No work has a vote yet.')).toBeVisible()
      await expect(ballot.signButton).toBeDisabled()
      const more = ballot.row(2).getByRole('button', { name: /^One vote more/ })
      for (let vote = 0; vote < 4; vote += 1) await more.click()
      await ballot
        .row(5)
        .getByRole('button', { name: /^One vote more/ })
        .click()
      await ballot
        .row(2)
        .getByRole('button', { name: /^One vote less/ })
        .click()
      await expect(page.getByText(/^10 of \d+ credits spent$/)).toBeVisible()
      await expect(page.getByText(/^Your votes give/)).toBeVisible()
    },
    choices: /^#2=3 #5=1$/,
    button: /^Sign ballot: 2 works, 10 credits, no gas/,
    receipt: /It gives 2 works the votes that it bought with credits/,
  },
  score: {
    async fill({ page, ballot }) {
      const points = (number: number, count: string) =>
        ballot.row(number).getByRole('radio', { name: count, exact: true }).check({ force: true })
      await points(2, '4')
      await points(4, '1')
      await points(5, '5')
      await ballot
        .row(4)
        .getByRole('button', { name: /^Clear/ })
        .click()
      await expect(page.getByText('1 of 3 without points')).toBeVisible()
    },
    choices: /^#2=4 #5=5$/,
    button: /^Sign ballot: 2 works, [1-9]\d* votes, no gas/,
    receipt: /It gives points to 2 works/,
  },
  ranked: {
    async fill({ page, ballot }) {
      await ballot.row(5).getByRole('button', { name: /^Up/ }).click()
      const handle = ballot.row(4).getByRole('button', { name: /place 3 of 3/ })
      const [from, to] = await Promise.all([handle.boundingBox(), ballot.row(2).boundingBox()])
      if (!from || !to) throw new Error('there is nothing to drag')
      await page.mouse.move(from.x + 8, from.y + 8)
      await page.mouse.down()
      await page.mouse.move(from.x + 8, to.y + 4, { steps: 8 })
      await page.mouse.up()
      const firstPlace = page.locator('[data-number]').first()
      await expect(firstPlace).toContainText('#4')
      await page.reload()
      await expect(firstPlace).toContainText('#4')
    },
    choices: /^#4>#2>#5$/,
    button: /^Sign ballot: 3 works, [1-9]\d* votes, no gas/,
    receipt: /It ranks 3 works/,
  },
}

/** Desktop and phone are two people: a ballot stays in the log. */
const curatorOf = (people: { undecided: Visitor[] }, project: string): Visitor => {
  const curator = people.undecided[project === 'phone' ? 2 : 1]
  if (!curator) throw new Error('the demo has too few curators')
  return curator
}

for (const method of METHOD_IDS) {
  if (method === 'pairwise') continue
  test(`a ballot by ${method}: picked, filled in, signed as it was shown @phone`, async ({
    page,
    people,
    rounds,
    walletOf,
  }, info) => {
    const { fill, choices, button, receipt } = CASES[method]
    const wallet = await walletOf(curatorOf(people, info.project.name))
    const [wall, ballot] = [new WallPage(page), new BallotPage(page)]
    await wall.open(rounds[method].slug)
    for (const number of PICKS) await wall.pick(number)
    await wall.reviewBallot()
    await ballot.connect(wallet.name)
    await fill({ page, ballot, wallet })
    await expect(page.getByRole('button', { name: button })).toBeEnabled()
    expect(await faults(page)).toEqual([])
    wallet.mood = 'waits'
    wallet.typed = {}
    await ballot.sign()
    await expect.poll(() => wallet.typed.choices).toMatch(choices)
    await expectShownIsAsked(page, wallet.typed)
    wallet.release()
    await ballot.receiptNumber()
    await expect(page.getByText(receipt)).toBeVisible()
  })
}

test('shares and an order by keyboard alone', async ({ page, people, rounds, walletOf }) => {
  const curator = people.undecided[3]
  if (!curator) throw new Error('the demo has too few curators')
  const wallet = await walletOf(curator)
  const ballot = new BallotPage(page)
  const { keyboard } = page
  const pickOnWall = async (method: MethodId) => {
    await page.goto(`/rounds/${rounds[method].slug}`)
    for (const number of [2, 4])
      await press(page, page.getByRole('button', { name: new RegExp(`^Pick #${number},`) }))
    await page.goto(`/rounds/${rounds[method].slug}/ballot`)
  }

  await pickOnWall('weighted')
  await press(page, page.getByRole('button', { name: 'Connect a wallet to sign' }))
  await press(page, page.getByRole('dialog').getByRole('button', { name: wallet.name }))
  await tabTo(page, page.getByRole('button', { name: 'Split evenly' }))
  await keyboard.press('Enter')
  await page.getByRole('main').focus()
  await tabTo(page, ballot.row(2).getByRole('slider'))
  await keyboard.press('ArrowRight')
  await tabTo(page, ballot.row(4).getByRole('textbox'))
  await keyboard.type('49')
  await press(page, ballot.signButton)
  await ballot.receiptNumber()
  expect(wallet.typed.choices).toBe('#2=51 #4=49')

  await pickOnWall('ranked')
  const handle = page.getByRole('button', { name: /place \d of 2: move it/ })
  await tabTo(page, handle.last())
  await keyboard.press('ArrowUp')
  await expect(page.getByRole('status').filter({ hasText: 'is now 1st of 2.' })).toHaveCount(1)
  await expect(handle.first()).toBeFocused()
  await press(page, ballot.signButton)
  await ballot.receiptNumber()
  expect(wallet.typed.choices).toBe('#4>#2')
})
