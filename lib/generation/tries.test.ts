import { expect, it } from 'vitest'
import { MOST_TRIES, triesLeft } from './tries.ts'

it.each([
  ['refused', null, 0, 2],
  ['refused', null, 1, 1],
  ['refused', null, 2, 0],
  ['refused', null, 9, 0],
  ['refused', 'round-full', 0, 0],
  ['failed', 'provider-moderated', 0, 2],
  ['failed', 'provider-transient', 1, 1],
  ['failed', 'provider-invalid-input', 0, 0],
  ['failed', 'admission-ended', 0, 0],
  ['failed', 'provider-unknown', 0, 0],
  ['failed', null, 0, 0],
  ['queued', null, 0, 0],
  ['rendering', 'provider-transient', 0, 0],
  ['passed', null, 0, 0],
] as const)('%s by %s at try %i: %i left', (status, errorCode, attempt, left) => {
  expect(triesLeft({ status, errorCode, try: attempt })).toBe(left)
})

it('counts the first try', () => expect(MOST_TRIES).toBe(3))
