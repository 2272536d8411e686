import type { Page } from '@playwright/test'
import type { MethodId } from '#lib/protocol/rules.ts'
import type { Demo } from '#scripts/screens/demo.ts'
import { type Area, type Screen, show } from '#scripts/screens/screen.ts'
import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { connect } from '#scripts/testing/pages/connect.ts'
import { DuelPage } from '#scripts/testing/pages/duel-page.ts'
import { TablePage } from '#scripts/testing/pages/table-page.ts'
import { review } from './ballot.ts'

const PICKS = [2, 4, 5]
const DUELS = 12
/** Longer than the winner of a duel is shown. */
const SEEN_MS = 900

async function slugOf(demo: Demo, method: MethodId): Promise<string> {
  return (await demo.methods()).get(method)?.slug ?? ''
}

/** What a person fills in on the ballot of each method, with three works picked. */
const FILLED: Record<Exclude<MethodId, 'pairwise'>, (ballot: BallotPage) => Promise<unknown>> = {
  single: (ballot) => ballot.row(4).getByRole('radio').check(),
  approval: (ballot) => show(ballot.row(2)),
  async weighted({ page, row }) {
    await page.getByRole('button', { name: 'Split evenly' }).click()
    await row(2).getByRole('textbox').fill('50')
  },
  async quadratic({ row }) {
    for (const number of [2, 2, 2, 5])
      await row(number)
        .getByRole('button', { name: /^One vote more/ })
        .click()
  },
  async score({ row }) {
    await row(2).getByRole('radio', { name: '4', exact: true }).check({ force: true })
    await row(5).getByRole('radio', { name: '5', exact: true }).check({ force: true })
  },
  async ranked({ row }) {
    await row(5).getByRole('button', { name: /^Up/ }).click()
  },
}

const ballots: Screen[] = Object.entries(FILLED).map(([method, fill]) => ({
  name: `ballot, ${method}`,
  path: async (demo) => `/rounds/${await slugOf(demo, method as MethodId)}?order=number`,
  as: ({ undecided }, seat) => undecided[seat],
  async enter({ page, wallet }) {
    await review(page, PICKS)
    await connect(page, wallet.name, 'Connect a wallet to sign')
    await fill(new BallotPage(page))
  },
}))

/** Judges as somebody who likes what hangs earlier. */
async function judge(page: Page, count: number): Promise<void> {
  const duel = new DuelPage(page)
  for (let place = 1; place <= count; place += 1) {
    await duel.at(place)
    await page.waitForTimeout(SEEN_MS)
    const [left, right] = await duel.works()
    await page.keyboard.press(Number(left) < Number(right) ? 'ArrowLeft' : 'ArrowRight')
  }
}

/** A state of the room, or of what it leads to, after so many duels. */
const duels = (name: string, count: number, enter?: (page: Page) => Promise<unknown>): Screen => ({
  name: `duel, ${name}`,
  path: async (demo) => `/rounds/${await slugOf(demo, 'pairwise')}/duel`,
  async enter({ page, demo }) {
    const { undecided } = demo.people
    await new DuelPage(page).judgeFor(await slugOf(demo, 'pairwise'), undecided[0]?.address ?? '')
    await judge(page, count)
    await enter?.(page)
  },
})

export const methods: Area = {
  name: 'methods',
  screens: [
    ...ballots,
    {
      name: 'Light Table, ranked',
      path: async (demo) => `/rounds/${await slugOf(demo, 'ranked')}/table?order=number`,
      keys: ['p', 'p', 'p'],
      enter: ({ page }) => new TablePage(page).begin(/^3 Rank/),
    },
    {
      name: 'wall, judged by duels',
      path: async (demo) => `/rounds/${await slugOf(demo, 'pairwise')}`,
    },
    {
      name: 'duel, for whom',
      path: async (demo) => `/rounds/${await slugOf(demo, 'pairwise')}/duel`,
    },
    duels('a pair', 0),
    duels('after a tie', 0, async (page) => {
      await page.waitForTimeout(SEEN_MS)
      await page.keyboard.press('=')
    }),
    duels('closer', 0, async (page) => {
      await page.keyboard.press('+')
      await page.keyboard.press('+')
    }),
    duels('keys', 0, (page) => page.keyboard.press('?')),
    duels('finished', DUELS),
    duels('reviewed', 4, async (page) => {
      await page.getByRole('link', { name: /^(Stop here and review|Review)$/ }).click()
      await page.getByRole('heading', { name: 'Your ranking' }).waitFor()
    }),
  ],
}
