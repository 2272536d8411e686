import { z } from 'zod'

const optional = z.string().min(1).optional()

/** `10=http://…,8453=http://…`: one RPC for each chain. */
const rpcUrls = z.string().transform((text, ctx) => {
  const urls = new Map<number, string>()
  for (const entry of text.split(',').map((part) => part.trim())) {
    const at = entry.indexOf('=')
    const chainId = Number(entry.slice(0, Math.max(at, 0)))
    const url = z.url().safeParse(entry.slice(at + 1).trim())
    if (!Number.isInteger(chainId) || chainId < 1 || chainId > 2 ** 32 || !url.success)
      ctx.addIssue({ code: 'custom', message: `${entry}: not a chain id, = and a URL` })
    else if (urls.has(chainId)) ctx.addIssue({ code: 'custom', message: `chain ${chainId} twice` })
    else urls.set(chainId, url.data)
  }
  return urls
})

/** `home=http://…,akash=https://…`: servers of one kind, each by a name of its own. */
const namedUrls = z.string().transform((text, ctx) => {
  const urls = new Map<string, string>()
  for (const entry of text.split(',').map((part) => part.trim())) {
    const [, name = '', address = ''] = /^([a-z][a-z0-9-]{0,23})=(.+)$/.exec(entry) ?? []
    const url = z.url({ protocol: /^https?$/ }).safeParse(address)
    if (!name || !url.success) ctx.addIssue({ code: 'custom', message: `${entry}: not a name, = and a URL` })
    else if (urls.has(name)) ctx.addIssue({ code: 'custom', message: `${name} twice` })
    else urls.set(name, url.data.replace(/\/$/, ''))
  }
  return urls
})

/** `replicate=50,fal=20.5`: US dollars in a calendar month (UTC) for each provider. */
const monthlyBudgets = z.string().transform((text, ctx) => {
  const budgets = new Map<string, number>()
  for (const entry of text.split(',').map((part) => part.trim())) {
    const [, id = '', dollars = ''] = /^([a-z][a-z0-9-]{0,63})=(\d{1,7}(?:\.\d{1,6})?)$/.exec(entry) ?? []
    if (!id) ctx.addIssue({ code: 'custom', message: `${entry}: not a provider, = and US dollars` })
    else if (budgets.has(id)) ctx.addIssue({ code: 'custom', message: `${id} twice` })
    else budgets.set(id, Math.round(Number(dollars) * 1_000_000))
  }
  return budgets
})

const priceMicroUsd = z.coerce.number().int().nonnegative().optional()

/** An address without path or query, in one spelling. */
const httpOrigin = z.url({ protocol: /^https?$/ }).transform((text, ctx) => {
  const { origin, href } = new URL(text)
  if (href !== `${origin}/`) ctx.addIssue({ code: 'custom', message: 'an origin alone, without path or key' })
  return origin
})

/** Languages that the texts of the app are written in, each a folder of `messages`. */
const LANGUAGES = ['en', 'de'] as const

const settingsSchema = z.object({
  NODE_ENV: z.string().default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  /** Folder of the embedded parts: database, chain, blobs, keys. */
  VERSO_DATA: z.string().min(1).default('.data'),
  /** Blobs lie in a bucket of an S3 service, and not in VERSO_DATA, when it is named. */
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{1,62}$/, 'not a name of a bucket')
    .optional(),
  /** Origin of the service; without one it is AWS in that region. */
  S3_ENDPOINT: httpOrigin.optional(),
  S3_REGION: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/, 'not a region')
    .default('us-east-1'),
  S3_ACCESS_KEY_ID: optional,
  S3_SECRET_ACCESS_KEY: optional,
  /** Whether the bucket stands in the path; so it does wherever S3_ENDPOINT is given. */
  S3_PATH_STYLE: z.enum(['true', 'false']).optional(),
  /** Folder in the bucket: one for each instance. */
  S3_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/, 'letters, digits and . _ - between slashes')
    .optional(),
  /** RPC of a Kubo node of one's own, which pins what counted rounds publish. */
  KUBO_URL: httpOrigin.optional(),
  /** For what stands before the node, which asks for none itself. */
  KUBO_TOKEN: optional,
  /** A service with the IPFS Pinning Service API, which pins the same. */
  PINNING_URL: z.url({ protocol: /^https?$/ }).optional(),
  PINNING_TOKEN: optional,
  /** The origin people type; sessions and links are bound to it. */
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  /** What the app says; chosen when it is built. */
  VERSO_LANGUAGE: z.enum(LANGUAGES).default('en'),
  DATABASE_URL: z.string().min(1).default('postgresql://verso@127.0.0.1:5432/verso'),
  CHAIN_RPC_URL: z.url().default('http://127.0.0.1:8545'),
  /** Other chains that votes may be read on. */
  CHAIN_RPC_URLS: rpcUrls.optional(),
  CHAIN_ID: z.coerce.number().int().positive().default(31337),
  CHAIN_NAME: z.string().min(1).default('Local chain'),
  CHAIN_CURRENCY: z.string().min(1).default('ETH'),
  CHAIN_EXPLORER: optional,
  /** A node of Ethereum mainnet, or of another network with the registry of ENS; without it no names are read. */
  ENS_RPC_URL: z.url().optional(),
  /** Signs heads and refusals and pays anchorHead; nothing else. */
  OPERATOR_PRIVATE_KEY: z.templateLiteral(['0x', z.string().regex(/^[0-9a-fA-F]{64}$/)]).optional(),
  WALLETCONNECT_PROJECT_ID: optional,
  /** Ten zeros: everybody without an account. Nothing is sent before a director lets volunteers in. */
  AIHORDE_API_KEY: z.string().min(1).default('0000000000'),
  AIHORDE_BASE_URL: z.url().default('https://aihorde.net/api/v2'),
  /** Only models whose terms are known. */
  AIHORDE_MODEL: z.enum(['stable_diffusion', 'SDXL 1.0']).default('stable_diffusion'),
  REPLICATE_API_TOKEN: optional,
  REPLICATE_BASE_URL: z.url().default('https://api.replicate.com/v1'),
  REPLICATE_MODEL: z.string().min(1).default('black-forest-labs/flux-schnell'),
  /** Of one picture; the published price where Verso knows it. */
  REPLICATE_PRICE_MICRO_USD: priceMicroUsd,
  REPLICATE_WEBHOOK_SECRET: optional,
  FAL_KEY: optional,
  FAL_QUEUE_URL: z.url().default('https://queue.fal.run'),
  FAL_REST_URL: z.url().default('https://rest.fal.ai'),
  FAL_API_URL: z.url().default('https://api.fal.ai/v1'),
  /** Runs at once, as the account has it; two for a new one. */
  FAL_CONCURRENCY: z.coerce.number().int().positive().optional(),
  FAL_MODEL: z.string().min(1).default('fal-ai/flux/schnell'),
  /** Of one picture; the published price where Verso knows it. */
  FAL_PRICE_MICRO_USD: priceMicroUsd,
  /** OpenAI, or any host that answers as it does. */
  OPENAI_IMAGES_API_KEY: optional,
  OPENAI_IMAGES_BASE_URL: z.url().default('https://api.openai.com/v1'),
  OPENAI_IMAGES_MODEL: z.string().min(1).default('gpt-image-2'),
  OPENAI_IMAGES_PRICE_MICRO_USD: priceMicroUsd,
  /** ComfyUI and Cog servers: at home, or in rented containers. */
  COMFYUI_URLS: namedUrls.optional(),
  /** A checkpoint of those servers, as their list of models names it. */
  COMFYUI_MODEL: z.string().min(1).default('sd_xl_base_1.0.safetensors'),
  COMFYUI_TOKEN: optional,
  COG_URLS: namedUrls.optional(),
  /** What the containers serve, for recipes: `owner/name`. */
  COG_MODEL: z.string().min(1).default('black-forest-labs/flux-schnell'),
  COG_TOKEN: optional,
  PROVIDER_BUDGETS: monthlyBudgets.optional(),
  /** Providers in this process whose faults are ordered, to see routing at work; on a local chain only. */
  SIM_PROVIDERS: z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .pipe(z.array(z.enum(['calm', 'slow', 'flaky'])))
    .optional(),
})

const envSchema = settingsSchema.superRefine((settings, ctx) => {
  for (const name of ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const)
    if (settings.S3_BUCKET && !settings[name])
      ctx.addIssue({ code: 'custom', path: [name], message: 'S3_BUCKET needs it' })
  if (settings.PINNING_URL && !settings.PINNING_TOKEN)
    ctx.addIssue({ code: 'custom', path: ['PINNING_TOKEN'], message: 'PINNING_URL needs it' })
})

/** Every variable that an instance reads. */
export const ENV_NAMES = Object.keys(settingsSchema.shape)

export type Env = z.infer<typeof settingsSchema>

/** Chain id of the local chain: its clock may be moved and its windows may be short. */
export const LOCAL_CHAIN_ID = 31337

/** Whether a build is for the local chain: by the CHAIN_ID that it is made with, which is local where none is given. */
export const isLocalBuild = (chainId: string | undefined): boolean =>
  Number(chainId || LOCAL_CHAIN_ID) === LOCAL_CHAIN_ID

/** Empty strings count as not set, so that `NAME=` in a file means the default. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = envSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`The environment is not valid.\n${names.join('\n')}`)
}

let read: Env | undefined

/** The process's environment, validated once on first use. */
export function env(): Env {
  read ??= parseEnv(process.env)
  return read
}

/**
 * The language that a build is made in, by the VERSO_LANGUAGE that it is made with.
 * @throws Error for one that nothing is written in
 */
export function buildLanguage(given: string | undefined): (typeof LANGUAGES)[number] {
  const language = LANGUAGES.find((one) => one === (given || 'en'))
  if (!language) throw new Error(`VERSO_LANGUAGE is ${given}; there are ${LANGUAGES.join(', ')}.`)
  return language
}
