import { expect, it } from 'vitest'
import type { ModelTerms } from '#lib/generation/port.ts'
import { MODELS, termsOf, termsOfModel, UNKNOWN_TERMS } from '#lib/protocol/model-licences.ts'
import { HORDE_MODELS } from './aihorde-models.ts'
import { cogModel } from './cog-models.ts'
import { comfyModel } from './comfyui-models.ts'
import { falModel } from './fal-models.ts'
import { openAiImagesModel } from './openai-images-models.ts'
import { replicateModel } from './replicate-models.ts'

const AT_HOME = { host: 'localhost', isLoopback: true }

/** What each adapter says of a model, whatever it costs. */
const ADAPTERS: ((id: string) => ModelTerms)[] = [
  (id) => replicateModel(id, 1).terms,
  (id) => falModel(id, 1).terms,
  (id) => cogModel(id).terms,
  (id) => comfyModel(id).terms,
  (id) => openAiImagesModel(id, AT_HOME, 1).terms,
  (id) => (Object.entries(HORDE_MODELS).some(([name]) => name === id) ? termsOfHorde(id) : UNKNOWN_TERMS),
]
const termsOfHorde = (id: string) => termsOf(HORDE_MODELS[id as keyof typeof HORDE_MODELS].licence)

it.each(Object.keys(MODELS))('%s is had under the terms that adapters name', (id) => {
  const said = ADAPTERS.map((terms) => terms(id)).filter(({ licence }) => licence !== 'unknown')
  expect(said.length).toBeGreaterThan(0)
  for (const terms of said) expect(terms).toEqual(termsOfModel(id))
})

it('knows no other, but what this software draws', () => {
  expect(termsOfModel('somebody/something')).toEqual(UNKNOWN_TERMS)
  expect(termsOfModel('constructor')).toEqual(UNKNOWN_TERMS)
  expect(termsOfModel('verso/artist')).toEqual(termsOf('MIT'))
})
