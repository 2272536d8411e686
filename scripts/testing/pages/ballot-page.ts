import { expect, type Locator, type Page } from '@playwright/test'
import { connect } from './connect.ts'

export class BallotPage {
  readonly page: Page
  readonly signButton: Locator
  constructor(page: Page) {
    this.page = page
    this.signButton = page.getByRole('button', { name: /^Sign ballot:/ })
  }

  /** Asks for the votes of an address; no wallet is connected for it. */
  async showVotesOf(address: string): Promise<void> {
    await this.page.getByLabel('Your address').fill(address)
    await this.page.getByRole('button', { name: 'Show my votes' }).click()
  }

  votes(words: RegExp): Locator {
    return this.page.getByRole('heading', { name: words })
  }

  /** What is filled in for one work. */
  readonly row = (number: number): Locator =>
    this.page
      .getByRole('main')
      .getByRole('listitem')
      .filter({ hasText: new RegExp(`#${number}(?!\\d)`) })

  /** A line of the very text that is signed. */
  line(name: string): Locator {
    return this.page.getByRole('region', { name: 'The text you sign' }).getByText(name, { exact: true })
  }

  /** For duels the wallet comes first. */
  async connect(walletName: string, button = 'Connect a wallet to sign'): Promise<void> {
    await connect(this.page, walletName, button)
    await expect(this.page.getByText(/^Connected as/)).toBeVisible()
  }

  /** The same with fingers. */
  async connectByTouch(walletName: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Connect a wallet to sign' }).tap()
    const dialog = this.page.getByRole('dialog')
    // On a phone there is one entry, the browser's own wallet.
    await dialog
      .getByRole('button', { name: new RegExp(`^(${walletName}|Browser Wallet)$`) })
      .first()
      .tap()
    await expect(this.signButton).toBeEnabled()
  }

  async sign(): Promise<void> {
    await expect(this.signButton).toBeEnabled()
    await this.signButton.click()
  }

  /** The number that the receipt gives the ballot. */
  async receiptNumber(): Promise<number> {
    await this.page.waitForURL(/\/receipt\/0x[0-9a-f]{64}$/)
    const said = this.page.getByText(/ballot is number \d+ in the log/)
    await expect(said.first()).toBeVisible()
    return Number(/number (\d+)/.exec((await said.first().textContent()) ?? '')?.[1])
  }
}
