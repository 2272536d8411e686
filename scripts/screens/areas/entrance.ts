import * as fault from '#messages/app/fault.ts'
import * as globalError from '#messages/app/global-error.ts'
import { NIGHT_FERRY } from '#scripts/play/night-ferry.ts'
import { ROUNDS } from '#scripts/screens/rounds.ts'
import type { Area, Screen, Visit } from '#scripts/screens/screen.ts'

/** The page asks for its scripts within this time. */
const LOST_MS = 3_000

/** A page where there is no community yet. */
const fresh = (name: string, path: string): Screen => ({
  name: `no community yet: ${name}`,
  path: async (demo) => `${await demo.fresh()}${path}`,
})

/** Loses the script in which the pages of faults are drawn, and later than the page can do without it. */
async function losingFaults({ page }: Visit): Promise<void> {
  await page.route('**/_next/static/**/*.js', async (route) => {
    const script = await route.fetch()
    if (!(await script.text()).includes(`"${fault.what}"`)) return route.fulfill({ response: script })
    await page.waitForTimeout(LOST_MS)
    await route.abort()
  })
  await page.reload({ waitUntil: 'load' })
  await page.getByRole('heading', { name: globalError.closed }).waitFor()
}

/** What is met before a round. */
export const entrance: Area = {
  name: 'entrance',
  screens: [
    { name: 'home', path: '/' },
    {
      name: 'home, the foot',
      path: '/',
      enter: ({ page }) => page.evaluate(() => window.scrollTo(0, document.body.scrollHeight)),
    },
    { name: 'rounds', path: '/rounds' },
    { name: 'community', path: `/c/${NIGHT_FERRY.slug}` },
    { name: 'collection', path: '/collection' },
    {
      name: 'token',
      path: '/collection',
      async enter({ page }) {
        await page.locator('a[href*="/tokens/"]').first().click()
        await page.waitForURL(/\/tokens\//)
      },
    },
    { name: 'nothing at this address', path: '/never-was' },
    { name: 'no such round', path: '/rounds/never-was' },
    { name: 'no such community', path: '/c/never-was' },
    { name: 'no such token', path: `/c/${NIGHT_FERRY.slug}/tokens/7000` },
    { name: 'no such work', path: `/rounds/${ROUNDS.voting}/works/9999` },
    { name: 'no address of a receipt', path: `/rounds/${ROUNDS.voting}/receipt/0x12` },
    { name: 'no such receipt', path: `/rounds/${ROUNDS.voting}/receipt/0x${'0'.repeat(64)}` },
    { name: 'no such round on the desk', path: '/desk/rounds/never-was' },
    { name: 'a script that does not arrive', path: '/', enter: losingFaults },
    fresh('home', '/'),
    fresh('rounds', '/rounds'),
    fresh('collection', '/collection'),
    fresh('submit', '/submit'),
    fresh('new round', '/desk/rounds/new'),
    { name: 'offline', path: '/', enter: ({ page }) => page.context().setOffline(true) },
  ],
}
