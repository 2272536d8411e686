import { ROUNDS } from '#scripts/screens/rounds.ts'
import { type Area, type Screen, show } from '#scripts/screens/screen.ts'
import { whileWorkIsBroken } from '#scripts/testing/broken-work.ts'
import { WallPage } from '#scripts/testing/pages/wall-page.ts'

const OPEN = `/rounds/${ROUNDS.voting}`
const DECIDED = `/rounds/${ROUNDS.minted}`

const walls: Screen[] = [
  { name: 'fair order', path: OPEN },
  { name: 'by colour', path: `${OPEN}?order=colour` },
  {
    name: 'two picked',
    path: `${OPEN}?order=number`,
    async enter({ page }) {
      const wall = new WallPage(page)
      await wall.pick(1)
      await wall.pick(2)
    },
  },
  { name: 'unseen', path: `${OPEN}?show=unseen` },
  { name: 'nothing picked', path: `${OPEN}?show=picks` },
  { name: 'offline', path: OPEN, enter: ({ page }) => page.context().setOffline(true) },
  {
    name: 'pictures that do not arrive',
    path: OPEN,
    async enter({ page }) {
      await page.route('**/works/*', (route) =>
        route.request().resourceType() === 'image' ? route.abort() : route.continue(),
      )
      await page.reload()
      await page.getByText('did not arrive.').first().waitFor()
    },
  },
  {
    name: 'the rest cannot be read',
    path: OPEN,
    async enter({ page }) {
      await page.route('**/hang?*', (route) => route.abort())
      await page.goto(`${OPEN}?show=unseen`)
      // It is asked for a few times before the page says so.
      await page.getByText('could not be read').waitFor({ timeout: 30_000 })
    },
  },
  { name: 'looks', path: `${OPEN}/exposure` },
  {
    name: 'looks, a long record',
    async path({ looked }) {
      await looked()
      return `${OPEN}/exposure`
    },
  },
  { name: 'filling', path: `/rounds/${ROUNDS.filling}` },
  { name: 'nothing hung yet', path: async (demo) => `/rounds/${(await demo.empty()).slug}` },
  { name: 'decided', path: DECIDED },
  { name: 'cancelled', path: async (demo) => `/rounds/${(await demo.cancelled()).slug}` },
]

const works: Screen[] = [
  { name: 'work', path: `${OPEN}/works/1` },
  {
    name: 'a creator',
    path: async ({ people }) => `/creators/${people.creators[0]?.address.toLowerCase()}`,
  },
  { name: 'a creator of whom nothing hangs', path: `/creators/0x${'0'.repeat(40)}` },
  { name: 'verso', path: `${OPEN}/works/1?verso` },
  { name: 'winner', path: `${DECIDED}/works/1` },
  { name: 'verso of a winner', path: `${DECIDED}/works/1?verso` },
  {
    name: 'verso, credentials read',
    path: `${DECIDED}/works/1?verso`,
    async enter({ page }) {
      await page.getByRole('button', { name: /^Read them here/ }).click()
      const line = page.getByText('signed below the root that the rules of this round name')
      await line.waitFor()
      await page.getByText('What they say').click()
      await show(line)
    },
  },
  {
    name: 'verso, tampered with',
    path: `${DECIDED}/works/1?verso`,
    enter: ({ page }) =>
      page
        .getByRole('button', { name: /tamper/i })
        .filter({ visible: true })
        .click(),
  },
  {
    name: 'a work that cannot be read',
    path: async (demo) => `/rounds/${(await demo.cancelled()).slug}`,
    async enter({ page, demo }) {
      const { slug } = await demo.cancelled()
      await whileWorkIsBroken(demo.ground.db, slug, async (path) => {
        await page.goto(path)
        await page.getByRole('heading', { name: /^This work cannot be read/ }).waitFor()
        await page.getByText('this server failed at its own work').waitFor()
      })
    },
  },
]

export const wall: Area = { name: 'wall', screens: [...walls, ...works] }
