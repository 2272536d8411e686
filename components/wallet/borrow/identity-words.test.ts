import { describe, expect, it } from 'vitest'
import type { Identity } from '#lib/flows/borrow/schema.ts'
import { identityGroups, identityWords } from './identity-words.ts'

const person = (given: Partial<Identity>): Identity => ({
  role: 'night-ferry curator 2',
  kind: 'curator',
  name: 'curator 3',
  address: '0x0000000000000000000000000000000000000003',
  votes: null,
  voted: false,
  ...given,
})

describe('identityWords', () => {
  it.each([
    ['votes at a block', { votes: { count: '120', block: '41' } }, '120 votes at block 41'],
    ['one vote', { votes: { count: '1', block: '41' } }, '1 vote at block 41'],
    ['large numbers', { votes: { count: '12000', block: '41' } }, '12,000 votes at block 41'],
    ['a snapshot ahead', { votes: { count: '120', block: null } }, '120 votes as of now'],
    [
      'a ballot in the log',
      { votes: { count: '9', block: '7' }, voted: true },
      '9 votes at block 7, has voted',
    ],
    ['no round', {}, 'signs a ballot'],
    ['a director', { kind: 'director' as const }, 'opens, closes, mints'],
  ])('says %s', (_name, given, words) => {
    expect(identityWords(person(given))).toBe(words)
  })
})

describe('identityGroups', () => {
  it('puts whoever is needed first and leaves empty groups out', () => {
    const people = [person({}), person({ kind: 'director', name: 'director' })]
    expect(identityGroups(people, 'director').map(({ kind }) => kind)).toEqual(['director', 'curator'])
    expect(identityGroups(people, 'creator').map(({ kind }) => kind)).toEqual(['curator', 'director'])
  })
})
