import type { Provider, Sizes } from '#lib/generation/port.ts'
import { cogProvider } from '#lib/generation/providers/cog.ts'
import { comfyuiProvider } from '#lib/generation/providers/comfyui.ts'
import { openProviders } from '#lib/generation/registry.ts'
import { parseEnv } from '#lib/platform/env.ts'

/** What judged an adapter and the peer it was tried on. */
const TESTED: Record<string, string> = {
  procedural: 'itself: same pixels in every run, on Node 20 and 24 and in a browser',
  import: 'hostile files over a real socket',
  replicate: 'a peer that the official client `replicate` passes unchanged',
  fal: 'a peer that the official client `@fal-ai/client` passes unchanged',
  'openai-images': 'a peer that the official client `openai` passes unchanged',
  aihorde: 'a peer that the client `@zeldafan0225/ai_horde` passes unchanged',
  'comfyui-…':
    'a peer after the server’s source; there is no official client: not run against the real server',
  'cog-…': 'a peer after the server’s source; there is no client: not run against the real server',
  'sim-…': 'drills: it is there to fail on order',
}

/** Every adapter, opened as an instance opens it; nothing is asked of anybody. */
function everyProvider(): Provider[] {
  const key = 'not-a-key'
  const settings = parseEnv({
    REPLICATE_API_TOKEN: key,
    FAL_KEY: `${key}:${key}`,
    OPENAI_IMAGES_API_KEY: key,
    SIM_PROVIDERS: 'calm',
  })
  const baseUrl = 'http://127.0.0.1:1'
  const own = [
    comfyuiProvider({ id: 'comfyui-…', baseUrl, model: settings.COMFYUI_MODEL }),
    cogProvider({ id: 'cog-…', baseUrl, model: settings.COG_MODEL }),
  ]
  return [...openProviders(settings).list(), ...own]
}

const nameOf = ({ id }: Provider) => id.replace(/^sim-.*/, 'sim-…')

function sizesOf(sizes: Sizes): string {
  if (sizes.kind === 'listed') return sizes.sizes.map(({ width, height }) => `${width}×${height}`).join(', ')
  const { smallest, largest, multipleOf, mostPixels } = sizes
  const step = multipleOf === 1 ? '' : `, by ${multipleOf}`
  return `${smallest} to ${largest}${step}, ${Math.round(mostPixels / 1e5) / 10} MP`
}

/** Whoever rents them pays, whether they draw or not. */
const BY_THE_HOUR = new Set(['comfyui-…', 'cog-…'])

const SEES = { 'this-server': 'nobody else', provider: 'the provider', strangers: 'strangers' }

function keepsFor(seconds: number): string {
  if (seconds === 0) return 'not at all'
  if (seconds > 365 * 86_400) return 'for ever'
  return seconds >= 3_600 ? `${Math.round(seconds / 3_600)} h` : `${Math.round(seconds / 60)} min`
}

function row(provider: Provider): string {
  const can = provider.capabilities()
  const { costMicroUsd } = provider.quote()
  const yes = (value: boolean) => (value ? 'yes' : 'no')
  const cells = [
    `\`${nameOf(provider)}\``,
    BY_THE_HOUR.has(nameOf(provider)) ? 'the machine’s hours' : can.paid ? `$${costMicroUsd / 1e6}` : 'free',
    can.seed,
    sizesOf(can.sizes),
    yes(can.loras),
    can.cancel,
    yes(can.webhook),
    yes(can.idempotent),
    keepsFor(can.retentionSeconds),
    SEES[can.privacy],
    yes(can.deterministic),
    String(can.concurrency),
    can.rate ? `${can.rate.perMinute} a minute` : 'none',
    TESTED[nameOf(provider)] ?? 'NOT TESTED',
  ]
  return `| ${cells.join(' | ')} |`
}

const HEAD = [
  'adapter',
  'a picture',
  'seed',
  'sizes',
  'LoRA',
  'cancel',
  'webhook',
  'same key, same run',
  'keeps results',
  'sees the prompt',
  'same pixels again',
  'at once',
  'limit',
  'tested on',
]

/** The table of docs/providers.md: what each adapter says of itself, and what it was tried on. */
export function providerMatrix(): string {
  const rows = everyProvider().map(row)
  return [`| ${HEAD.join(' | ')} |`, `|${HEAD.map(() => '---').join('|')}|`, ...rows].join('\n')
}

const PLACE = /(<!-- matrix -->\n)[\s\S]*(<!-- \/matrix -->)/

/** The document with today's table in its place. */
export const withMatrix = (document: string): string =>
  document.replace(PLACE, (_, before: string, after: string) => `${before}${providerMatrix()}\n${after}`)
