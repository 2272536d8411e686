import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, BrowserContextOptions } from '@playwright/test'
import { launchBrowser } from './browser.ts'
import { NamedFailure, tellFailure } from './failure.ts'
import { checklist, type Found } from './screens/checklist.ts'
import { contactSheet, type Shot } from './screens/contact-sheet.ts'
import { DEFAULTS } from './screens/defaults.ts'
import { type Demo, openDemo } from './screens/demo.ts'
import { findDefaults } from './screens/find-defaults.ts'
import { type Area, reach, type Screen } from './screens/screen.ts'
import { AREAS } from './screens/screens.ts'
import { InjectedWallet } from './testing/injected-wallet.ts'
import { faults } from './testing/pages/faults.ts'

/**
 * `npm run screens -- --data FOLDER`: looks at every page and state of a running demo, on the desktop and on the phone,
 * writes the contact sheets of docs/screens, counts what would make them look generated, and asks axe about each.
 */
const docs = resolve(import.meta.dirname, '../docs/screens')

type Kind = { name: string; context: BrowserContextOptions; columns: number; width: number }

const KINDS: readonly Kind[] = [
  { name: 'desktop', context: { viewport: { width: 1440, height: 900 } }, columns: 4, width: 480 },
  {
    name: 'phone',
    context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
    columns: 8,
    width: 232,
  },
]

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

type Looked = { shot: Shot; found: Found[]; faults: string[]; failure?: string }

/** One screen in one kind of window, in a browser that knows nothing of the others. */
async function look(browser: Browser, demo: Demo, screen: Screen, seat: number): Promise<Looked> {
  const kind = KINDS[seat]
  const context = await browser.newContext({ ...kind?.context, baseURL: demo.origin })
  const page = await context.newPage()
  const found: Found[] = []
  const note = (id: string, where: string) =>
    found.push({ screen: `${screen.name}, ${kind?.name}`, id, where })
  page.on('dialog', (dialog) => {
    note('alert', dialog.message())
    dialog.dismiss().catch(() => {})
  })
  const person = screen.as?.(demo.people, seat)
  const wallet = new InjectedWallet(page, person ?? demo.people.stranger)
  if (person) await wallet.install()
  const failure = await reach({ page, demo, wallet, seat }, screen).then(
    () => undefined,
    (error: unknown) => String(error),
  )
  const png = await page.screenshot()
  if (!screen.keys) await page.keyboard.press('Tab')
  for (const [id, where] of await findDefaults(page)) note(id, where)
  const axe = await faults(page)
  await context.close()
  return { shot: { name: screen.name, png }, found, faults: axe, ...(failure && { failure }) }
}

async function lookAt(browser: Browser, demo: Demo, { name, screens }: Area) {
  const shots: Shot[][] = KINDS.map(() => [])
  const found: Found[] = []
  const failures: string[] = []
  for (const screen of screens)
    for (const [seat, { name: kind }] of KINDS.entries()) {
      const looked = await look(browser, demo, screen, seat)
      shots[seat]?.push(looked.shot)
      found.push(...looked.found)
      const where = `${name}, ${screen.name}, ${kind}`
      failures.push(...looked.faults.map((fault) => `${where}: ${fault}`))
      if (looked.failure) failures.push(`${where}: ${looked.failure}`)
    }
  for (const [seat, { name: kind, columns, width }] of KINDS.entries()) {
    const sheet = await contactSheet(shots[seat] ?? [], columns, width)
    writeFileSync(resolve(docs, `contact-${name}-${kind}.webp`), sheet)
  }
  return { found, failures }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, area: { type: 'string', multiple: true } },
  })
  const folder = values.data ?? process.env.VERSO_DATA ?? '.data'
  const areas = AREAS.filter(({ name }) => values.area?.includes(name) ?? true)
  const demo = await openDemo(folder, (line) => console.log(line))
  const browser = await launchBrowser()
  const found: Found[] = []
  const failures: string[] = []
  try {
    await tryFinder(browser)
    for (const area of areas) {
      const looked = await lookAt(browser, demo, area)
      found.push(...looked.found)
      failures.push(...looked.failures)
      console.log(`${area.name}: ${area.screens.length} pages and states`)
    }
  } finally {
    await browser.close()
    await demo.close()
  }
  if (!values.area) writeFileSync(resolve(docs, 'checklist.md'), checklist(AREAS, KINDS, found))
  for (const { screen, id, where } of found) console.log(`${id}: ${screen}: ${where}`)
  if (failures.length > 0)
    throw new NamedFailure(
      failures.join('\n'),
      'A state that was not reached shows in its picture; what axe finds is mended in the component.',
    )
  const count = areas.reduce((sum, { screens }) => sum + screens.length, 0)
  console.log(`${count} pages and states, ${found.length} defaults found, nothing for axe`)
}

await main().catch((error: unknown) => {
  tellFailure(error)
  process.exitCode = 1
})
