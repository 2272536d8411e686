import { expect, type Locator, type Page } from '@playwright/test'

export class TablePage {
  readonly page: Page
  readonly table: Locator
  readonly said: Locator
  readonly grid: Locator
  constructor(page: Page) {
    this.page = page
    this.table = page.getByRole('main', { name: /^Light Table of/ })
    this.said = page.getByRole('status')
    this.grid = page.getByRole('grid', { name: 'Works of this round' })
  }

  async arrived(): Promise<void> {
    await expect(this.table).toBeFocused()
    await expect(this.picture).toBeVisible()
  }

  /** The picture of the well; those that stand ready under it are not shown. */
  get picture(): Locator {
    return this.page
      .getByRole('region', { name: 'The work' })
      .locator('img:not([alt=""])')
      .filter({ visible: true })
  }

  /** The cell of the work that is shown; there is always exactly one in the order of Tab. */
  get current(): Locator {
    return this.grid.locator('[role=gridcell][tabindex="0"]')
  }

  cell(number: number): Locator {
    return this.grid.getByRole('gridcell', { name: new RegExp(`, #${number} `) })
  }

  key(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true }).filter({ visible: true })
  }

  /** The works beside each other. */
  get survey(): Locator {
    return this.page.getByRole('grid', { name: 'Survey' })
  }

  /** One of the two works that are compared. */
  side(side: 'Kept' | 'Challenger'): Locator {
    return this.page.getByRole('group', { name: new RegExp(`^${side}: `) })
  }

  /** How each picture that is looked at closely lies in its frame. */
  zooms(): Promise<string[]> {
    return this.page
      .locator('[data-zoomed]')
      .evaluateAll((all) => all.map((one) => (one instanceof HTMLElement ? one.style.transform : '')))
  }

  /** Begins a pass where this window has it: in the strip, or in the sheet. */
  async begin(pass: RegExp): Promise<void> {
    const inStrip = this.page.getByRole('banner').getByRole('button', { name: pass })
    if (await inStrip.isVisible()) return inStrip.click()
    await this.key('More').click()
    await this.page.getByRole('dialog').getByRole('button', { name: pass }).click()
  }

  picked(words: string | RegExp): Locator {
    return this.page.getByRole('banner').getByText(words)
  }
}
