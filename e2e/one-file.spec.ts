import { writeFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { canonicalBytes, jsonLines, parseCanonical, parseJsonLines } from '#lib/protocol/canonical.ts'
import { resealManifest } from '#lib/protocol/verify/sample-mutants.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { bundleFile, CheckPage } from '#scripts/testing/pages/check-page.ts'
import { faults, narrow } from '#scripts/testing/pages/faults.ts'
import { makeVerifyPage } from '#scripts/verify-page/make-page.ts'
import { expect, test } from './story.ts'

const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=1</script>'

test.describe('the verifier as one file', () => {
  test.use({ offline: true })

  test('checks an honest bundle from the disk, without any network', async ({ page }, info) => {
    const path = info.outputPath('verso-verify.html')
    await writeFile(path, (await makeVerifyPage()).html)
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(pathToFileURL(path).href)
    expect(await faults(page)).toEqual([])
    const desk = new CheckPage(page)
    const round = await sampleRound()

    await desk.drop(bundleFile(round.files))
    await expect(desk.statement('Nothing is wrong. Not everything could be checked.')).toBeFocused()
    await expect(desk.squares('broken')).toHaveCount(0)
    await expect(desk.squares('checked').first()).toBeVisible()
    await expect(desk.report.getByText('Tidal studies', { exact: true })).toBeVisible()
    await expect(desk.report.getByText('Ebb, late')).toBeVisible()
    expect(await faults(page)).toEqual([])
    await narrow(page)
    expect(await faults(page)).toEqual([])

    const saving = page.waitForEvent('download')
    await desk.report.getByRole('button', { name: 'Save the report' }).click()
    expect((await saving).suggestedFilename()).toMatch(/^verso-report-[0-9a-f]{8}\.json$/)
    expect(asked.filter((url) => !/^(file|blob):/.test(url))).toEqual([])
  })

  test('names the record that was changed, and takes hostile words for words', async ({ page }, info) => {
    const path = info.outputPath('verso-verify.html')
    await writeFile(path, (await makeVerifyPage()).html)
    await page.goto(pathToFileURL(path).href)
    const round = await sampleRound()
    const bytesOf = (name: string) => round.files.get(name) ?? new Uint8Array()
    const files = new Map(round.files)
    const rows = parseJsonLines(bytesOf('metadata.jsonl')).map((row) => ({ ...Object(row), title: HOSTILE }))
    files.set('metadata.jsonl', jsonLines(rows))
    const rules = Object(parseCanonical(bytesOf('rules.json')))
    files.set('rules.json', canonicalBytes({ ...rules, title: HOSTILE.slice(0, 80) }))
    const desk = new CheckPage(page)
    await desk.choose(bundleFile(resealManifest(round, files), `${HOSTILE.slice(0, 40)}.zip`))
    await expect(desk.statement('This record is not what it says.')).toBeVisible()
    await expect(desk.report.getByText(/^metadata\.jsonl, line 1/).first()).toBeVisible()
    await expect(desk.report.getByText(HOSTILE).first()).toBeVisible()
    await expect(desk.report.locator('img, script')).toHaveCount(0)
    await expect(page).toHaveTitle('Verso: verify a round')
    expect(await faults(page)).toEqual([])
  })
})
