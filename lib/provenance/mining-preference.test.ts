import { expect, it } from 'vitest'
import { LICENCES } from '#lib/protocol/licences.ts'
import { miningPreferenceOf } from './mining-preference.ts'

it.each(LICENCES.map(({ id }) => id))('says of %s the same in the file, beside it and on the token', (id) => {
  const { cawg, erc7517, plus } = miningPreferenceOf(id)
  const uses = new Set([...Object.values(cawg).map(({ use }) => use), ...Object.values(erc7517)])
  expect([...uses]).toEqual([id === 'CC0-1.0' ? 'allowed' : 'constrained'])
  expect(plus.constraint).toBe(id === 'CC0-1.0' ? null : id)
})
