import { test as base, expect } from '@playwright/test'
import { localGround } from '#scripts/play/local-ground.ts'
import { type NightFerryPeople, nightFerryPeople } from '#scripts/play/night-ferry.ts'
import type { Visitor } from '#scripts/play/visitor.ts'
import { InjectedWallet } from '#scripts/testing/injected-wallet.ts'
import { placesOf } from '#scripts/testing/instance-places.ts'

type Worker = { ground: ReturnType<typeof localGround>; people: NightFerryPeople }
type Story = {
  /** Console errors that the story means to cause. */
  expectedErrors: RegExp[]
  quiet: undefined
  /** Gives the browser a wallet of this person, before the first page. */
  walletOf(owner: Visitor, options?: { chainId?: number }): Promise<InjectedWallet>
}

/** Where the seeded instance keeps what it runs on. */
const instance = () => placesOf(process.env.VERSO_E2E_DATA ?? '')

/** The people of the seeded instance, without a browser. */
export const outside = base.extend<object, Worker>({
  ground: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
    async ({}, use) => {
      const ground = localGround({ ...instance(), tell: () => {} })
      await use(ground)
      await ground.close()
    },
    { scope: 'worker' },
  ],
  people: [async ({ ground }, use) => use(nightFerryPeople(ground)), { scope: 'worker' }],
})

/** A browser, a wallet, the same people; any error in the console fails the story. */
export const test = outside.extend<Story>({
  expectedErrors: [[], { option: true }],
  quiet: [
    async ({ page, expectedErrors }, use) => {
      const errors: string[] = []
      page.on('pageerror', (error) => errors.push(String(error)))
      page.on('console', (message) => {
        if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
      })
      await use(undefined)
      expect(errors.filter((text) => !expectedErrors.some((known) => known.test(text)))).toEqual([])
    },
    { auto: true },
  ],
  walletOf: async ({ page }, use) => {
    await use(async (owner, options = {}) => {
      const wallet = new InjectedWallet(page, owner, options.chainId)
      await wallet.install()
      return wallet
    })
  },
})

export { expect }
