import { expect, type Page } from '@playwright/test'
import { connect } from './connect.ts'

/** The page of a ballot that waits for the owners of a Safe. */
export class PendingPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** From the ballot desk: for a Safe that nobody connected as. @returns the address of the page */
  async startFor(safe: string): Promise<string> {
    await this.page.getByRole('button', { name: 'Vote for a Safe' }).click()
    await this.page.getByLabel('Address of the Safe').fill(safe)
    await this.page.getByRole('button', { name: 'Vote for this Safe' }).click()
    await this.page.getByRole('button', { name: 'Collect the owners’ signatures' }).click()
    await this.page.waitForURL(/\/ballot\/[A-Za-z0-9_-]{32}$/)
    return this.page.url()
  }

  async connect(walletName: string): Promise<void> {
    await connect(this.page, walletName, 'Connect as an owner')
    await expect(this.page.getByText(/^Connected as/)).toBeVisible()
  }

  async sign(): Promise<void> {
    await this.page.getByRole('button', { name: /^Sign for the Safe:/ }).click()
  }

  async expectSigned(of: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: `${of} signed` })).toBeVisible()
  }

  /** The number under which the ballot is in the log. */
  async numberInLog(): Promise<number> {
    const said = this.page.getByRole('heading', { name: /^The Safe’s ballot is number \d+ in the log\.$/ })
    await expect(said).toBeVisible()
    return Number(/number (\d+)/.exec((await said.textContent()) ?? '')?.[1])
  }
}
