import { expect, type Locator, type Page } from '@playwright/test'
import { signIn } from './connect.ts'

export class BriefPage {
  readonly page: Page
  readonly prompt: Locator
  constructor(page: Page) {
    this.page = page
    this.prompt = page.locator('textarea[name=prompt]')
  }

  async open(slug: string): Promise<void> {
    await this.page.goto(`/rounds/${slug}/submit`)
    await expect(this.page.getByRole('heading', { level: 1, name: 'Submit a brief' })).toBeVisible()
  }

  async write(words: { prompt: string; name: string; count: string }): Promise<void> {
    await this.prompt.fill(words.prompt)
    await this.page.getByLabel('Your name on the wall label').fill(words.name)
    await this.page.getByLabel('Works to make').selectOption(words.count)
  }

  async review(): Promise<void> {
    await this.page.getByRole('button', { name: 'Review the brief' }).click()
  }

  async signIn(walletName: string): Promise<void> {
    await signIn(this.page, walletName)
  }

  async sign(count: number): Promise<void> {
    const words = count === 1 ? 'one work' : `${count} works`
    await this.page.getByRole('button', { name: `Sign the brief: ${words}` }).click()
  }
}
