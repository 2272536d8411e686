import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContextOptions } from '@playwright/test'
import { launchBrowser } from './browser.ts'
import { NamedFailure, tellFailure } from './failure.ts'
import { contactSheet, type Shot } from './screens/contact-sheet.ts'
import { DEFAULTS } from './screens/defaults.ts'
import { findDefaults } from './screens/find-defaults.ts'
import { reach, type Screen, screensOf } from './screens/screens.ts'

/**
 * `npm run screens -- --url http://localhost:…`: looks at every page and state of a running demo, on the desktop and
 * on the phone, writes the contact sheets of docs/screens, and counts what would make them look generated.
 */
const folder = resolve(import.meta.dirname, '../docs/screens')

const KINDS: Record<string, { context: BrowserContextOptions; columns: number; width: number }> = {
  desktop: { context: { viewport: { width: 1440, height: 900 } }, columns: 5, width: 360 },
  phone: {
    context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    columns: 10,
    width: 180,
  },
}

/** A finder that finds nothing proves nothing: it is tried on pages that have each of the defaults. */
async function tryFinder(browser: Browser): Promise<void> {
  const page = await browser.newPage()
  for (const { id, fixture } of DEFAULTS) {
    await page.setContent(`<!doctype html><body>${fixture}</body>`)
    await page.keyboard.press('Tab')
    const found = await findDefaults(page)
    if (!found.some(([one]) => one === id))
      throw new NamedFailure(`The finder does not find “${id}” where it is.`, 'Mend scripts/screens.')
  }
  await page.close()
}

type Found = { screen: string; id: string; where: string }

async function look(browser: Browser, origin: string, kind: string, screens: readonly Screen[]) {
  const shots: Shot[] = []
  const found: Found[] = []
  for (const screen of screens) {
    const context = await browser.newContext(KINDS[kind]?.context)
    const page = await context.newPage()
    page.on('dialog', (dialog) => {
      found.push({ screen: screen.name, id: 'alert', where: dialog.message() })
      dialog.dismiss().catch(() => {})
    })
    await reach(page, origin, screen)
    shots.push({ name: screen.name, png: await page.screenshot() })
    if (!screen.keys) await page.keyboard.press('Tab')
    for (const [id, where] of await findDefaults(page))
      found.push({ screen: `${screen.name}, ${kind}`, id, where })
    await context.close()
  }
  return { shots, found }
}

function checklist(screens: number, found: readonly Found[]): string {
  const rows = DEFAULTS.map(({ id, name, lookedFor }) => {
    const where = found.filter((one) => one.id === id)
    return `| ${name} | ${lookedFor} | ${where.length === 0 ? 'none' : where.map(({ screen }) => screen).join(', ')} |`
  })
  return [
    '# Twenty defaults',
    '',
    'What makes a site look generated, looked for by a program (`npm run screens`) on every page and state of the two contact sheets beside this file. Before it looks, it is tried on twenty small pages that each have one of them.',
    '',
    `${screens} pages and states: ![desktop](contact-desktop.webp) ![phone](contact-phone.webp)`,
    '',
    '| default | how it is looked for | found on |',
    '|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { url: { type: 'string' } } })
  if (!values.url)
    throw new NamedFailure('No address was given.', 'Start npm run demo, then --url its address.')
  const answer = await fetch(`${values.url}/api/v1/rounds?take=100`)
  const { items } = await answer.json()
  const screens = screensOf(items)
  const browser = await launchBrowser()
  try {
    await tryFinder(browser)
    const all: Found[] = []
    for (const [kind, { columns, width }] of Object.entries(KINDS)) {
      const { shots, found } = await look(browser, values.url, kind, screens)
      all.push(...found)
      writeFileSync(resolve(folder, `contact-${kind}.webp`), await contactSheet(shots, columns, width))
    }
    writeFileSync(resolve(folder, 'checklist.md'), checklist(screens.length, all))
    for (const { screen, id, where } of all) console.log(`${id}: ${screen}: ${where}`)
    console.log(`${screens.length} pages and states, ${all.length} defaults found`)
  } finally {
    await browser.close()
  }
}

await main().catch((error: unknown) => {
  tellFailure(error)
  process.exitCode = 1
})
