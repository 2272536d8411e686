import type { Locator, Page } from '@playwright/test'
import type { Visitor } from '#scripts/play/visitor.ts'
import type { InjectedWallet } from '#scripts/testing/injected-wallet.ts'
import type { Demo } from './demo.ts'

/** Somebody who looks: their window, the wallet in it, and the demo around it. */
export type Visit = {
  page: Page
  demo: Demo
  /** Of the person that `as` names; nobody is offered it unless there is one. */
  wallet: InjectedWallet
  /** 0 at the desktop, 1 at the phone: a ballot stays in the log, so these are two people. */
  seat: number
}

/** A page, or a state of one. */
export type Screen = {
  name: string
  /** A function first brings the demo to where the state is. */
  path: string | ((demo: Demo) => Promise<string>)
  /** Whose wallet the browser has. */
  as?: (people: Demo['people'], seat: number) => Visitor | undefined
  keys?: readonly string[]
  /** Where keys do not lead. */
  enter?: (visit: Visit) => Promise<unknown>
}

/** The list of the screens of one part of the site, which share a sheet. */
export type Area = { name: string; screens: readonly Screen[] }

const SETTLED_MS = 900
const PICTURES_MS = 5_000

/** Waits until the pictures in the window can be painted; a state may be that one of them never comes. */
async function pictures(page: Page): Promise<void> {
  const decoded = async () => {
    const inSight = [...document.images].filter((image) => {
      const { top, bottom } = image.getBoundingClientRect()
      return top <= innerHeight && bottom >= 0
    })
    await Promise.allSettled(inSight.map((image) => image.decode()))
    return true
  }
  await page.waitForFunction(decoded, undefined, { timeout: PICTURES_MS }).catch(() => {})
}

/** Goes to a page and into the state. */
export async function reach(visit: Visit, { path, keys = [], enter }: Screen): Promise<void> {
  const { page, demo } = visit
  await page.goto(typeof path === 'string' ? path : await path(demo), { waitUntil: 'load' })
  await page.waitForTimeout(SETTLED_MS)
  for (const key of keys) await page.keyboard.press(key)
  await enter?.(visit)
  if (keys.length > 0 || enter) await page.waitForTimeout(SETTLED_MS)
  await pictures(page)
}

/** Brings what the state is about into the middle of the window. */
export function show(part: Locator): Promise<void> {
  return part
    .filter({ visible: true })
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'center' }))
}
