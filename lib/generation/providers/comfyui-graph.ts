import { z } from 'zod'
import { ProviderError } from '#lib/generation/provider-error.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import { fileName } from './comfyui-models.ts'

type Node = { class_type: string; inputs: Record<string, unknown> }
/** A workflow in the server's own format: nodes by their names, an input being a value or `[node, output]`. */
export type Graph = Record<string, Node>

const parametersSchema = z.object({
  steps: z.int(),
  cfg: z.coerce.number(),
  sampler_name: z.string(),
  scheduler: z.string(),
  negative: z.string().default(''),
  width: z.int(),
  height: z.int(),
})

const invalid = (detail: string) => new ProviderError({ kind: 'invalid-input' }, detail)

/** A seed is written as a JSON number: one that it could not hold exactly would be another seed. */
function exactSeed(text: string): number {
  const seed = Number(text)
  if (!Number.isSafeInteger(seed) || seed < 0) throw invalid('the seed is too large for this server')
  return seed
}

type Lora = Recipe['loras'][number]

/** The listed file of a LoRA: named by the hash of its weights, or as its id ends. */
function loraFile({ id, weightsHash }: Lora, listed: readonly string[]): string {
  const names = [weightsHash?.slice('sha256:'.length), id.split('/').at(-1)]
  const stem = (file: string) => fileName(file).replace(/\.safetensors$/, '')
  const found = listed.find((file) => names.includes(stem(file)))
  if (!found) throw invalid(`the server has no file for the LoRA ${id}`)
  return found
}

type Files = {
  /** LoRA files that the server lists. */
  loras: readonly string[]
  /** What the saved file is called, after its folder. Unlike for each request: what was saved once is not saved again. */
  saveAs: string
}

/**
 * One text-to-image workflow, of core nodes only, made of the recipe alone.
 * @throws ProviderError invalid-input, for a recipe that this server cannot follow
 */
export function comfyGraph(recipe: Recipe, { loras, saveAs }: Files): Graph {
  const parsed = parametersSchema.safeParse(recipe.parameters)
  if (!parsed.success) throw invalid('the recipe was made for another provider')
  const { steps, cfg, sampler_name, scheduler, negative, width, height } = parsed.data
  const graph: Graph = {
    '1': { class_type: 'CheckpointLoaderSimple', inputs: { ckpt_name: recipe.model.id } },
  }
  let tuned = '1'
  for (const [index, lora] of recipe.loras.entries()) {
    const strength = lora.scalePermille / 1000
    const inputs = {
      model: [tuned, 0],
      clip: [tuned, 1],
      lora_name: loraFile(lora, loras),
      strength_model: strength,
      strength_clip: strength,
    }
    tuned = String(10 + index)
    graph[tuned] = { class_type: 'LoraLoader', inputs }
  }
  const text = (words: string): Node => ({
    class_type: 'CLIPTextEncode',
    inputs: { clip: [tuned, 1], text: words },
  })
  return {
    ...graph,
    '2': text(recipe.template.text),
    '3': text(negative),
    '4': { class_type: 'EmptyLatentImage', inputs: { width, height, batch_size: 1 } },
    '5': {
      class_type: 'KSampler',
      inputs: {
        model: [tuned, 0],
        positive: ['2', 0],
        negative: ['3', 0],
        latent_image: ['4', 0],
        seed: exactSeed(recipe.seed),
        steps,
        cfg,
        sampler_name,
        scheduler,
        denoise: 1,
      },
    },
    '6': { class_type: 'VAEDecode', inputs: { samples: ['5', 0], vae: ['1', 2] } },
    '7': { class_type: 'SaveImage', inputs: { images: ['6', 0], filename_prefix: `verso/${saveAs}` } },
  }
}
