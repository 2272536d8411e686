import { createHash } from 'node:crypto'
import type { Page } from '@playwright/test'
import sharp from 'sharp'
import type { Visitor } from '#scripts/play/visitor.ts'
import type { GivenFile } from '#scripts/testing/pages/check-page.ts'
import { faults, narrow } from '#scripts/testing/pages/faults.ts'
import { expect, test } from './story.ts'

type Work = { title: string; src: string }

/** The first work of the round that is decided, and its file as anybody saves it. */
async function hungWork(page: Page, director: Visitor): Promise<{ work: Work; file: GivenFile }> {
  const rounds = await director.ask<{ items: { id: string; slug: string }[] }>(
    'GET',
    '/api/v1/rounds?take=100',
  )
  const decided = rounds.items.find(({ slug }) => slug === 'one-turned-wrong')
  const { items } = await director.ask<{ items: Work[] }>('GET', `/api/v1/rounds/${decided?.id}/candidates`)
  const [work] = items
  if (!work) throw new Error('nothing hangs')
  const buffer = await (await page.request.get(work.src)).body()
  return { work, file: { name: 'saved.png', mimeType: 'image/png', buffer } }
}

const choose = (page: Page, file: GivenFile) => page.locator('input[type=file]').setInputFiles([file])
const statement = (page: Page, text: string) => page.getByRole('heading', { level: 3, name: text })

test('a picture from the disk is found, and its credentials are read here @phone', async ({
  page,
  people,
  baseURL,
}) => {
  const { work, file } = await hungWork(page, people.director)
  await page.goto('/verify')
  await page.waitForLoadState('networkidle')
  const sent: string[] = []
  page.on('request', (request) => {
    const isOwn = request.url().startsWith(`${baseURL}/`) || request.url().startsWith('blob:')
    if (!isOwn || request.method() !== 'GET') sent.push(request.url())
  })

  await choose(page, file)
  await expect(statement(page, 'This picture hangs here.')).toBeFocused()
  await expect(page.getByRole('link', { name: work.title, exact: true })).toBeVisible()
  await page.getByRole('button', { name: /^Read them here/ }).click()
  await expect(page.getByText('Whole, and signed below the root of this instance.')).toBeVisible()
  await page.getByText('What they say').click()
  await expect(page.getByText(`Title: “${work.title}”`)).toBeVisible()
  expect(await faults(page)).toEqual([])
  await narrow(page)
  expect(await faults(page)).toEqual([])
  expect(sent).toEqual([])
})

test('one that was saved anew is found by how it looks, and a stranger is not', async ({ page, people }) => {
  const { work, file } = await hungWork(page, people.director)
  await page.goto('/verify')
  const anew = await sharp(file.buffer).resize(640).jpeg({ quality: 70 }).toBuffer()
  await choose(page, { name: 'shared.jpg', mimeType: 'image/jpeg', buffer: anew })
  await expect(statement(page, 'This looks like a copy of a work that hangs here.')).toBeFocused()
  await expect(page.getByRole('link', { name: work.title, exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: /^Read them here/ }).click()
  await expect(page.getByText('The file carries none.')).toBeVisible()

  const noise = createHash('sha512').update('a stranger').digest()
  const raw = Buffer.concat(
    Array.from({ length: 48 }, (_, at) => Buffer.from(noise.map((byte) => byte ^ (at * 7)))),
  )
  const stranger = await sharp(raw, { raw: { width: 32, height: 32, channels: 3 } })
    .resize(512, 512, { kernel: 'cubic' })
    .png()
    .toBuffer()
  await choose(page, { name: 'stranger.png', mimeType: 'image/png', buffer: stranger })
  await expect(statement(page, 'No history here.')).toBeFocused()
  expect(await faults(page)).toEqual([])
})
