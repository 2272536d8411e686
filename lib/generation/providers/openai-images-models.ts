import type { Capabilities, ModelTerms } from '#lib/generation/port.ts'
import { termsOf, UNKNOWN_TERMS } from '#lib/protocol/model-licences.ts'
import type { Recipe } from '#lib/protocol/recipe.ts'
import type { Usage } from './openai-images-wire.ts'

/** How a family of models is spoken to: what goes into recipes, and what only says how the answer is to come. */
type Dialect = Pick<Capabilities, 'rate' | 'concurrency'> & {
  seed: 'alike' | 'ignored'
  parameters: Recipe['parameters']
  answer: Record<string, string>
}

const SQUARE = '1024x1024'

const DIALECTS = {
  /** OpenAI's own models: always base64, and a field they do not know is an error. */
  gpt: {
    seed: 'ignored',
    parameters: { size: SQUARE, quality: 'medium', output_format: 'png', background: 'opaque' },
    answer: {},
    // Of the lowest paid tier; a higher one has more.
    rate: { perMinute: 5, burst: 5 },
    concurrency: 5,
  },
  together: {
    seed: 'alike',
    parameters: { width: 1024, height: 1024, steps: 4, output_format: 'png' },
    answer: { response_format: 'base64' },
    rate: null,
    concurrency: 8,
  },
  /** What every host understands since DALL·E. */
  plain: {
    seed: 'ignored',
    parameters: { size: SQUARE },
    answer: { response_format: 'b64_json' },
    rate: null,
    concurrency: 4,
  },
} as const satisfies Record<string, Dialect>

/** Millionths of a US dollar for one token. */
type TokenPrices = { text: number; image: number; output: number }

type Known = {
  /** Where price and terms hold. */
  host: string
  dialect: keyof typeof DIALECTS
  costMicroUsd: number
  latencyMs: number
  tokens: TokenPrices | null
  terms: ModelTerms
}

/**
 * Models at the prices of their hosts for one picture as it is asked for here (read 2026-11-29). OpenAI bills
 * tokens and says what a medium square comes to; Together bills megapixels of 10⁶ pixels.
 */
const KNOWN: Readonly<Record<string, Known>> = {
  'gpt-image-2': {
    host: 'api.openai.com',
    dialect: 'gpt',
    costMicroUsd: 53_000,
    latencyMs: 40_000,
    tokens: { text: 5, image: 8, output: 30 },
    terms: termsOf('OpenAI-Services-Agreement'),
  },
  'black-forest-labs/FLUX.1-schnell': {
    host: 'api.together.xyz',
    dialect: 'together',
    costMicroUsd: 2_832,
    latencyMs: 3_000,
    tokens: null,
    terms: termsOf('Apache-2.0'),
  },
}

function dialectOf(model: string, host: string): keyof typeof DIALECTS {
  if (/^(?:chat)?gpt-image-/.test(model)) return 'gpt'
  return /(?:^|\.)together\.(?:xyz|ai)$/.test(host) ? 'together' : 'plain'
}

export type OpenAiImagesModel = Dialect & {
  costMicroUsd: number
  latencyMs: number
  terms: ModelTerms
  /** Null where a picture costs the same whatever was counted. */
  tokens: TokenPrices | null
}

/**
 * How a model is asked for, what it costs and under which terms it is had.
 * @param at where it is asked for; a published price holds with the model's own host alone
 * @param costMicroUsd of one picture, by whoever runs the instance; goes before the published price
 * @throws Error for a model whose price nobody has said: nothing starts that cannot be paid
 */
export function openAiImagesModel(
  model: string,
  at: { host: string; isLoopback: boolean },
  costMicroUsd: number | undefined,
): OpenAiImagesModel {
  const listed = KNOWN[model.replace(/-\d{4}-\d{2}-\d{2}$/, '')]
  const known = listed && (at.isLoopback || at.host === listed.host) ? listed : undefined
  if (costMicroUsd === undefined && !known)
    throw new Error(
      `The price of ${model} at ${at.host} is not known: set OPENAI_IMAGES_PRICE_MICRO_USD, for one picture.`,
    )
  return {
    ...DIALECTS[listed?.dialect ?? dialectOf(model, at.host)],
    latencyMs: known?.latencyMs ?? 20_000,
    terms: known?.terms ?? UNKNOWN_TERMS,
    costMicroUsd: costMicroUsd ?? known?.costMicroUsd ?? 0,
    tokens: costMicroUsd === undefined ? (known?.tokens ?? null) : null,
  }
}

/** What a picture has cost, millionths of a US dollar: by its tokens where they are billed, else its price. */
export function costOf(
  { tokens, costMicroUsd }: Pick<OpenAiImagesModel, 'tokens' | 'costMicroUsd'>,
  usage: Usage | null | undefined,
): number {
  if (!tokens || !usage) return costMicroUsd
  const images = usage.input_tokens_details?.image_tokens ?? 0
  const texts = usage.input_tokens - images
  return Math.ceil(texts * tokens.text + images * tokens.image + usage.output_tokens * tokens.output)
}

/** The body of a request, made of the recipe alone but for how the answer is to come. */
export function imagesRequest({ template, seed, parameters, model }: Recipe, dialect: Dialect) {
  return {
    ...parameters,
    ...dialect.answer,
    ...(dialect.seed !== 'ignored' && { seed: Number(seed) }),
    model: model.id,
    prompt: template.text,
    n: 1,
  }
}
