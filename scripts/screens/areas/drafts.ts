import type { Page } from '@playwright/test'
import { ROUNDS } from '#scripts/screens/rounds.ts'
import { type Area, show, type Visit } from '#scripts/screens/screen.ts'
import { DraftPage } from '#scripts/testing/pages/draft-page.ts'
import { review } from './ballot.ts'

const WALL = `/rounds/${ROUNDS.voting}?order=number`

async function draftOf(page: Page, numbers: readonly number[], note: string): Promise<DraftPage> {
  await review(page, numbers)
  await page.getByLabel('Note').fill(note)
  const draft = new DraftPage(page)
  await draft.unfold()
  return draft
}

/** Keeps a draft at the instance as a borrowed person; desktop and phone are two people. */
async function keepThere(draft: DraftPage, person: number): Promise<void> {
  await draft.borrow(person)
  await draft.keepThere()
}

async function kept({ page, seat }: Visit): Promise<DraftPage> {
  const draft = await draftOf(page, [2, 5], 'The tide.')
  await keepThere(draft, seat)
  await draft.saved()
  return draft
}

/** The same person has decided otherwise on another device. */
async function conflict({ page, seat, demo }: Visit): Promise<void> {
  const context = await page.context().browser()?.newContext({ baseURL: demo.origin })
  if (!context) throw new Error('the page has no browser')
  const other = await context.newPage()
  await other.goto(WALL)
  const there = await draftOf(other, [2, 3], 'The second ink.')
  await keepThere(there, 2 + seat)
  await there.saved()
  await context.close()
  const here = await draftOf(page, [5], 'The tide.')
  await keepThere(here, 2 + seat)
  await here.says('One thing was decided differently on your other device.').waitFor()
  await show(here.region)
}

export const drafts: Area = {
  name: 'drafts',
  screens: [
    {
      name: 'on this device',
      path: WALL,
      enter: async ({ page }) => {
        const draft = await draftOf(page, [2, 5], 'The tide.')
        await show(draft.region)
      },
    },
    {
      name: 'a file read',
      path: WALL,
      async enter({ page }) {
        const draft = await draftOf(page, [2], '')
        await draft.read('draft.csv', 'number,title,creator,mark\n4,,,pick\n6,,,pick\n9999,Far away,,pick\n')
        await draft.says(/would change 2 picks/).waitFor()
        await show(draft.region)
      },
    },
    {
      name: 'a file with a fault',
      path: WALL,
      async enter({ page }) {
        const draft = await draftOf(page, [2], '')
        await draft.read('odd.csv', 'number,mark\n1,pick\n2,maybe\n')
        await draft.says('draft-file-row').waitFor()
        await show(draft.region)
      },
    },
    {
      name: 'kept at the instance',
      path: WALL,
      async enter(visit) {
        const draft = await kept(visit)
        await show(draft.region)
      },
    },
    { name: 'decided differently elsewhere', path: WALL, enter: conflict },
  ],
}
