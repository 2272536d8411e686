import { describe, expect, it } from 'vitest'
import { communityStrategySchema } from '#lib/communities/schema.ts'
import { draftFaults, heldSeconds, KINDS, newDraft, strategyOf, withKind } from './strategy-draft.ts'

const token = `0x${'Ab'.repeat(20)}`
const sent = { root: `0x${'5e'.repeat(32)}`, rows: 3 }

describe('a typed source of votes', () => {
  it.each(KINDS.map(({ value }) => value))('becomes a strategy of kind %s', (id) => {
    const draft = { ...withKind(newDraft(1, 8453), id), token, tokenId: '7' }
    expect(draftFaults(draft)).toEqual({})
    expect(communityStrategySchema.parse(strategyOf(draft, sent))).toMatchObject({ id })
  })

  it('counts whole tokens of 18 decimals, and single works', () => {
    const draft = newDraft(1, 1)
    expect(withKind(draft, 'erc721-balance').denominator).toBe('1')
    expect(withKind(withKind(draft, 'erc721-balance'), 'erc20-balance').denominator).toBe(draft.denominator)
    expect(withKind({ ...draft, denominator: '5' }, 'erc721-balance').denominator).toBe('5')
  })

  it('names each field at fault', () => {
    const draft = {
      ...withKind(newDraft(1, 1), 'erc1155-balance'),
      chainId: 'base',
      cap: 'many',
      denominator: '0',
    }
    expect(Object.keys(draftFaults(draft)).toSorted()).toEqual([
      'cap',
      'chainId',
      'denominator',
      'token',
      'tokenId',
    ])
  })

  it('reads days as seconds', () => {
    expect(heldSeconds('30, 7 0.5')).toEqual([30 * 86_400, 7 * 86_400, 43_200])
    expect(heldSeconds('')).toEqual([])
    expect(heldSeconds('soon')).toEqual([Number.NaN])
  })
})
