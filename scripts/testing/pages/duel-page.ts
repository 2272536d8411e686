import { expect, type Locator, type Page } from '@playwright/test'

export class DuelPage {
  readonly page: Page
  readonly room: Locator
  readonly pair: Locator
  readonly said: Locator
  constructor(page: Page) {
    this.page = page
    this.room = page.getByRole('main', { name: /^Duel of/ })
    this.pair = page.getByRole('region', { name: 'The pair' })
    this.said = page.getByRole('status')
  }

  /** Opens the room, and judges for an address; no wallet is asked for it. */
  async judgeFor(slug: string, address: string): Promise<void> {
    await this.page.goto(`/rounds/${slug}/duel`)
    await this.page.getByLabel('Judge for an address').fill(address)
    await this.page.getByRole('button', { name: 'Judge for this address' }).click()
    await this.at(1)
  }

  /** The pair of this number is shown, with both its works. */
  async at(place: number): Promise<void> {
    await expect(this.progress.filter({ hasText: `Duel ${place} of 12.` })).toBeVisible()
    await expect(this.pictures).toHaveCount(2)
  }

  /** The words of the bar; the live region has them too, for who does not see it. */
  get progress(): Locator {
    return this.room.locator('span')
  }

  /** Those that stand ready for the next pair are not shown. */
  get pictures(): Locator {
    return this.pair.getByRole('img').filter({ visible: true })
  }

  key(name: string): Locator {
    return this.room.getByRole('button', { name, exact: true }).filter({ visible: true })
  }

  /** The numbers of the works that are shown, from left to right. */
  works(): Promise<(string | null)[]> {
    return this.pair
      .locator('[data-side] [data-frame]')
      .evaluateAll((all) => all.map((frame) => frame.getAttribute('data-frame')))
  }

  /** The addresses of the pictures that are shown, from left to right. */
  sources(): Promise<(string | null)[]> {
    return this.pair
      .locator('[data-side] img')
      .evaluateAll((all) => all.map((image) => image.getAttribute('src')))
  }
}
