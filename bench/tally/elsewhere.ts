import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { launchBrowser } from '#scripts/browser.ts'
import { bundleCode } from '#scripts/verify-page/bundle-code.ts'
import type { HashesByMethod } from './hashes.ts'

/** The first Node on the path that is of another major version than this one, with its version. */
function otherNode(): { path: string; version: string } | null {
  const own = process.version.split('.')[0]
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, 'node')
    if (!existsSync(path)) continue
    const version = execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()
    if (version.split('.')[0] !== own) return { path, version }
  }
  return null
}

/** The same counts in another Node, if there is one, and in a browser: by name of the place. */
export async function hashesElsewhere(shuffles: number): Promise<Record<string, HashesByMethod>> {
  const code = await bundleCode('bench/tally/portable.ts')
  const call = `JSON.stringify(hashesOverShuffles(${shuffles}))`
  const places: Record<string, HashesByMethod> = {}
  const node = otherNode()
  if (node) {
    const printed = execFileSync(node.path, ['-'], {
      input: `${code};console.log(${call})`,
      encoding: 'utf8',
    })
    places[`Node ${node.version}`] = JSON.parse(printed)
  }
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.addScriptTag({ content: code })
    places[`Chromium ${browser.version()}`] = JSON.parse(await page.evaluate(call))
  } finally {
    await browser.close()
  }
  return places
}
