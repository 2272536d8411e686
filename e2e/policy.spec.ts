import { expect, test } from '@playwright/test'

const PAGES = ['/', '/rounds', '/submit', '/verify', '/desk']

for (const path of PAGES) {
  test(`${path} keeps the policy and asks nobody else`, async ({ page, baseURL }) => {
    const elsewhere: string[] = []
    page.on('request', (request) => {
      const { protocol, origin } = new URL(request.url())
      if (protocol.startsWith('http') && origin !== baseURL) elsewhere.push(request.url())
    })
    const errors: string[] = []
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
    page.on('pageerror', (error) => errors.push(error.message))

    const response = await page.goto(path, { waitUntil: 'load' })
    expect(response?.status()).toBe(200)
    const headers = response?.headers() ?? {}
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-powered-by']).toBeUndefined()
    expect(errors).toEqual([])
    expect(elsewhere).toEqual([])
  })
}

test('what is served under its own hash can do nothing', async ({ page, request }) => {
  await page.goto('/collection')
  const picture = page.locator('img[src^="/works/"]').first()
  const answer = await request.get((await picture.getAttribute('src')) ?? '')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-security-policy']).toBe("default-src 'none'; sandbox")
  expect(answer.headers()['x-content-type-options']).toBe('nosniff')
})
