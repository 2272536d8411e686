import type { Page } from '@playwright/test'
import { Visitor } from '#scripts/play/visitor.ts'
import type { Demo } from '#scripts/screens/demo.ts'
import { ROUNDS } from '#scripts/screens/rounds.ts'
import { type Screen, show, type Visit } from '#scripts/screens/screen.ts'
import { PendingPage } from '#scripts/testing/pages/pending-page.ts'
import { keyOf } from '#scripts/testing/test-accounts.ts'
import { review } from './ballot.ts'

const WALL = `/rounds/${ROUNDS.voting}?order=number`
const OWNERS = ['olga', 'pia', 'quin']

let salt = 1n

/** The page of a ballot that waits for the owners of a new Safe of the demo. */
async function pending({ page, demo }: Visit): Promise<PendingPage> {
  const safe = await (await demo.safes()).create(OWNERS, 2, salt)
  salt += 1n
  await review(page, [4, 6])
  const waiting = new PendingPage(page)
  await waiting.startFor(safe.address)
  await waiting.expectSigned('0 of 2')
  return waiting
}

const person = (demo: Demo, name: string) => new Visitor(demo.ground.site, keyOf(name))

async function ownerSigns(visit: Visit, name: string): Promise<PendingPage> {
  const waiting = await pending(visit)
  await visit.wallet.use(person(visit.demo, name))
  await waiting.connect(visit.wallet.name)
  await waiting.sign()
  await waiting.expectSigned('1 of 2')
  return waiting
}

const door = async (page: Page) => {
  await review(page, [4, 6])
  const open = page.getByRole('button', { name: 'Vote for a Safe' })
  await open.click()
  await show(page.getByLabel('Address of the Safe'))
}

const stranger: Screen['as'] = ({ stranger }) => stranger

/** A ballot of a Safe, which its owners sign in several sittings. */
export const safe: Screen[] = [
  { name: 'vote for a Safe', path: WALL, enter: ({ page }) => door(page) },
  { name: 'nobody signed yet', path: WALL, enter: pending },
  {
    name: 'not an owner',
    path: WALL,
    as: stranger,
    async enter(visit) {
      const waiting = await pending(visit)
      await waiting.connect(visit.wallet.name)
      await show(visit.page.getByText('This account is not an owner of the Safe.'))
    },
  },
  { name: 'one of two signed', path: WALL, as: stranger, enter: (visit) => ownerSigns(visit, 'olga') },
  {
    name: 'in the log',
    path: WALL,
    as: stranger,
    async enter(visit) {
      const waiting = await ownerSigns(visit, 'olga')
      await visit.wallet.use(person(visit.demo, 'quin'))
      await waiting.sign()
      await waiting.numberInLog()
    },
  },
]
