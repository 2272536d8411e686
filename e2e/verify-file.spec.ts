import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { RoundSummary } from '#lib/rounds/schema.ts'
import type { Visitor } from '#scripts/play/visitor.ts'
import { CheckPage, type GivenFile } from '#scripts/testing/pages/check-page.ts'
import { faults, narrow } from '#scripts/testing/pages/faults.ts'
import { expect, test } from './story.ts'

/** The record of the round that is decided, as anybody downloads it. */
async function recordOf(page: Page, director: Visitor): Promise<GivenFile> {
  const { items } = await director.ask<{ items: RoundSummary[] }>('GET', '/api/v1/rounds?take=100')
  const decided = items.find(({ slug }) => slug === 'one-turned-wrong')
  const answer = await page.request.get(`/api/v1/rounds/${decided?.id}/bundle?works=winners`)
  return { name: 'one-turned-wrong.zip', mimeType: 'application/zip', buffer: await answer.body() }
}

/** What a page of this site fetches by itself: its code, its icon, and pages that its links lead to. */
const OWN = /^\/_next\/static\/|^\/icon\.svg|[?&]_rsc=/

/** Requests from now on that are none of these: what a check must not make. */
function watchRequests(page: Page, origin: string): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    const own =
      url.startsWith(`${origin}/`) &&
      request.method() === 'GET' &&
      request.postData() === null &&
      OWN.test(url.slice(origin.length))
    if (!own && !url.startsWith('blob:')) asked.push(`${request.method()} ${url}`)
  })
  return asked
}

test('a bundle from the disk is checked in the page, and nothing of it leaves @phone', async ({
  page,
  people,
  baseURL,
}) => {
  const record = await recordOf(page, people.director)
  await page.goto('/verify')
  await page.waitForLoadState('networkidle')
  const asked = watchRequests(page, String(baseURL))
  const desk = new CheckPage(page)

  await desk.choose(record)
  await expect(desk.statement('Nothing is wrong. Not everything could be checked.')).toBeFocused()
  await expect(desk.report.getByText('One Turned Wrong', { exact: true })).toBeVisible()
  await expect(desk.squares('broken')).toHaveCount(0)
  await expect(desk.report.getByText('Nothing was sent.')).toBeVisible()
  // The headers and receipts that the worker recorded stand in for the chain.
  await expect(desk.report.getByText('no chain was asked')).toBeVisible()
  expect(asked).toEqual([])
  expect(await faults(page)).toEqual([])

  const node = `${baseURL}/rpc`
  await page.getByLabel('A node of your choice').fill(node)
  await desk.report.getByRole('button', { name: 'Check again' }).click()
  await expect(desk.statement('Nothing is wrong. Some of it is somebody’s word.')).toBeFocused()
  expect(new Set(asked)).toEqual(new Set([`POST ${node}`]))
  await narrow(page)
  expect(await faults(page)).toEqual([])

  const saving = page.waitForEvent('download')
  await desk.report.getByRole('button', { name: 'Save the report' }).click()
  const saved: Buffer[] = []
  for await (const chunk of await (await saving).createReadStream()) saved.push(chunk)
  expect(JSON.parse(Buffer.concat(saved).toString())).toMatchObject({ colour: 'attested', exitCode: 0 })
})

test('what is no bundle is said, and a check can be left', async ({ page, people }) => {
  const record = await recordOf(page, people.director)
  await page.goto('/verify')
  const desk = new CheckPage(page)
  const letter = {
    name: 'letter.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from('Dear operator, thanks'),
  }
  await desk.choose(letter)
  await expect(page.getByRole('heading', { name: 'This is no bundle.' })).toBeVisible()
  await desk.drop({ ...record, name: 'cut.zip', buffer: record.buffer.subarray(0, -9) })
  await expect(page.getByRole('heading', { name: 'This is no bundle that can be checked.' })).toBeVisible()
  await expect(page.getByText('bundle-zip')).toBeVisible()
  await desk.choose({ name: 'receipt.json', mimeType: 'application/json', buffer: Buffer.from('{}') }, record)
  await expect(desk.report.getByText(/^receipt\.json is no receipt, and was left out/)).toBeVisible()
  await desk.choose(record, { ...record, name: 'other.zip' })
  await expect(page.getByText('One bundle at a time.')).toBeVisible()

  await page.getByLabel('A node of your choice').fill('http://node.example')
  await desk.drop(record)
  await expect(page.getByText(/^Only https/)).toBeVisible()
  await expect(page.getByLabel('A node of your choice')).toBeFocused()
  expect(await faults(page)).toEqual([])
  await page.getByLabel('A node of your choice').fill('')

  await page.reload()
  const gate = Promise.withResolvers<void>()
  await page.route('**/_next/static/**', async (route) => {
    await gate.promise
    await route.continue()
  })
  await desk.choose(record)
  await expect(page.getByRole('progressbar')).toBeVisible()
  expect(await faults(page)).toEqual([])
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByRole('progressbar')).toBeHidden()
  gate.resolve()
  await desk.choose(record)
  await expect(desk.report).toBeVisible()
})

test('the one file that the site gives is the one it names, and runs there too', async ({ page, people }) => {
  const record = await recordOf(page, people.director)
  await page.goto('/verify')
  const saving = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Save verso-verify.html' }).click()
  const given: Buffer[] = []
  for await (const chunk of await (await saving).createReadStream()) given.push(chunk)
  const sha256 = createHash('sha256').update(Buffer.concat(given)).digest('hex')
  await expect(page.getByText(sha256, { exact: true })).toBeAttached()

  await page.goto('/verso-verify.html')
  const desk = new CheckPage(page)
  await desk.choose(record)
  await expect(desk.statement(/^Nothing is wrong/)).toBeVisible()
  await expect(desk.squares('checked').first()).toBeVisible()
})
