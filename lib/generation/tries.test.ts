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
  expect(triesLeft({ status, errorCode, try: attempt, recipe: { inputs: [] } })).toBe(left)
})

it('gives none to a finished work that was turned away, and a second reading to one that was not read', () => {
  const inputs = [{ role: 'work', sha256: `sha256:${'5e'.repeat(32)}` as const }]
  const brought = { try: 0, recipe: { inputs } }
  expect(triesLeft({ ...brought, status: 'refused', errorCode: null })).toBe(0)
  expect(triesLeft({ ...brought, status: 'failed', errorCode: 'artifact-invalid' })).toBe(2)
})

it('counts the first try', () => expect(MOST_TRIES).toBe(3))
