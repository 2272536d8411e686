import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recipeOf } from '#lib/generation/template.ts'
import { varyBySeed } from '#lib/generation/variation.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import { comfyGraph } from './comfyui-graph.ts'
import { comfyModel } from './comfyui-models.ts'

const CHECKPOINT = 'SDXL/sd_xl_base_1.0.safetensors'
const files = {
  loras: ['ink.safetensors', 'style\\grain.safetensors', `${'ab'.repeat(32)}.safetensors`],
  saveAs: 'one',
}

function recipeWith(changes: Partial<Recipe> = {}): Recipe {
  const brief = { prompt: 'a pier', style: 'ink', traits: '', licence: 'CC-BY-4.0' }
  const { parameters } = comfyModel(CHECKPOINT)
  const model = { id: CHECKPOINT, version: 'latest', parameters, vary: varyBySeed }
  return { ...recipeOf({ brief, digest: `0x${'1'.repeat(64)}`, model, parent: null }, 0), ...changes }
}

const lora = (
  id: string,
  scalePermille = 800,
  weightsHash: Recipe['loras'][number]['weightsHash'] = null,
) => ({
  id,
  version: '1',
  weightsHash,
  scalePermille,
})

/** Every input that is a link, with the kind of node at its other end. */
function linksOf(graph: ReturnType<typeof comfyGraph>) {
  return Object.values(graph).flatMap(({ class_type, inputs }) =>
    Object.entries(inputs).flatMap(([name, value]) =>
      Array.isArray(value) ? [`${class_type}.${name} ← ${graph[value[0]]?.class_type} ${value[1]}`] : [],
    ),
  )
}

describe('a workflow', () => {
  it('holds what the recipe says, exactly', () => {
    const recipe = recipeWith()
    const nodes = Object.values(comfyGraph(recipe, files))
    const inputsOf = (kind: string) =>
      nodes.filter((node) => node.class_type === kind).map((node) => node.inputs)
    expect(inputsOf('CheckpointLoaderSimple')).toEqual([{ ckpt_name: CHECKPOINT }])
    expect(inputsOf('CLIPTextEncode').map(({ text }) => text)).toEqual([
      'a pier, ink',
      'text, watermark, signature',
    ])
    expect(inputsOf('EmptyLatentImage')).toEqual([{ width: 1024, height: 1024, batch_size: 1 }])
    expect(inputsOf('KSampler')).toMatchObject([
      {
        seed: Number(recipe.seed),
        steps: 30,
        cfg: 7,
        sampler_name: 'dpmpp_2m',
        scheduler: 'karras',
        denoise: 1,
      },
    ])
    expect(inputsOf('SaveImage')).toMatchObject([{ filename_prefix: 'verso/one' }])
  })

  it('is joined from checkpoint to file', () => {
    expect(linksOf(comfyGraph(recipeWith(), files))).toEqual([
      'CLIPTextEncode.clip ← CheckpointLoaderSimple 1',
      'CLIPTextEncode.clip ← CheckpointLoaderSimple 1',
      'KSampler.model ← CheckpointLoaderSimple 0',
      'KSampler.positive ← CLIPTextEncode 0',
      'KSampler.negative ← CLIPTextEncode 0',
      'KSampler.latent_image ← EmptyLatentImage 0',
      'VAEDecode.samples ← KSampler 0',
      'VAEDecode.vae ← CheckpointLoaderSimple 2',
      'SaveImage.images ← VAEDecode 0',
    ])
  })

  it('goes through its LoRAs one after the other, by the files that the server lists', () => {
    const byHash = lora('anything', -250, `sha256:${'ab'.repeat(32)}`)
    const graph = comfyGraph(
      recipeWith({ loras: [lora('someone/ink'), lora('grain', 1_000), byHash] }),
      files,
    )
    const loaders = Object.values(graph).filter(({ class_type }) => class_type === 'LoraLoader')
    expect(
      loaders.map(({ inputs }) => [inputs.lora_name, inputs.strength_model, inputs.strength_clip]),
    ).toEqual([
      ['ink.safetensors', 0.8, 0.8],
      ['style\\grain.safetensors', 1, 1],
      [`${'ab'.repeat(32)}.safetensors`, -0.25, -0.25],
    ])
    expect(linksOf(graph).filter((link) => link.startsWith('LoraLoader.model'))).toEqual([
      'LoraLoader.model ← CheckpointLoaderSimple 0',
      'LoraLoader.model ← LoraLoader 0',
      'LoraLoader.model ← LoraLoader 0',
    ])
    expect(graph['5']?.inputs.model).toEqual(['12', 0])
    expect(graph['2']?.inputs.clip).toEqual(['12', 1])
  })

  it.each<[string, Partial<Recipe>]>([
    ['a LoRA that is not there', { loras: [lora('someone/else')] }],
    ['a seed beyond what a number holds', { seed: String(2n ** 53n) }],
    ['parameters of another provider', { parameters: { aspect_ratio: '1:1' } }],
  ])('is not made for %s', (_what, changes) => {
    expect(() => comfyGraph(recipeWith(changes), files)).toThrow(
      expect.objectContaining({ failure: { kind: 'invalid-input' } }),
    )
  })

  it('carries any words and any seed of a brief unchanged', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 2_000 }), fc.nat({ max: 2 ** 31 - 1 }), (text, seed) => {
        const recipe = recipeWith({ template: { id: 'brief', version: '1', text }, seed: String(seed) })
        const graph = JSON.parse(JSON.stringify(comfyGraph(recipe, files)))
        expect([graph['2'].inputs.text, graph['5'].inputs.seed]).toEqual([text, seed])
      }),
    )
  })
})

describe('a checkpoint', () => {
  it.each([
    [CHECKPOINT, 'CreativeML-OpenRAIL++-M', 1024],
    ['v1-5-pruned-emaonly-fp16.safetensors', 'CreativeML-OpenRAIL-M', 512],
    ['flux\\flux1-schnell-fp8.safetensors', 'Apache-2.0', 1024],
    ['somebody-s-merge.safetensors', 'unknown', 1024],
  ])('%s has its terms and its size', (name, licence, side) => {
    const { terms, parameters } = comfyModel(name)
    expect([terms.licence, parameters.width, parameters.height]).toEqual([licence, side, side])
    expect(terms.outputs).toBe(licence === 'unknown' ? 'unknown' : 'any-use')
  })
})
