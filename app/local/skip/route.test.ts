import { afterEach, expect, it, vi } from 'vitest'
import { POST } from './route.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const asked = (from: string) =>
  POST(
    new Request('http://localhost:3000/local/skip', {
      method: 'POST',
      headers: { 'sec-fetch-site': from },
      body: JSON.stringify({ round: `0x${'1'.repeat(64)}`, to: 'close' }),
    }),
    { params: Promise.resolve({}) },
  )

it.each(['cross-site', 'same-site', 'none'])('moves no clock for a page that is %s', async (from) => {
  vi.stubEnv('NEXT_PUBLIC_LOCAL_CHAIN', 'true')
  const answer = await asked(from)
  expect(answer.status).toBe(403)
  expect(await answer.json()).toMatchObject({ code: 'other-site' })
})

it('moves no clock where the build is for another chain', async () => {
  expect(await (await asked('same-origin')).json()).toMatchObject({ code: 'clock-fixed' })
})
