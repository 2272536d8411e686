import type { Page } from '@playwright/test'

/** Connects through RainbowKit's own dialog, as a person does. */
export async function connect(page: Page, walletName: string, button: RegExp | string): Promise<void> {
  await page.getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog')
  // On a phone there is one entry, the browser's own wallet.
  const entries = dialog.getByRole('button', { name: new RegExp(`^(${walletName}|Browser Wallet)$`) })
  await entries.first().click()
  await dialog.waitFor({ state: 'hidden' })
}

/** Connects and signs in where a page asks who is here. */
export async function signIn(page: Page, walletName: string): Promise<void> {
  await connect(page, walletName, 'Connect a wallet')
  const verified = page.waitForResponse('**/api/v1/session/verify')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await verified
}
