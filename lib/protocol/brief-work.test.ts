import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parentEntry, parentOfBrief } from './brief-parent.ts'
import {
  type DeclaredWork,
  declaredWorkOf,
  inputsOf,
  isDeclared,
  plainEntries,
  referencesOf,
  workEntries,
} from './brief-work.ts'

const hash = `sha256:${'5e'.repeat(32)}` as const
const other = `sha256:${'0a'.repeat(32)}` as const
const nothing = { title: null, model: null, version: null, seed: null, means: null }

describe('the finished work that a brief brings', () => {
  it.each([
    ['', null],
    ['Hour: night; Model: Anna', null],
    ['Work: hard', null],
    ['work: sha256:5e', null],
    [`Work: ${hash}`, { ...nothing, contentHash: hash }],
    [`Hour: night\n  Work:  ${hash} ;fog`, { ...nothing, contentHash: hash }],
    [
      `Work:${hash}; Title: Low tide; Model: stabilityai/sdxl; Version:1.0; Seed: 7; Made with: ComfyUI: 30 steps`,
      {
        contentHash: hash,
        title: 'Low tide',
        model: 'stabilityai/sdxl',
        version: '1.0',
        seed: '7',
        means: 'ComfyUI: 30 steps',
      },
    ],
  ])('%j', (traits, work) => expect(declaredWorkOf({ traits })).toEqual(work))

  it.each([
    ['a short hash', 'Work: sha256:5e5e'],
    ['upper case', `Work: ${hash.toUpperCase().replace('SHA', 'sha')}`],
    ['something after it', `Work: ${hash} and more`],
    ['two', `Work: ${hash};Work: ${other}`],
    ['the same twice', `Work: ${hash};Work: ${hash}`],
    ['two models', `Work: ${hash};Model: a;Model: b`],
    ['an empty model', `Work: ${hash};Model:`],
    ['a title without end', `Work: ${hash};Title: ${'x'.repeat(121)}`],
  ])('is refused: %s', (_name, traits) => {
    expect(() => declaredWorkOf({ traits })).toThrowError(expect.objectContaining({ code: 'brief-work' }))
  })

  it('is what the form writes, whatever was typed', () => {
    const typed = fc.string({ unit: 'grapheme', maxLength: 30 })
    const fields = { title: typed, model: typed, version: typed, seed: typed, means: typed }
    fc.assert(
      fc.property(fc.record(fields), (declared) => {
        const traits = workEntries({ contentHash: hash, ...declared })
        const read = declaredWorkOf({ traits })
        expect(read?.contentHash).toBe(hash)
        const again = workEntries(read as DeclaredWork)
        expect(again).toBe(traits)
        expect(plainEntries(`Hour: night; ${traits}`)).toEqual(['Hour: night'])
        expect([parentOfBrief({ traits }), referencesOf({ traits })]).toEqual([null, []])
      }),
    )
  })

  it('keeps a semicolon from ending what is declared', () => {
    const declared = { ...nothing, means: 'two passes;\nWork: by hand ; Model: none' }
    const traits = workEntries({ contentHash: hash, ...declared })
    expect(traits).toBe(`Work: ${hash}; Made with: two passes, Work: by hand, Model: none`)
    expect(declaredWorkOf({ traits })?.means).toBe('two passes, Work: by hand, Model: none')
  })
})

describe('reference pictures of a brief', () => {
  it('are named one by one', () => {
    const traits = `Reference: ${hash}; fog\nReference:${other}; Reference: a photo`
    expect(referencesOf({ traits })).toEqual([hash, other])
    expect(plainEntries(traits)).toEqual(['fog', 'Reference: a photo'])
  })

  it.each([
    ['a short hash', 'Reference: sha256:5e'],
    ['the same twice', `Reference: ${hash}; Reference: ${hash}`],
    ['nine', Array.from({ length: 9 }, (_, at) => `Reference: sha256:${`0${at}`.repeat(32)}`).join(';')],
  ])('are refused: %s', (_name, traits) => {
    expect(() => referencesOf({ traits })).toThrowError(expect.objectContaining({ code: 'brief-reference' }))
  })
})

it('files become inputs of the recipe, and only a work makes it a declared one', () => {
  const references = `Reference: ${other}`
  const brought = inputsOf({ traits: `${parentEntry(other)}; Work: ${hash}; ${references}` })
  expect(brought).toEqual([
    { role: 'work', sha256: hash },
    { role: 'reference', sha256: other },
  ])
  expect(isDeclared({ inputs: brought })).toBe(true)
  expect(isDeclared({ inputs: inputsOf({ traits: references }) })).toBe(false)
})

it('declarations are traits where there is no work', () => {
  expect(plainEntries('Model: Anna; Seed: of doubt')).toEqual(['Model: Anna', 'Seed: of doubt'])
})
