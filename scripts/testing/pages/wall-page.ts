import { expect, type Locator, type Page } from '@playwright/test'

export class WallPage {
  readonly page: Page
  readonly works: Locator
  constructor(page: Page) {
    this.page = page
    this.works = page.getByRole('list', { name: /^\d+ works?$/ }).getByRole('listitem')
  }

  async open(slug: string, query = ''): Promise<void> {
    await this.page.goto(`/rounds/${slug}${query}`)
    await expect(this.works.first()).toBeVisible()
  }

  async pick(number: number): Promise<void> {
    const button = this.page.getByRole('button', { name: new RegExp(`^Pick #${number},`) })
    await button.click()
    await expect(this.page.getByRole('button', { name: new RegExp(`^Picked #${number},`) })).toBeVisible()
  }

  async takeOff(number: number): Promise<void> {
    await this.page.getByRole('button', { name: new RegExp(`^Picked #${number},`) }).click()
  }

  async reviewBallot(): Promise<void> {
    await this.page.getByRole('link', { name: 'Review ballot' }).filter({ visible: true }).first().click()
    await expect(this.page.getByRole('heading', { level: 1, name: 'Ballot' })).toBeVisible()
  }
}
