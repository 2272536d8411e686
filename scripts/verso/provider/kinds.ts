import type { Provider } from '#lib/generation/port.ts'
import { hordeProvider } from '#lib/generation/providers/aihorde.ts'
import { HORDE_MODELS, type HordeModelId } from '#lib/generation/providers/aihorde-models.ts'
import { cogProvider } from '#lib/generation/providers/cog.ts'
import { comfyuiProvider } from '#lib/generation/providers/comfyui.ts'
import { falProvider } from '#lib/generation/providers/fal.ts'
import { openAiImagesProvider } from '#lib/generation/providers/openai-images.ts'
import { replicateProvider } from '#lib/generation/providers/replicate.ts'
import { UsageError } from '#scripts/verso/usage.ts'

export type KindName = 'comfyui' | 'cog' | 'openai-images' | 'aihorde' | 'replicate' | 'fal'

/** Where a provider was found, and with what it is asked. */
export type Place = {
  baseUrl: string
  key: string | null
  model: string | null
  /** Of one picture, millionths of a US dollar; the published price where it is not given. */
  priceMicroUsd: number | null
}

/** An answer to a question that was asked without a key; `body` is undefined where it was no JSON. */
export type Answer = { status: number; body: unknown }

export type Kind = {
  name: KindName
  /** Whose it is, in words. */
  label: string
  /** What stands before every path, after the host. */
  root: string
  /** Asked without a key, it tells this kind from the others. */
  path: string
  isIt(answer: Answer): boolean
  /** Nothing can be asked of it without one. */
  needsKey: boolean
  /** Variables of an instance that name its address and its key. */
  variables: { address: string; key: string }
  open(place: Place): Provider
  /** Has whatever models somebody put there: the first it lists will do, where none was named. */
  takesAny?: true
  /** Only here is it looked for: its answer alone says too little. */
  hosts?: RegExp
}

const fieldOf = (body: unknown, name: string): unknown =>
  typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined

const COG_STATES = new Set(['STARTING', 'READY', 'BUSY', 'SETUP_FAILED', 'DEFUNCT', 'UNHEALTHY'])

/** Stands for everybody without an account. */
const ANONYMOUS = '0000000000'

const isHordeModel = (model: string): model is HordeModelId => Object.hasOwn(HORDE_MODELS, model)

function openHorde({ baseUrl, key, model }: Place): Provider {
  const name = model ?? 'stable_diffusion'
  if (!isHordeModel(name)) throw new UsageError(`--model is one of ${Object.keys(HORDE_MODELS).join(', ')}`)
  return hordeProvider({ baseUrl, apiKey: key ?? ANONYMOUS, model: name, clientAgent: 'verso:0.1.0:check' })
}

const SCHNELL = 'black-forest-labs/flux-schnell'

const priced = ({ priceMicroUsd }: Place) => (priceMicroUsd === null ? {} : { priceMicroUsd })

const withToken = ({ key }: Place) => (key === null ? {} : { token: key })

function openReplicate(place: Place): Provider {
  const { baseUrl, key, model } = place
  return replicateProvider({ baseUrl, token: key ?? '', model: model ?? SCHNELL, ...priced(place) })
}

function openComfy(place: Place): Provider {
  const model = place.model ?? 'sd_xl_base_1.0.safetensors'
  return comfyuiProvider({ id: 'comfyui-checked', baseUrl: place.baseUrl, model, ...withToken(place) })
}

function openCog(place: Place): Provider {
  const model = place.model ?? SCHNELL
  return cogProvider({ id: 'cog-checked', baseUrl: place.baseUrl, model, ...withToken(place) })
}

function openOpenAi(place: Place): Provider {
  const { baseUrl, key, model } = place
  return openAiImagesProvider({ baseUrl, apiKey: key ?? '', model: model ?? 'gpt-image-2', ...priced(place) })
}

const FAL = 'queue.fal.run'

/** Beside the queue fal has two more addresses; a stand-in has all three in one place. */
function openFal(place: Place): Provider {
  const { baseUrl: queueUrl, key, model } = place
  const isFal = new URL(queueUrl).hostname === FAL
  return falProvider({
    queueUrl,
    restUrl: isFal ? 'https://rest.fal.ai' : queueUrl,
    apiUrl: isFal ? 'https://api.fal.ai/v1' : `${queueUrl}/v1`,
    key: key ?? '',
    model: model ?? 'fal-ai/flux/schnell',
    ...priced(place),
  })
}

/** What may answer at an address: told apart by one question each, without a key. */
export const KINDS: readonly Kind[] = [
  {
    name: 'comfyui',
    label: 'ComfyUI',
    root: '',
    path: '/system_stats',
    isIt: ({ status, body }) => status === 200 && typeof fieldOf(body, 'system') === 'object',
    needsKey: false,
    variables: { address: 'COMFYUI_URLS', key: 'COMFYUI_TOKEN' },
    open: openComfy,
    takesAny: true,
  },
  {
    name: 'cog',
    label: 'Cog',
    root: '',
    path: '/health-check',
    isIt: ({ status, body }) => status === 200 && COG_STATES.has(String(fieldOf(body, 'status'))),
    needsKey: false,
    variables: { address: 'COG_URLS', key: 'COG_TOKEN' },
    open: openCog,
  },
  {
    name: 'aihorde',
    label: 'AI Horde',
    root: '/api/v2',
    path: '/find_user',
    isIt: ({ status, body }) => status === 401 && fieldOf(body, 'rc') === 'InvalidAPIKey',
    needsKey: false,
    variables: { address: 'AIHORDE_BASE_URL', key: 'AIHORDE_API_KEY' },
    open: openHorde,
  },
  {
    name: 'replicate',
    label: 'Replicate',
    root: '/v1',
    path: '/account',
    isIt: ({ status, body }) => status === 401 && fieldOf(body, 'title') === 'Unauthenticated',
    needsKey: true,
    variables: { address: 'REPLICATE_BASE_URL', key: 'REPLICATE_API_TOKEN' },
    open: openReplicate,
  },
  {
    name: 'openai-images',
    label: 'OpenAI Images',
    root: '/v1',
    path: '/models',
    isIt: ({ status, body }) =>
      (status === 200 && Array.isArray(fieldOf(body, 'data'))) ||
      (status === 401 && typeof fieldOf(fieldOf(body, 'error'), 'message') === 'string'),
    needsKey: false,
    variables: { address: 'OPENAI_IMAGES_BASE_URL', key: 'OPENAI_IMAGES_API_KEY' },
    open: openOpenAi,
  },
  {
    name: 'fal',
    label: 'fal',
    root: '',
    path: '/fal-ai/flux/schnell/requests/none/status',
    isIt: ({ status, body }) => status === 401 && typeof fieldOf(body, 'detail') === 'string',
    needsKey: true,
    variables: { address: 'FAL_QUEUE_URL', key: 'FAL_KEY' },
    open: openFal,
    hosts: /(^|\.)fal\.run$|^127\.|^localhost$/,
  },
]

/** @throws UsageError */
export function kindNamed(name: string): Kind {
  const kind = KINDS.find((one) => one.name === name)
  if (!kind) throw new UsageError(`--kind is one of ${KINDS.map((one) => one.name).join(', ')}`)
  return kind
}
