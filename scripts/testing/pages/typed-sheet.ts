import { expect, type Page } from '@playwright/test'

/** The page shows, line for line and in order, what the open wallet was handed. */
export async function expectShownIsAsked(page: Page, asked: Record<string, unknown>): Promise<void> {
  const sheet = page.getByRole('region', { name: 'The text you sign' })
  const lines = await sheet
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map((row) => [row.querySelector('th')?.textContent, row.querySelector('td')?.textContent]),
    )
  expect(lines.map(([name]) => name)).toEqual(Object.keys(asked))
  for (const [name, shown] of lines) expect(shown, String(name)).toContain(String(asked[String(name)]) || '–')
}
