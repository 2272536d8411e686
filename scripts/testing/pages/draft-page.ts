import { readFile } from 'node:fs/promises'
import { expect, type Locator, type Page } from '@playwright/test'
import { BorrowMenu } from './borrow-menu.ts'

/** Where the draft of a ballot is kept and moved, on the ballot page. */
export class DraftPage {
  readonly page: Page
  readonly region: Locator
  constructor(page: Page) {
    this.page = page
    this.region = page.locator('section').filter({
      has: page.getByRole('heading', { name: 'Your draft', exact: true }),
    })
  }

  async open(slug: string): Promise<void> {
    await this.page.goto(`/rounds/${slug}/ballot`)
    await this.unfold()
  }

  async unfold(): Promise<void> {
    await this.region.getByRole('button', { name: 'Keep or move this draft' }).click()
    await expect(this.button('Save as a file')).toBeVisible()
  }

  /** Goes about as somebody of the demo who has not voted. */
  async borrow(at: number): Promise<void> {
    const menu = new BorrowMenu(this.page)
    await menu.open()
    const person = menu.people('Curators').nth(at)
    await expect(person).not.toHaveText(/has voted/)
    const name = (await person.locator('span').first().textContent()) ?? ''
    await person.click()
    // On the phone the masthead's standing is in its menu; the ballot says it too.
    await expect(this.page.getByText(`Borrowed: ${name}`).filter({ visible: true }).first()).toBeVisible()
  }

  async keepThere(): Promise<void> {
    await this.button('Keep it on my other devices too').click()
    await this.button('Sign in').click()
  }

  button(name: string): Locator {
    return this.region.getByRole('button', { name, exact: true })
  }

  says(words: string | RegExp): Locator {
    return this.region.getByText(words)
  }

  async saved(): Promise<void> {
    const words = /^Kept on this device and, for you alone, at localhost:\d+; last saved \d\d:\d\d\.$/
    await expect(this.says(words)).toBeVisible()
  }

  /** Does something that is saved, and waits until it is. */
  async saving(act: () => Promise<void>): Promise<void> {
    const kept = this.page.waitForResponse(
      (answer) => answer.request().method() === 'PUT' && /\/draft$/.test(answer.url()) && answer.ok(),
    )
    await act()
    await kept
    await this.saved()
  }

  /** Comes back to the page, as from another tab, until what the other device saved is there. */
  async comesToSee(what: Locator): Promise<void> {
    await expect(async () => {
      await this.page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
      await expect(what).toBeVisible({ timeout: 2_000 })
    }).toPass()
  }

  /** The text of a file that the page hands over. */
  async saveAs(button: 'Save as a file' | 'Save as a table'): Promise<string> {
    const saving = this.page.waitForEvent('download')
    await this.button(button).click()
    return readFile(await (await saving).path(), 'utf8')
  }

  async read(name: string, text: string): Promise<void> {
    const file = { name, mimeType: 'text/plain', buffer: Buffer.from(text) }
    await this.region.getByLabel('Read from a file').setInputFiles(file)
  }

  /** The line of the very text that would be signed. */
  choices(text: string): Locator {
    return this.page.getByRole('region', { name: 'The text you sign' }).getByText(text, { exact: true })
  }
}
