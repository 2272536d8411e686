import { describe, expect, it } from 'vitest'
import { parentEntry, parentOfBrief } from './brief-parent.ts'

const hash = `sha256:${'5e'.repeat(32)}` as const

describe('the parent that a brief names', () => {
  it.each([
    ['', null],
    ['Hour: night; fog', null],
    ['Parent: a lighthouse', null],
    ['parent: sha256:5e', null],
    [`Parent: ${hash}`, hash],
    [`Hour: night;Parent:${hash}`, hash],
    [`Hour: night\n  Parent:  ${hash} ;fog`, hash],
  ])('%j', (traits, parent) => expect(parentOfBrief({ traits })).toBe(parent))

  it('is what the form writes', () => expect(parentOfBrief({ traits: parentEntry(hash) })).toBe(hash))

  it.each([
    ['a short hash', 'Parent: sha256:5e5e'],
    ['upper case', `Parent: ${hash.toUpperCase().replace('SHA', 'sha')}`],
    ['something after it', `Parent: ${hash} and more`],
    ['two', `Parent: ${hash};Parent: sha256:${'0a'.repeat(32)}`],
    ['the same twice', `Parent: ${hash};Parent: ${hash}`],
  ])('is refused: %s', (_name, traits) => {
    expect(() => parentOfBrief({ traits })).toThrowError(expect.objectContaining({ code: 'brief-parent' }))
  })
})
