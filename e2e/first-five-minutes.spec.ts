import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'
import type { Page, TestInfo } from '@playwright/test'
import type { RoundView } from '#lib/rounds/schema.ts'
import { BallotPage } from '#scripts/testing/pages/ballot-page.ts'
import { BorrowMenu } from '#scripts/testing/pages/borrow-menu.ts'
import { DeskPage } from '#scripts/testing/pages/desk-page.ts'
import { TablePage } from '#scripts/testing/pages/table-page.ts'
import { expect, test } from './story.ts'

/** Runs in the page: every picture that is in sight has come. */
function picturesArrived(): boolean {
  return [...document.images].every((img) => {
    const { top, bottom, width } = img.getBoundingClientRect()
    return img.complete || width === 0 || bottom < 0 || top > innerHeight
  })
}

/** What a newcomer does in the first five minutes; the pictures of the README are taken on the way. */
function diary(page: Page, info: TestInfo) {
  const folder = process.env.VERSO_SCREENS ?? info.outputPath('screens')
  let began = performance.now()
  const lines: string[] = []
  return {
    lines,
    /** One step, with its time and a picture of where it ended. */
    async step(name: string, act: () => Promise<void>): Promise<void> {
      await test.step(name, act)
      lines.push(`${((performance.now() - began) / 1000).toFixed(1).padStart(6)} s  ${name}`)
      began = performance.now()
    },
    async picture(name: string): Promise<void> {
      const before = performance.now()
      await page.waitForLoadState('load')
      await expect.poll(() => page.evaluate(picturesArrived)).toBe(true)
      await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
      began += performance.now() - before
    },
  }
}

/** `npm run verso -- verify`, as it is typed. */
function verify(bundle: string, rpcUrl: string): Promise<{ code: number; output: string }> {
  const script = resolve('scripts/verso.ts')
  return new Promise((done) => {
    execFile(
      process.execPath,
      ['--conditions=react-server', script, 'verify', bundle, '--rpc', rpcUrl],
      { env: { ...process.env, NO_COLOR: '1' } },
      (error, stdout, stderr) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, output: `${stdout}${stderr}` }),
    )
  })
}

test('the first five minutes of somebody who never heard of Verso', async ({
  page,
  ground,
  people,
}, info) => {
  test.slow()
  const { lines, step, picture } = diary(page, info)
  const [table, ballot, menu, desk] = [
    new TablePage(page),
    new BallotPage(page),
    new BorrowMenu(page),
    new DeskPage(page),
  ]
  const { items } = await people.stranger.ask<{ items: RoundView[] }>('GET', '/api/v1/rounds')
  const open = items.find(({ slug }) => slug === 'two-inks')
  if (open?.state !== 'voting') throw new Error('the demo’s round is not open for votes')
  const read = () => people.stranger.ask<RoundView>('GET', `/api/v1/rounds/${open.id}`)
  const { ballotCount, places } = await read()

  await step('home shows what was chosen, what is hanging and how to take part', async () => {
    await page.goto('/')
    await expect(page.getByRole('main').getByText(/^Winner of round \d+/)).toBeVisible()
    await expect(page.getByRole('main').getByText(open.title).first()).toBeVisible()
    await picture('home')
  })

  await step('twelve works on the Light Table, four of them picked', async () => {
    await page
      .getByRole('main')
      .locator(`a[href="/rounds/${open.slug}/table"]`)
      .filter({ visible: true })
      .first()
      .click()
    await table.arrived()
    for (let work = 0; work < 12; work += 1) await page.keyboard.press(work % 3 === 0 ? 'p' : 'x')
    await expect(table.picked('4 of 4')).toBeVisible()
    await expect.poll(() => table.picture.evaluate((img: HTMLImageElement) => img.complete)).toBe(true)
    await picture('light-table')
  })

  await step('the ballot is read, an identity borrowed, the text signed', async () => {
    await page.getByRole('link', { name: 'Review ballot' }).filter({ visible: true }).first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Ballot' })).toBeVisible()
    await menu.open()
    await menu.people('Curators').first().click()
    await expect(ballot.votes(/^[1-9]\d* votes at block \d+/)).toBeVisible()
    await picture('ballot')
    await ballot.sign()
    expect(await ballot.receiptNumber()).toBe(ballotCount + 1)
    await expect(page.getByText(/^checked in this browser, /)).toBeVisible({ timeout: 30_000 })
    await picture('receipt')
  })

  await step('the round is skipped to its close and recounted', async () => {
    await page.goto(`/rounds/${open.slug}`)
    await page.getByRole('button', { name: 'Skip to the close' }).click()
    await page.waitForURL(/\/result$/)
    await expect(page.getByRole('heading', { level: 2, name: /was chosen|were chosen/ })).toBeVisible({
      timeout: 60_000,
    })
    await expect(page.getByText(`voters, ${ballotCount + 1} ballots`)).toBeVisible()
  })

  await step('the director closes, waits out the challenge and mints', async () => {
    await page.goto(`/desk/rounds/${open.id}`)
    await expect(page.getByText('Only the director can do this')).toBeVisible({ timeout: 60_000 })
    await menu.open()
    await menu.people('Director').click()
    await desk.act('Close the round')
    await page.getByRole('button', { name: 'Skip the challenge' }).click()
    await desk.act(`Mint ${places} works`)
    await expect(page.getByText('Every winner is a token.', { exact: false })).toBeVisible()
    await picture('minted')
  })

  await step('the round is recounted in the browser, all green', async () => {
    await page.goto(`/rounds/${open.slug}/result`)
    await page.getByRole('button', { name: 'Recount it yourself' }).click()
    await expect(page.getByText('Recounted here, all green')).toBeVisible({ timeout: 30_000 })
    await picture('result')
  })

  await step('a winner is turned over, and a copy tampered with', async () => {
    await page.getByRole('main').locator(`a[href*="/works/"]`).filter({ visible: true }).first().click()
    await page.getByRole('link', { name: 'Turn over' }).filter({ visible: true }).first().click()
    await expect(page.getByText(/^Checked\. Chain of custody\.$/)).toBeAttached({ timeout: 30_000 })
    await picture('verso')
    await page
      .getByRole('button', { name: /^Tamper/ })
      .filter({ visible: true })
      .first()
      .click()
    await expect(page.getByText(/broken lines?$/).first()).toBeVisible()
    await picture('tampered')
  })

  await step('the whole round is checked from a terminal', async () => {
    const bundle = `${ground.site.origin}/api/v1/rounds/${open.id}/bundle`
    const { code, output } = await verify(bundle, ground.site.rpcUrl)
    expect(output).toContain('Attested: nothing is wrong')
    expect(code).toBe(0)
  })

  const told = `\n${lines.join('\n')}\n`
  process.stdout.write(told)
  await info.attach('times', { body: told, contentType: 'text/plain' })
})
