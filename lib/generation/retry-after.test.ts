import { expect, it } from 'vitest'
import { retryAfterOf } from './retry-after.ts'

const now = Date.parse('2026-01-01T00:00:00Z')

it.each([
  ['12', '', 12],
  ['0.4', '', 1],
  ['99999', '', 600],
  ['Thu, 01 Jan 2026 00:00:30 GMT', '', 30],
  ['Wed, 31 Dec 2025 23:00:00 GMT', '', 1],
  [null, 'Your rate limit resets in ~30s.', 30],
  [null, 'Expected available in 1 second.', 1],
  [null, 'your IP address has been put into timeout for 90 more seconds.', 90],
  [null, '', 10],
  ['soon', '', 10],
])('waits after %j %j', (header, words, seconds) => expect(retryAfterOf(header, words, now)).toBe(seconds))

it('waits as long as the caller thinks right when nothing is said', () => {
  expect(retryAfterOf(null, '', now, 60)).toBe(60)
})
