import { describe, expect, it } from 'vitest'
import { recipeOf } from '#lib/generation/template.ts'
import { varyBySeed } from '#lib/generation/variation.ts'
import { appOf, falInput, falModel } from './fal-models.ts'

describe('a model at fal', () => {
  it.each([
    ['fal-ai/flux/schnell', 3_000, 'Apache-2.0', 4],
    ['fal-ai/flux/dev', 25_000, 'FLUX.1-dev', 28],
  ])('%s costs what its page says', (id, costMicroUsd, licence, steps) => {
    expect(falModel(id, undefined)).toMatchObject({
      costMicroUsd,
      terms: { licence },
      parameters: {
        num_inference_steps: steps,
        num_images: 1,
        output_format: 'png',
        image_size: 'square_hd',
      },
    })
    expect(falModel(id, 1).costMicroUsd).toBe(1)
  })

  it('that nobody has priced is not had', () => {
    expect(() => falModel('fal-ai/new', undefined)).toThrow('FAL_PRICE_MICRO_USD')
    expect(falModel('fal-ai/new', 9)).toMatchObject({
      costMicroUsd: 9,
      terms: { licence: 'unknown', outputs: 'unknown' },
    })
  })

  it.each([
    ['fal-ai/flux/schnell', 'fal-ai/flux'],
    ['fal-ai/flux-pro/v1.1/ultra', 'fal-ai/flux-pro'],
    ['fal-ai/fast-sdxl', 'fal-ai/fast-sdxl'],
    ['workflows/fal-ai/some/path', 'workflows/fal-ai/some'],
  ])('%s keeps its requests under %s', (id, app) => expect(appOf(id)).toBe(app))

  it('is asked for what the recipe says, and nothing else', () => {
    const { parameters } = falModel('fal-ai/flux/schnell', undefined)
    const model = { id: 'fal-ai/flux/schnell', version: 'latest', parameters, vary: varyBySeed }
    const brief = { prompt: 'a pier', style: 'ink', traits: 'Sky: grey', licence: 'CC-BY-4.0' }
    const recipe = recipeOf({ brief, digest: `0x${'1'.repeat(64)}`, model, parent: null }, 0)
    expect(falInput(recipe)).toEqual({
      prompt: 'a pier, ink, grey',
      seed: Number(recipe.seed),
      image_size: 'square_hd',
      num_images: 1,
      num_inference_steps: 4,
      output_format: 'png',
      enable_safety_checker: true,
    })
  })
})
