import { expect, type Locator, type Page } from '@playwright/test'
import { signIn } from './connect.ts'

export class BriefPage {
  readonly page: Page
  readonly prompt: Locator
  readonly name: Locator
  readonly count: Locator
  readonly works: Locator
  constructor(page: Page) {
    this.page = page
    this.prompt = page.locator('textarea[name=prompt]')
    this.name = page.getByLabel('Your name on the wall label')
    this.count = page.getByLabel('Works to make')
    this.works = page.getByRole('list', { name: 'Works of this brief' })
  }

  async open(slug: string): Promise<void> {
    await this.page.goto(`/rounds/${slug}/submit`)
    await this.isReady()
  }

  async isReady(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: 'Submit a brief' })).toBeVisible()
  }

  /** Where several rounds take briefs, one of them is chosen first. */
  async isFor(round: string): Promise<void> {
    await this.isReady()
    const choice = this.page.getByRole('main').getByRole('link', { name: round, exact: true })
    await expect(this.prompt.or(choice).first()).toBeVisible()
    if (!(await this.prompt.isVisible())) await choice.click()
    await expect(this.prompt).toBeVisible()
  }

  async write(words: { prompt: string; name: string; count: string }): Promise<void> {
    await this.prompt.fill(words.prompt)
    await this.name.fill(words.name)
    await this.count.selectOption(words.count)
  }

  async review(): Promise<void> {
    await this.page.getByRole('button', { name: 'Review the brief' }).click()
  }

  async signIn(walletName: string): Promise<void> {
    await signIn(this.page, walletName)
  }

  signButton(count: number): Locator {
    const words = count === 1 ? 'one work' : `${count} works`
    return this.page.getByRole('button', { name: `Sign the brief: ${words}` })
  }

  async sign(count: number): Promise<void> {
    await this.signButton(count).click()
  }

  /** The address under which the brief can be watched. */
  async watching(): Promise<void> {
    await this.page.waitForURL(/\?brief=0x[0-9a-f]{64}$/)
  }

  /** Waits until the pictures stand as the sentence over them says. */
  async stands(sentence: string): Promise<void> {
    await expect(this.page.getByRole('heading', { name: sentence })).toBeVisible({ timeout: 60_000 })
  }

  async isAtStep(label: string): Promise<void> {
    const steps = this.page.getByRole('list', { name: 'Steps' })
    await expect(steps.locator('[aria-current=step]')).toHaveText(new RegExp(`${label}$`))
  }

  /** A frame by the number of its picture. */
  frame(position: number): Locator {
    return this.works.getByRole('listitem').nth(position - 1)
  }
}
