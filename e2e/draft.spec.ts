import type { Browser, Page } from '@playwright/test'
import { DraftPage } from '#scripts/testing/pages/draft-page.ts'
import { faults } from '#scripts/testing/pages/faults.ts'
import { TablePage } from '#scripts/testing/pages/table-page.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'
import { expect, test } from './story.ts'

const SLUG = 'two-inks'

async function pickOnWall(page: Page, numbers: readonly number[]): Promise<DraftPage> {
  const wall = new WallPage(page)
  await wall.open(SLUG)
  for (const number of numbers) await wall.pick(number)
  await wall.reviewBallot()
  const draft = new DraftPage(page)
  await draft.unfold()
  return draft
}

/** Another device of the same kind, which knows nothing of this one. */
async function elsewhere(browser: Browser, page: Page): Promise<Page> {
  const { origin } = new URL(page.url())
  const other = await browser.newContext({ baseURL: origin, viewport: page.viewportSize() })
  return other.newPage()
}

test('a draft follows its person to another device, and is forgotten @phone', async ({
  page,
  browser,
}, info) => {
  const person = info.project.name === 'phone' ? 1 : 0
  const here = await pickOnWall(page, [2, 3, 5])
  await expect(here.says('Kept on this device.')).toBeVisible()
  await here.borrow(person)
  await here.keepThere()
  await here.saved()
  expect(await faults(page)).toEqual([])

  const other = await elsewhere(browser, page)
  const there = await pickOnWall(other, [7])
  await there.borrow(person)
  await there.keepThere()
  await expect(there.says('3 picks came from your other device.')).toBeVisible()
  await there.saved()
  await expect(there.choices('#2 #3 #5 #7')).toBeVisible()
  await there.saving(() => there.button('Undo').click())
  await expect(there.choices('#7')).toBeVisible()

  // The first device learns of it, and takes it back there.
  await here.comesToSee(here.says(/marks taken off came from your other device/))
  await here.saving(() => here.button('Undo').click())
  await expect(here.choices('#2 #3 #5')).toBeVisible()
  await there.comesToSee(there.choices('#2 #3 #5'))

  // Both decide on one thing: the later one is asked before anything is saved.
  await here.saving(() => page.getByLabel('Note').fill('the second ink'))
  await other.getByLabel('Note').fill('the tide')
  await expect(there.says('One thing was decided differently on your other device.')).toBeVisible()
  await expect(there.says('“the second ink”')).toBeVisible()
  expect(await faults(other)).toEqual([])
  await there.button('Take what is there').click()
  await expect(other.getByLabel('Note')).toHaveValue('the second ink')
  await there.saved()

  // Without the network it waits; with it, it goes on by itself.
  await other.context().setOffline(true)
  await other.getByLabel('Note').fill('the second ink, again')
  await expect(there.says(/does not answer: it is tried again by itself/)).toBeVisible()
  await there.saving(() => other.context().setOffline(false))
  await here.comesToSee(page.getByText('the second ink, again', { exact: true }).first())

  // What is judged at the Light Table goes along.
  await other.goto(`/rounds/${SLUG}/table?work=9`)
  await new TablePage(other).arrived()
  await other.keyboard.press('p')
  await here.comesToSee(here.choices('#2 #3 #5 #9'))
  await there.open(SLUG)
  await there.saved()

  await here.button('Forget it there').click()
  await expect(here.button('Keep it on my other devices too')).toBeVisible()
  await there.comesToSee(there.says(/another of your devices had it forgotten/))
  await expect(there.choices('#2 #3 #5 #9')).toBeVisible()
  expect(await faults(other)).toEqual([])
  await other.context().close()
})

test('a draft goes into a file and comes out of it @phone', async ({ page }) => {
  const draft = await pickOnWall(page, [2, 4])
  await page.getByLabel('Note').fill('for the last line')
  const json = await draft.saveAs('Save as a file')
  const table = await draft.saveAs('Save as a table')
  expect(JSON.parse(json)).toMatchObject({ format: 'verso-draft', version: 1, note: 'for the last line' })
  expect(table).toMatch(
    /^\uFEFFnumber,title,creator,mark,rating,value,rank,chosen\r\n2,.*,pick,,,,\r\n4,.*\r\n$/,
  )

  await page.evaluate(() => localStorage.clear())
  await draft.open(SLUG)
  await expect(page.getByText('Nothing is picked on this device.')).toBeVisible()
  await draft.read('draft.json', json)
  await expect(draft.says('draft.json would change 2 picks and the note.')).toBeVisible()
  expect(await faults(page)).toEqual([])
  await expect(draft.choices('#2 #4')).toHaveCount(0)
  await draft.button('Take it over').click()
  await expect(draft.choices('#2 #4')).toBeVisible()
  await expect(page.getByLabel('Note')).toHaveValue('for the last line')
  await draft.button('Undo').click()
  await expect(draft.choices('#2 #4')).toHaveCount(0)

  await draft.read('draft.csv', `${table}6,,,pick\r\n9999,Far away,,pick\r\n`)
  await expect(draft.says('draft.csv would change 3 picks.')).toBeVisible()
  await expect(draft.says('#9999 “Far away”: it does not hang in this round.')).toBeVisible()
  await draft.button('Take it over').click()
  await expect(draft.choices('#2 #4 #6')).toBeVisible()

  const bad: [name: string, text: string, at: RegExp, code: string][] = [
    ['half.json', json.slice(0, 200), /^line \d+: /i, 'draft-file-json'],
    ['other.json', json.replace(/"round": "0x../, '"round": "0x00'), /another round, “/, 'draft-file-round'],
    ['odd.csv', 'number,mark\n1,pick\n2,maybe\n', /^line 3: /i, 'draft-file-row'],
    ['open.csv', 'number,title\n1,"A\n', /^line 2: /i, 'draft-file-quote'],
  ]
  for (const [name, text, at, code] of bad) {
    await draft.read(name, text)
    await expect(draft.region.getByRole('listitem').filter({ hasText: code })).toHaveText(at)
    await expect(draft.choices('#2 #4 #6')).toBeVisible()
  }
  expect(await faults(page)).toEqual([])
})
