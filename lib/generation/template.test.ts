import { describe, expect, it } from 'vitest'
import { parseRecipe, recipeHashOf } from '#lib/protocol/recipe.ts'
import type { Brief } from '#lib/protocol/typed-data.ts'
import { promptText, recipeOf, seedOf, traitsOf } from './template.ts'

const digest = `0x${'5e'.repeat(32)}` as const
const address = `0x${'a'.repeat(40)}` as const
const brief: Brief = {
  round: digest,
  creator: address,
  prompt: 'a lighthouse',
  promptHash: digest,
  style: 'woodcut',
  traits: 'Hour: night; fog\nInks: two inks',
  licence: 'CC0-1.0',
  royaltyReceiver: address,
  count: 3,
  nonce: digest,
  deadline: '1',
}
const model = { id: 'verso/artist', version: '1', parameters: {} }

describe('traits of a brief', () => {
  it.each([
    ['', []],
    ['Hour: night', [{ name: 'Hour', value: 'night' }]],
    [' Hour :  deep   night ;; ', [{ name: 'Hour', value: 'deep night' }]],
    ['fog', [{ name: 'Trait', value: 'fog' }]],
    ['10:30: late', [{ name: '10', value: '30: late' }]],
    [': x', [{ name: 'Trait', value: ': x' }]],
  ])('%j', (text, traits) => expect(traitsOf(text)).toEqual(traits))
})

describe('a recipe', () => {
  it('carries prompt, style and trait values in that order', () => {
    expect(promptText(brief)).toBe('a lighthouse, woodcut, night, fog, two inks')
  })

  it('is of the published shape even for the longest brief', () => {
    const long = {
      ...brief,
      prompt: '山'.repeat(2000),
      style: 'y'.repeat(200),
      traits: `${'z'.repeat(40)};`.repeat(48),
    }
    expect(parseRecipe(recipeOf(long, digest, 0, model)).template.text.length).toBeLessThanOrEqual(8000)
  })

  it('follows from brief and index alone', () => {
    const hashes = [0, 1, 2, 0].map((index) => recipeHashOf(recipeOf(brief, digest, index, model)))
    expect(new Set(hashes).size).toBe(3)
    expect(hashes[3]).toBe(hashes[0])
  })

  it('has a seed of 31 bits that another implementation finds too', () => {
    expect([0, 1, 2].map((index) => seedOf(digest, index))).toEqual([
      1_863_979_444, 1_330_119_912, 1_024_267_792,
    ])
    for (let index = 0; index < 100; index++) expect(seedOf(digest, index)).toBeLessThan(2 ** 31)
  })
})
