import type { Recipe } from '#lib/protocol/recipe.ts'

type HordeModel = {
  /** Terms of the weights; each lets whoever asked use the picture as they like, within its rules of use. */
  licence: string
  /** Pixels of a side that the network makes for anybody, however busy it is, and that passes the gate of size. */
  side: number
}

/** Models asked for by their name in the network: only such whose terms are known. */
export const HORDE_MODELS = {
  stable_diffusion: { licence: 'CreativeML-OpenRAIL-M', side: 512 },
  'SDXL 1.0': { licence: 'CreativeML-OpenRAIL++-M', side: 1024 },
} as const satisfies Record<string, HordeModel>

export type HordeModelId = keyof typeof HORDE_MODELS

/** What goes with every prompt: beyond 50 steps the network wants kudos first. */
export function hordeParameters(model: HordeModelId): Recipe['parameters'] {
  const { side } = HORDE_MODELS[model]
  return { sampler_name: 'k_euler_a', steps: 30, cfg_scale: 7, width: side, height: side, n: 1 }
}

/** The body of a request, made of the recipe alone. Nothing in it lets the network change words, size or model. */
export function hordeRequest({ template, seed, parameters, model }: Recipe) {
  return {
    prompt: template.text,
    params: { ...parameters, seed, karras: true },
    models: [model.id],
    nsfw: false,
    censor_nsfw: true,
    replacement_filter: false,
    allow_downgrade: false,
    trusted_workers: false,
    slow_workers: true,
    shared: false,
    r2: true,
  }
}
