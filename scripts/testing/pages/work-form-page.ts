import { expect, type Locator, type Page } from '@playwright/test'

/** The form for a work that was made elsewhere. */
export class WorkFormPage {
  readonly page: Page
  readonly file: Locator
  readonly shows: Locator
  constructor(page: Page) {
    this.page = page
    this.file = page.locator('input[type=file]')
    this.shows = page.locator('textarea[name=prompt]')
  }

  /** From the form of a brief, as a creator gets there. */
  async openFrom(slug: string): Promise<void> {
    await this.page.goto(`/rounds/${slug}/submit`)
    await this.page.getByRole('link', { name: 'Bring a finished work' }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: 'Bring a finished work' })).toBeVisible()
  }

  async choose(name: string, mimeType: string, bytes: Uint8Array): Promise<void> {
    await this.file.setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) })
  }

  /** Lets a file go over the page, beside the frame for it. */
  async drop(name: string, type: string, bytes: Uint8Array): Promise<void> {
    const content = Buffer.from(bytes).toString('base64')
    await this.page.evaluate(
      ([dropped, kind, base64]) => {
        const raw = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const data = new DataTransfer()
        data.items.add(new File([raw], dropped, { type: kind }))
        for (const event of ['dragover', 'drop'])
          document.body.dispatchEvent(
            new DragEvent(event, { dataTransfer: data, bubbles: true, cancelable: true }),
          )
      },
      [name, type, content] as const,
    )
  }

  /** What stands under the picture when it is not taken. */
  get fault(): Locator {
    return this.page.locator('#field-picture-error')
  }

  async write(words: Record<'title' | 'shows' | 'name' | 'model' | 'means', string>): Promise<void> {
    await this.page.getByLabel('Title (optional)').fill(words.title)
    await this.shows.fill(words.shows)
    await this.page.getByLabel('Your name on the wall label').fill(words.name)
    await this.page.getByLabel('Model (optional)').fill(words.model)
    await this.page.getByLabel('Made with (optional)').fill(words.means)
  }

  async review(): Promise<void> {
    await this.page.getByRole('button', { name: 'Review the brief' }).click()
  }

  get sign(): Locator {
    return this.page.getByRole('button', { name: 'Sign the brief: your finished work' })
  }
}
