import { readFile } from 'node:fs/promises'
import { faults, narrow } from '#scripts/testing/pages/faults.ts'
import { expect, test } from './story.ts'

const sample = (name: string) => `docs/snapshot/${name}.json`

test('a Snapshot proposal from the disk is counted in the page, and nothing of it leaves @phone', async ({
  page,
}) => {
  await page.goto('/verify')
  await page.getByRole('link', { name: 'recount a Snapshot proposal' }).click()
  const files = page.locator('input[type=file]')
  const report = page.getByRole('article', { name: 'Recount' })
  await expect(page.getByRole('heading', { level: 1, name: 'Snapshot' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET' || request.postData() !== null) sent.push(request.url())
  })

  await files.setInputFiles(sample('weighted-dirty'))
  await expect(
    report.getByRole('heading', { name: 'The published scores are what its own count gives.' }),
  ).toBeFocused()
  await expect(report.getByText('key-spelling', { exact: true })).toBeVisible()
  await expect(report.getByText('votes handled otherwise').first()).toBeVisible()
  expect(await faults(page)).toEqual([])

  const { data } = JSON.parse(await readFile(sample('weighted-clean'), 'utf8'))
  data.proposal.scores[0] = 1
  const pageOf = (name: string, value: object) => ({
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ data: value })),
  })
  await files.setInputFiles([
    pageOf('proposal.json', { proposal: data.proposal }),
    pageOf('votes-1.json', { votes: data.votes.slice(0, 30) }),
    pageOf('votes-2.json', { votes: data.votes.slice(30) }),
  ])
  await expect(
    report.getByRole('heading', { name: 'The published scores are not what its own count gives.' }),
  ).toBeFocused()

  await files.setInputFiles([sample('tie-by-place'), sample('weighted-clean')])
  await expect(page.getByRole('heading', { name: 'These are two proposals.' })).toBeVisible()
  expect(await faults(page)).toEqual([])

  await files.setInputFiles(sample('tie-by-place'))
  await expect(report.getByText('“Two inks” by the exact one.').first()).toBeVisible()
  await narrow(page)
  expect(await faults(page)).toEqual([])
  expect(sent).toEqual([])

  const saving = page.waitForEvent('download')
  await report.getByRole('button', { name: 'Save the recount' }).click()
  const saved: Buffer[] = []
  for await (const chunk of await (await saving).createReadStream()) saved.push(chunk)
  expect(JSON.parse(Buffer.concat(saved).toString())).toMatchObject({
    exitCode: 0,
    differences: [{ code: 'winner' }, { code: 'tie' }],
  })
})
