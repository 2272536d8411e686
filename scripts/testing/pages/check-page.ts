import type { Page } from '@playwright/test'
import { zipBundle } from '#lib/protocol/bundle-zip.ts'

export type GivenFile = { name: string; mimeType: string; buffer: Buffer }

export const bundleFile = (files: ReadonlyMap<string, Uint8Array>, name = 'bundle.zip'): GivenFile => ({
  name,
  mimeType: 'application/zip',
  buffer: Buffer.from(zipBundle(files)),
})

/** Where a bundle from the disk is checked: on /verify, and in the file that needs no site. */
export class CheckPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  choose(...files: GivenFile[]) {
    return this.page.locator('input[type=file]').setInputFiles(files)
  }

  /** As a hand does it, somewhere on the page. */
  async drop(file: GivenFile) {
    await this.page.evaluate(
      ({ name, mimeType, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        const transfer = new DataTransfer()
        transfer.items.add(new File([bytes], name, { type: mimeType }))
        for (const kind of ['dragover', 'drop'])
          document.body.dispatchEvent(
            new DragEvent(kind, { dataTransfer: transfer, bubbles: true, cancelable: true }),
          )
      },
      { name: file.name, mimeType: file.mimeType, base64: file.buffer.toString('base64') },
    )
  }

  get report() {
    return this.page.getByRole('article', { name: 'Report' })
  }
  statement(text: string | RegExp) {
    return this.report.getByRole('heading', { level: 3, name: text })
  }
  /** Squares of the checks with one verdict. */
  squares(verdict: 'checked' | 'broken' | 'unknown') {
    return this.report.getByRole('img', { name: verdict, exact: true })
  }
}
