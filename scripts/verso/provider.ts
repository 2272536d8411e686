import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Probe, Provider } from '#lib/generation/port.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { causeOf } from './doctor/finding.ts'
import { KINDS, type Kind, kindNamed } from './provider/kinds.ts'
import { reportText } from './provider/print.ts'
import { recognise } from './provider/recognise.ts'
import { freePlace, type Picture, renderOne } from './provider/render-one.ts'
import { UsageError } from './usage.ts'

export type ProviderFlags = {
  json?: boolean
  'key-file'?: string
  kind?: string
  model?: string
  price?: string
  render?: boolean
  'yes-spend'?: boolean
  out?: string
}

/** What was found out. Money in millionths of a US dollar. */
export type ProviderReport = {
  url: string
  kind: Kind['name'] | null
  label: string | null
  /** What stands before every path. */
  baseUrl: string | null
  variables: Kind['variables'] | null
  probe: Probe | null
  /** Asked for by this name. */
  model: string | null
  costMicroUsd: number | null
  latencyMs: number | null
  seesThePrompt: 'this-server' | 'provider' | 'strangers' | null
  licence: string | null
  picture: Picture | null
  /** Why it does not work, or was not asked for a picture: a stable word, and its own. */
  failure: { kind: string; detail: string } | null
  exitCode: 0 | 1 | 2 | 3
}

const WORKS = 0
const DOES_NOT_WORK = 1
const NOBODY_KNOWN = 2
const WOULD_COST = 3

/** @throws UsageError */
function addressOf(source: string): string {
  const url = URL.canParse(source) ? new URL(source) : null
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    throw new UsageError('provider check takes one http address')
  if (url.username || url.password || url.search || url.hash)
    throw new UsageError('a key never stands in an address: use --key-file or VERSO_PROVIDER_KEY')
  return url.href.replace(/\/+$/, '')
}

/** From a file or the environment: the list of processes shows what stands on a command line. @throws UsageError */
async function keyFrom(file: string | undefined, env: NodeJS.ProcessEnv): Promise<string | null> {
  if (file === undefined) return env.VERSO_PROVIDER_KEY?.trim() || null
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`cannot read the key: ${causeOf(error)}`)
  })
  const key = text.trim()
  if (key === '' || /\s/.test(key)) throw new UsageError('a key file holds the key and nothing else')
  return key
}

/** Whatever a server says back, the key is not printed. */
const hidden = (text: string, key: string | null): string => (key ? text.replaceAll(key, '…') : text)

const failureOf = (error: ProviderError, key: string | null) => ({
  kind: error.failure.kind,
  detail: hidden(error.message, key),
})

type Asking = { flags: ProviderFlags; key: string | null; outFolder: string }

/** @throws UsageError */
function priceOf(dollars: string | undefined): number | null {
  if (dollars === undefined) return null
  const amount = Number(dollars)
  if (dollars.trim() === '' || !(amount >= 0))
    throw new UsageError('--price is of one picture, in US dollars')
  return Math.round(amount * 1_000_000)
}

/** The provider, or why there is none. @throws UsageError */
function openAt(kind: Kind, baseUrl: string, { flags, key }: Asking, model = flags.model): Provider | string {
  if (kind.needsKey && !key) return 'it wants a key: --key-file FILE, or VERSO_PROVIDER_KEY'
  const priceMicroUsd = priceOf(flags.price)
  try {
    return kind.open({ baseUrl, key, model: model ?? null, priceMicroUsd })
  } catch (error) {
    if (error instanceof UsageError) throw error
    const [why] = causeOf(error).split(': set ')
    return `${why}: --price USD says it`
  }
}

async function picture(provider: Provider, { flags, outFolder }: Asking): Promise<Partial<ProviderReport>> {
  if (!flags.render) return {}
  if (provider.capabilities().paid && !flags['yes-spend']) {
    const detail = 'a picture costs money here: add --yes-spend'
    return { failure: { kind: 'not-asked', detail }, exitCode: WOULD_COST }
  }
  const out = flags.out ?? join(outFolder, `verso-${provider.id}-${Date.now()}`)
  return { picture: await renderOne(provider, await freePlace(out)) }
}

/** Where anything may be put, the first model that is there is taken, unless one was named. */
function withModel(kind: Kind, provider: Provider, probe: Probe, asking: Asking): Provider {
  const [first] = probe.models ?? []
  if (!kind.takesAny || asking.flags.model || !first || probe.models?.includes(provider.model.id))
    return provider
  const other = openAt(kind, provider.endpoint?.href.replace(/\/+$/, '') ?? '', asking, first)
  return typeof other === 'string' ? provider : other
}

function factsOf(provider: Provider): Partial<ProviderReport> {
  const { costMicroUsd, latencyMs } = provider.quote()
  const seesThePrompt = provider.capabilities().privacy
  return { model: provider.model.id, costMicroUsd, latencyMs, seesThePrompt, licence: provider.terms.licence }
}

async function examine(kind: Kind, first: Provider, asking: Asking): Promise<Partial<ProviderReport>> {
  let known = factsOf(first)
  try {
    const probe = await first.probe()
    const provider = withModel(kind, first, probe, asking)
    known = { ...factsOf(provider), probe }
    return { ...known, exitCode: WORKS, ...(await picture(provider, asking)) }
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error
    return { ...known, failure: failureOf(error, asking.key), exitCode: DOES_NOT_WORK }
  }
}

const NOTHING: Omit<ProviderReport, 'url'> = {
  kind: null,
  label: null,
  baseUrl: null,
  variables: null,
  probe: null,
  model: null,
  costMicroUsd: null,
  latencyMs: null,
  seesThePrompt: null,
  licence: null,
  picture: null,
  failure: null,
  exitCode: NOBODY_KNOWN,
}

/**
 * Finds out what answers at an address, whether the key works there, and with `render` makes one picture.
 * @throws UsageError
 */
export async function checkProvider(source: string, asking: Asking): Promise<ProviderReport> {
  const url = addressOf(source)
  const { kind: name } = asking.flags
  const given = name === undefined ? null : kindNamed(name)
  const found = await recognise(url, given ? [given] : KINDS)
  const report = { ...NOTHING, url }
  // Named, it is asked also where it does not show itself: something may stand before it.
  const isNamed = found.kind === null && found.why === 'unknown' && given !== null
  const kind = isNamed ? given : found.kind
  if (!kind)
    return { ...report, ...(found.kind === null && { failure: { kind: found.why, detail: found.detail } }) }
  const baseUrl = found.baseUrl ?? url
  const known = { ...report, kind: kind.name, label: kind.label, baseUrl, variables: kind.variables }
  const provider = openAt(kind, baseUrl, asking)
  if (typeof provider === 'string')
    return { ...known, failure: { kind: 'not-asked', detail: provider }, exitCode: DOES_NOT_WORK }
  return { ...known, ...(await examine(kind, provider, asking)) }
}

/**
 * `verso provider check`: what answers at an address, and whether it works.
 * @returns exit code: 0 it works, 1 it does not, 2 nothing that is known answers, 3 a picture would cost money
 */
export async function providerCommand(
  args: readonly string[],
  flags: ProviderFlags,
  env: NodeJS.ProcessEnv,
): Promise<number> {
  const [verb, source, ...rest] = args
  if (verb !== 'check' || source === undefined || rest.length > 0)
    throw new UsageError('provider check takes one address')
  const key = await keyFrom(flags['key-file'], env)
  const report = await checkProvider(source, { flags, key, outFolder: process.cwd() })
  const text = flags.json ? `${JSON.stringify(report, null, 2)}\n` : reportText(report, key !== null)
  process.stdout.write(hidden(text, key))
  return report.exitCode
}
