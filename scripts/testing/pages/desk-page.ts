import { expect, type Page } from '@playwright/test'
import { signIn } from './connect.ts'

type Founding = {
  name: string
  symbol: string
  slug: string
  token: string
  guardian: string
  treasury: string
}
type Draft = { community: string; title: string; brief: string }

/** Where a director works. Each act on chain is one button that waits until its rehearsal passed. */
export class DeskPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async signIn(walletName: string): Promise<void> {
    await signIn(this.page, walletName)
  }

  async act(name: string): Promise<void> {
    const button = this.page.getByRole('button', { name, exact: true })
    await expect(button).toBeEnabled({ timeout: 30_000 })
    await button.click()
  }

  async foundCommunity(founding: Founding): Promise<void> {
    for (const [name, value] of Object.entries(founding))
      await this.page.locator(`input[name=${name}]`).fill(value)
    await this.page.getByRole('button', { name: 'Review what is deployed' }).click()
  }

  /** A round as short as the form allows. */
  async draftRound({ community, title, brief }: Draft): Promise<void> {
    await this.page.getByLabel('Community', { exact: true }).selectOption(community)
    await this.page.getByLabel('Title', { exact: true }).fill(title)
    await this.page.locator('textarea[name=brief]').fill(brief)
    for (const stage of ['submissionsSeconds', 'openingSeconds', 'votingSeconds', 'challengeSeconds'])
      await this.page.locator(`select[name=${stage}]`).selectOption({ index: 0 })
    await this.page.getByRole('button', { name: 'Go on' }).click()
  }
}
