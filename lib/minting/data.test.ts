import { expect, it } from 'vitest'
import { tokenIdOf } from '#lib/protocol/evidence.ts'
import { partsOfTokenId } from './data.ts'

it('takes a token id apart into what it was made of', () => {
  expect(partsOfTokenId(tokenIdOf(3, 200))).toEqual({ roundIndex: 3, rank: 200 })
  expect(partsOfTokenId(tokenIdOf(2 ** 32 - 1, 1))).toEqual({ roundIndex: 2 ** 32 - 1, rank: 1 })
})

it.each([0n, 1n, tokenIdOf(1, 1) + 1n, 1n << 64n, 1n << 32n, 1n << 96n])(
  'knows that %s is no token',
  (id) => {
    expect(partsOfTokenId(id)).toBeNull()
  },
)
