import { NIGHT_FERRY } from '#scripts/play/night-ferry.ts'
import { ROUNDS } from '#scripts/screens/rounds.ts'
import type { Area } from '#scripts/screens/screen.ts'

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
    { name: 'offline', path: '/', enter: ({ page }) => page.context().setOffline(true) },
  ],
}
