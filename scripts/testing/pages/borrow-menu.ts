import { expect, type Locator, type Page } from '@playwright/test'

/** Being somebody of the demo for a while, without a wallet. */
export class BorrowMenu {
  readonly page: Page
  readonly offer: Locator
  constructor(page: Page) {
    this.page = page
    this.offer = page.getByRole('button', { name: /^Borrow (an identity|somebody else)$/ })
  }

  async open(): Promise<void> {
    await this.offer.click()
    await expect(this.page.getByRole('heading', { name: 'Whose identity?' })).toBeVisible()
    await expect(this.people('Director')).toHaveCount(1)
  }

  people(group: 'Curators' | 'Creators' | 'Director'): Locator {
    return this.page.getByRole('region', { name: group }).getByRole('button')
  }

  /** As whom one goes about, in the masthead. */
  standing(name: string): Locator {
    return this.page.getByRole('banner').getByText(`Borrowed: ${name}`).filter({ visible: true })
  }
}
