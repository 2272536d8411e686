import { describe, expect, it } from 'vitest'
import { fileHashOf, utf8 } from './bytes.ts'
import { canonicalBytes } from './canonical.ts'
import { parseRecipe, type Recipe, recipeHashOf } from './recipe.ts'

const recipe: Recipe = {
  template: { id: 'tidal', version: '1', text: 'Water seen from above' },
  traits: [{ name: 'Palette', value: 'Cold' }],
  seed: '340282366920938463463374607431768211455',
  model: { id: 'procedural/tidal', version: '1', weightsHash: null },
  loras: [{ id: 'ink', version: '2', weightsHash: fileHashOf(utf8('ink')), scalePermille: 800 }],
  parameters: { steps: 28, guidance: '3.5' },
  inputs: [{ role: 'reference', sha256: fileHashOf(utf8('reference')) }],
  parents: [],
  licence: 'CC0-1.0',
  brief: `0x${'ab'.repeat(32)}`,
  width: 1024,
  height: 1024,
}

describe('recipe', () => {
  it('hashes to the SHA-256 of its file, whatever the order of its fields', () => {
    const shuffled = Object.fromEntries(Object.entries(recipe).toReversed())
    expect(recipeHashOf(recipe)).toBe(fileHashOf(canonicalBytes(recipe)))
    expect(recipeHashOf(parseRecipe(shuffled))).toBe(recipeHashOf(recipe))
  })

  it.each<[string, Partial<Recipe>]>([
    ['seed', { seed: '1' }],
    ['a parameter', { parameters: { ...recipe.parameters, steps: 29 } }],
    ['a parent', { parents: [fileHashOf(utf8('parent'))] }],
    ['the version of the model', { model: { ...recipe.model, version: '2' } }],
  ])('hashes otherwise for another %s', (_, change) => {
    expect(recipeHashOf({ ...recipe, ...change })).not.toBe(recipeHashOf(recipe))
  })

  it.each<[string, string, object]>([
    ['schema-invalid', 'an execution block', { execution: { provider: 'replicate' } }],
    ['schema-invalid', 'a seed as a number', { seed: 7 }],
    ['schema-invalid', 'a fraction', { parameters: { guidance: 3.5 } }],
    ['schema-invalid', 'a list as a parameter', { parameters: { sizes: [1] } }],
    ['json-bad-text', 'text that is not in form C', { parameters: { note: 'e\u0301' } }],
  ])('refuses with %s: %s', (code, _, change) => {
    expect(() => parseRecipe({ ...recipe, ...change })).toThrow(expect.objectContaining({ code }))
  })
})
