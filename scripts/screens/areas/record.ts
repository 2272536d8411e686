import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { unzipBundle } from '#lib/protocol/bundle-zip.ts'
import { utf8 } from '#lib/protocol/bytes.ts'
import { ROUNDS } from '#scripts/screens/rounds.ts'
import { type Area, type Screen, show, type Visit } from '#scripts/screens/screen.ts'
import { bundleFile, CheckPage } from '#scripts/testing/pages/check-page.ts'

const RESULT = `/rounds/${ROUNDS.minted}/result`
const LOG = `/rounds/${ROUNDS.minted}/log`

/** The result as it stands once its labels have turned. */
export async function afterReveal({ page }: Visit): Promise<void> {
  const skip = page.getByRole('button', { name: 'Skip', exact: true })
  if (await skip.isVisible()) await skip.click()
  await page.evaluate(() => window.scrollTo(0, 0))
}

const results: Screen[] = [
  {
    name: 'the reveal',
    path: RESULT,
    async enter({ page }) {
      await page.evaluate(() => localStorage.clear())
      await page.reload()
    },
  },
  { name: 'result', path: RESULT, enter: afterReveal },
  {
    name: 'result, recounted here',
    path: RESULT,
    async enter(visit) {
      await afterReveal(visit)
      const { page } = visit
      await page.getByRole('button', { name: 'Recount it yourself' }).click()
      const green = page.getByText('Recounted here, all green')
      await green.waitFor({ timeout: 30_000 })
      await show(green)
    },
  },
  { name: 'result to come', path: `/rounds/${ROUNDS.voting}/result` },
  {
    name: 'result of a cancelled round',
    path: async (demo) => `/rounds/${(await demo.cancelled()).slug}/result`,
  },
]

/** The tree is computed in the browser, head by head. */
async function logIsRead({ page }: Visit): Promise<void> {
  await page.getByRole('heading', { name: /in the log\.$/ }).waitFor()
}

const logs: Screen[] = [
  { name: 'log that grows', path: `/rounds/${ROUNDS.voting}/log`, enter: logIsRead },
  { name: 'log that is sealed', path: LOG, enter: logIsRead },
  { name: 'log to come', path: `/rounds/${ROUNDS.filling}/log` },
  {
    name: 'log with a head that does not hold',
    path: LOG,
    async enter({ page }) {
      await page.route('**/log/heads?*', async (route) => {
        const answer = await route.fetch()
        const body: { items: { root: string }[] } = await answer.json()
        const second = body.items[1]
        if (second) second.root = `0x${'ab'.repeat(32)}`
        await route.fulfill({ json: body })
      })
      await page.reload()
      await page.getByRole('heading', { name: /The log is not what its heads say/ }).waitFor()
    },
  },
  {
    name: 'log that did not arrive',
    path: LOG,
    async enter({ page }) {
      await page.route('**/log/heads?*', (route) =>
        route.fulfill({ status: 503, json: { code: 'database-unavailable' } }),
      )
      await page.reload()
      await page.getByRole('heading', { name: 'The log did not arrive.' }).waitFor({ timeout: 30_000 })
    },
  },
]

/** The record of the round that is decided, as anybody downloads it. */
async function recordOf({ page, demo }: Visit): Promise<Map<string, Uint8Array>> {
  const decided = (await demo.listRounds()).find(({ slug }) => slug === ROUNDS.minted)
  const answer = await page.request.get(`/api/v1/rounds/${decided?.id}/bundle?works=winners`)
  return unzipBundle(await answer.body())
}

async function checked(
  visit: Visit,
  says: string | RegExp,
  change?: (files: Map<string, Uint8Array>) => void,
) {
  const desk = new CheckPage(visit.page)
  const files = await recordOf(visit)
  change?.(files)
  await desk.choose(bundleFile(files, `${ROUNDS.minted}.zip`))
  await desk.statement(says).waitFor({ timeout: 30_000 })
}

/** The first work of the round that is decided, as anybody saves it. */
async function pictureOf(page: Page, origin: string): Promise<Buffer> {
  await page.goto(`/rounds/${ROUNDS.minted}/works/1`)
  const src = await page.locator('main a[href^="/works/"]').first().getAttribute('href')
  await page.goto('/verify', { waitUntil: 'networkidle' })
  return (await page.request.get(`${origin}${src}`)).body()
}

const STRANGER =
  '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360"><rect width="480" height="360" fill="#e8ddc8"/><circle cx="120" cy="110" r="70" fill="#27445c"/><path d="M0 300 L210 150 L480 330 V360 H0 Z" fill="#b4532a"/></svg>'

const verifying: Screen[] = [
  { name: 'verify', path: '/verify' },
  {
    name: 'verify, without a chain',
    path: '/verify',
    enter: (visit) => checked(visit, 'Nothing is wrong. Not everything could be checked.'),
  },
  {
    name: 'verify, against a chain',
    path: '/verify',
    async enter(visit) {
      await visit.page.getByLabel('A node of your choice').fill(`${visit.demo.origin}/rpc`)
      await checked(visit, 'Nothing is wrong. Some of it is somebody’s word.')
    },
  },
  {
    name: 'verify, a record that was changed',
    path: '/verify',
    enter: (visit) =>
      checked(visit, 'This record is not what it says.', (files) => {
        const words = new TextDecoder().decode(files.get('metadata.jsonl'))
        files.set('metadata.jsonl', utf8(words.replace('"title":"', '"title":"Not ')))
      }),
  },
  {
    name: 'verify, no bundle',
    path: '/verify',
    async enter({ page }) {
      const buffer = Buffer.from('Dear operator, thanks')
      await new CheckPage(page).choose({ name: 'letter.zip', mimeType: 'application/zip', buffer })
      await page.getByRole('heading', { name: 'This is no bundle.' }).waitFor()
    },
  },
  {
    name: 'verify, a picture that hangs here',
    path: '/verify',
    async enter({ page, demo }) {
      const buffer = await pictureOf(page, demo.origin)
      await new CheckPage(page).choose({ name: 'saved.png', mimeType: 'image/png', buffer })
      const found = page.getByRole('heading', { name: 'This picture hangs here.' })
      await found.waitFor()
      await page.getByRole('button', { name: /^Read them here/ }).click()
      await page.getByText('signed below the root of this instance').waitFor()
      await show(found)
    },
  },
  {
    name: 'verify, a picture without history',
    path: '/verify',
    async enter({ page }) {
      const buffer = await sharp(Buffer.from(STRANGER)).png().toBuffer()
      await new CheckPage(page).choose({ name: 'stranger.png', mimeType: 'image/png', buffer })
      const found = page.getByRole('heading', { name: 'No history here.' })
      await found.waitFor()
      await show(found)
    },
  },
  { name: 'verso-verify.html', path: '/verso-verify.html' },
]

const snapshot = (name: string, says: string, ...samples: string[]): Screen => ({
  name: `Snapshot, ${name}`,
  path: '/interop/snapshot',
  async enter({ page }) {
    await page
      .locator('input[type=file]')
      .setInputFiles(samples.map((sample) => `docs/snapshot/${sample}.json`))
    await page.getByRole('heading', { name: says }).waitFor({ timeout: 30_000 })
  },
})

export const record: Area = {
  name: 'record',
  screens: [
    ...results,
    ...logs,
    ...verifying,
    { name: 'Snapshot', path: '/interop/snapshot' },
    snapshot('recounted', 'The published scores are what its own count gives.', 'weighted-dirty'),
    snapshot('two proposals', 'These are two proposals.', 'tie-by-place', 'weighted-clean'),
  ],
}
