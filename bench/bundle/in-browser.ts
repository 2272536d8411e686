import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { launchBrowser } from '#scripts/browser.ts'
import { makeVerifyPage } from '#scripts/verify-page/make-page.ts'

const PATIENCE_MS = 120_000

/** Wall seconds from choosing an archive in verso-verify.html to its whole report, in a browser without a network. */
export async function secondsInBrowser(folder: string, archive: string): Promise<number> {
  const file = join(folder, 'verso-verify.html')
  writeFileSync(file, (await makeVerifyPage()).html)
  const browser = await launchBrowser()
  try {
    const context = await browser.newContext({ offline: true })
    const page = await context.newPage()
    await page.goto(pathToFileURL(file).href)
    const began = performance.now()
    await page.locator('input[type=file]').setInputFiles(archive)
    const report = page.getByRole('article', { name: 'Report' })
    const sound = report.getByRole('heading', { level: 3, name: /^Nothing is wrong/ })
    await sound.waitFor({ timeout: PATIENCE_MS })
    return (performance.now() - began) / 1000
  } finally {
    await browser.close()
  }
}
