import { describe, expect, it } from 'vitest'
import { parseRecipe, recipeHashOf } from '#lib/protocol/recipe.ts'
import type { Brief } from '#lib/protocol/typed-data.ts'
import { hashText } from './artist/random.ts'
import { placeOf, promptText, recipeOf, seedOf, traitsOf } from './template.ts'
import { varyBySeed, varyDrawing } from './variation.ts'

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
const model = { id: 'verso/artist', version: '1', parameters: {}, vary: varyBySeed }
const asked = { brief, digest, model, parent: null }

describe('traits of a brief', () => {
  it.each([
    ['', []],
    ['Hour: night', [{ name: 'Hour', value: 'night' }]],
    [' Hour :  deep   night ;; ', [{ name: 'Hour', value: 'deep night' }]],
    ['fog', [{ name: 'Trait', value: 'fog' }]],
    ['10:30: late', [{ name: '10', value: '30: late' }]],
    [`Hour: night; Parent: sha256:${'5e'.repeat(32)}`, [{ name: 'Hour', value: 'night' }]],
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
    expect(parseRecipe(recipeOf({ ...asked, brief: long }, 0)).template.text.length).toBeLessThanOrEqual(8000)
  })

  it('follows from brief and index alone', () => {
    const hashes = [0, 1, 2, 0].map((index) => recipeHashOf(recipeOf(asked, index)))
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

describe('places', () => {
  it('give every try of every picture a seed of its own', () => {
    const places = [0, 1, 2].flatMap((attempt) => [0, 1, 2].map((index) => placeOf(index, attempt, 3)))
    expect(places.toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
  })
})

describe('a variation', () => {
  const artist = { ...model, vary: varyDrawing }
  const words = { ...brief, prompt: 'Nine islands, slate and vermilion', style: '', traits: '' }
  const contentHash = `sha256:${'c0'.repeat(32)}` as const
  const recipe = recipeOf({ ...asked, brief: words, model: artist }, 0)
  const parent = { contentHash, recipe }
  const other = `0x${'7a'.repeat(32)}` as const
  const variations = (changes: Partial<typeof words> = {}, count = 4) =>
    Array.from({ length: count }, (_, place) =>
      recipeOf({ brief: { ...words, ...changes }, digest: other, model: artist, parent }, place),
    )

  it('names its parent, keeps its seed and ground, and moves one trait each', () => {
    const made = variations()
    for (const { parents, seed, parameters } of made) {
      expect(parents).toEqual([contentHash])
      expect(seed).toBe(recipe.seed)
      expect(parameters).toEqual({ ground: hashText(recipe.template.text) })
    }
    const moved = made.map(({ traits }) => traits.at(-1)?.value)
    expect(new Set(moved).size).toBe(4)
    expect(made.map(({ template }) => template.text)).toEqual(
      moved.map((word) => `${recipe.template.text}, ${word}`),
    )
  })

  it('begins with the new words alone when they show', () => {
    const [first, second] = variations({ prompt: 'Five islands, slate and vermilion' })
    expect(first?.template.text).toBe('Five islands, slate and vermilion')
    expect(first?.traits).toEqual([])
    expect(second?.traits).toHaveLength(1)
  })

  it('takes seeds of its own once everything that shows is used up', () => {
    const seeds = variations({}, 14).map(({ seed }) => seed)
    const own = seeds.filter((seed) => seed !== recipe.seed)
    expect(own.length).toBeGreaterThan(0)
    expect(new Set(own).size).toBe(own.length)
    expect(new Set(variations({}, 14).map(recipeHashOf)).size).toBe(14)
  })

  it('of a variation grows from the same ground', () => {
    const [child] = variations()
    if (!child) throw new Error('no child')
    const grandchild = recipeOf(
      {
        brief: { ...words, prompt: child.template.text },
        digest,
        model: artist,
        parent: { contentHash, recipe: child },
      },
      0,
    )
    expect(grandchild.parameters).toEqual(child.parameters)
    expect(grandchild.template.text).not.toBe(child.template.text)
  })

  it('of another model’s work takes the words alone', () => {
    const made = recipeOf(
      { brief: words, digest: other, model: { ...artist, id: 'acme/diffusion' }, parent },
      0,
    )
    expect(made).toMatchObject({ parents: [contentHash], seed: String(seedOf(other, 0)), parameters: {} })
  })

  it('compares no seals: sealed words, or those of a sealed work, keep the seed once and move nothing', () => {
    const sealed = { ...words, prompt: `Prompt: sha256:${'5e'.repeat(32)}` }
    const hidden = recipeOf({ ...asked, brief: sealed, model: artist }, 0)
    for (const [asks, of] of [
      [sealed, recipe],
      [words, hidden],
    ] as const) {
      const made = [0, 1].map((place) =>
        recipeOf({ brief: asks, digest: other, model: artist, parent: { contentHash, recipe: of } }, place),
      )
      expect(made.map(({ seed }) => seed)).toEqual([of.seed, String(seedOf(other, 1))])
      expect(made.map(({ template }) => template.text)).toEqual([asks.prompt, asks.prompt])
      expect(made.map(({ parameters, traits }) => [parameters, traits])).toEqual([
        [{}, []],
        [{}, []],
      ])
    }
  })

  it('by a model that only knows seeds keeps it once, for words that are new', () => {
    const seeds = (prompt: string) =>
      [0, 1].map(
        (place) => recipeOf({ ...asked, brief: { ...words, prompt }, digest: other, parent }, place).seed,
      )
    expect(seeds(words.prompt)).toEqual([0, 1].map((place) => String(seedOf(other, place))))
    expect(seeds('Nine islands at night')).toEqual([recipe.seed, String(seedOf(other, 1))])
  })
})
