import { expect, it } from 'vitest'
import { fileHashOf, utf8 } from './bytes.ts'
import { digitalSourceOf } from './digital-source.ts'
import type { Recipe } from './recipe.ts'

const made = (id: string, ...roles: string[]): Pick<Recipe, 'model' | 'inputs'> => ({
  model: { id, version: '1', weightsHash: null },
  inputs: roles.map((role) => ({ role, sha256: fileHashOf(utf8(role)) })),
})

it.each([
  ['code draws', made('verso/artist'), 'algorithmicMedia'],
  ['a model makes from words', made('black-forest-labs/flux-schnell'), 'trainedAlgorithmicMedia'],
  [
    'a model makes from pictures',
    made('black-forest-labs/flux-dev', 'reference'),
    'compositeWithTrainedAlgorithmicMedia',
  ],
  ['somebody brings, of whatever model they say', made('verso/artist', 'work'), null],
  ['somebody brings with references', made('undeclared', 'work', 'reference'), null],
])('a picture that %s', (_, recipe, source) => {
  expect(digitalSourceOf(recipe)).toBe(source)
})
