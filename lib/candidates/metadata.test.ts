import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { metadataHashOf, metadataSchema } from '#lib/protocol/candidates.ts'
import { metadataOf, titleFrom } from './metadata.ts'

const receiver = `0x${'a'.repeat(40)}` as const
const brief = { prompt: 'a lighthouse', licence: 'CC0-1.0', royaltyReceiver: receiver }
const source = {
  brief,
  traits: [],
  seed: '7',
  model: 'black-forest-labs/flux-schnell',
  provider: 'replicate',
}

describe('a title from a prompt', () => {
  it.each([
    ['a lighthouse in the fog, seen from afar', 'A lighthouse in the fog, seen'],
    ['Moons. Twelve of them', 'Moons'],
    ['  the   sea,   ', 'The sea'],
    ['...', 'Untitled'],
    ['élan vital', 'Élan vital'],
    [`${'x'.repeat(90)} y`, `${'X'}${'x'.repeat(58)}…`],
  ])('%j', (prompt, title) => expect(titleFrom(prompt)).toBe(title))
})

describe('metadata', () => {
  it('says what is known when the provider says nothing', () => {
    expect(metadataOf({ ...source, description: null })).toMatchObject({
      title: 'A lighthouse',
      alt: 'A picture made from the brief “a lighthouse”.',
      traits: [
        { name: 'Medium', value: 'replicate: black-forest-labs/flux-schnell, seed 7' },
        { name: 'Model', value: 'black-forest-labs/flux-schnell' },
        { name: 'Seed', value: '7' },
      ],
    })
  })

  it('takes the provider’s own words, and the traits of the brief after them', () => {
    const description = {
      title: 'Four hills, first proof',
      alt: 'A woodcut.',
      medium: 'procedural: woodcut, seed 7',
      traits: [{ name: 'Technique', value: 'woodcut' }],
    }
    const traits = [{ name: 'Palette', value: 'blue' }]
    const metadata = metadataOf({ ...source, traits, description })
    expect(metadata.title).toBe('Four hills, first proof')
    expect(metadata.traits.map(({ value }) => value)).toEqual([
      'procedural: woodcut, seed 7',
      'woodcut',
      '7',
      'blue',
    ])
  })

  it('fits the record and has a hash, whatever the prompt', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 2000 }), (prompt) => {
        const metadata = metadataOf({ ...source, brief: { ...brief, prompt }, description: null })
        expect(metadataSchema.safeParse({ number: 1, ...metadata }).success).toBe(true)
        expect(metadataHashOf(metadata)).toMatch(/^sha256:/)
      }),
      { numRuns: 200 },
    )
  })
})
