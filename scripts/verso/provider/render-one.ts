import { randomUUID } from 'node:crypto'
import { access, constants, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import sharp from 'sharp'
import type { Artifact, Provider, RenderRequest, Run } from '#lib/generation/port.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { recipeOf } from '#lib/generation/template.ts'
import { UsageError } from '#scripts/verso/usage.ts'

/** What came, and how long it took from asking to the file. */
export type Picture = {
  file: string
  width: number
  height: number
  bytes: number
  mime: Artifact['mime']
  sha256: string
  seconds: number
  /** Millionths of a US dollar, by the provider’s word or its price. */
  costMicroUsd: number
}

const PROMPT = 'One lamp over still water at night, in two inks'
const POLL_MS = 1_000

const EXTENSION = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/webp': 'webp' } as const

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )

/**
 * Where a picture of any kind can be written, without its ending: seen to before it is asked for.
 * @throws UsageError
 */
export async function freePlace(out: string): Promise<string> {
  const place = out.replace(/\.(png|jpe?g|webp)$/, '')
  for (const ending of Object.values(EXTENSION))
    if (await isThere(`${place}.${ending}`)) throw new UsageError(`${place}.${ending} is there already`)
  await access(dirname(place), constants.W_OK).catch(() => {
    throw new UsageError(`nothing can be written into ${dirname(place)}`)
  })
  return place
}

function requestFor({ model }: Provider): RenderRequest {
  const brief = { prompt: PROMPT, style: '', traits: '', licence: 'CC0-1.0' }
  const recipe = recipeOf({ brief, digest: `0x${'0'.repeat(64)}`, model, parent: null }, 0)
  return { recipe, idempotencyKey: randomUUID(), webhookUrl: null }
}

/** A paid request whose answer was lost may have made something: it is looked for, and never sent again. */
async function begin(provider: Provider, request: RenderRequest): Promise<Run> {
  const since = Math.floor(Date.now() / 1000)
  try {
    return await provider.submit(request)
  } catch (error) {
    if (!(error instanceof ProviderError) || error.failure.kind !== 'unknown-outcome') throw error
    const found = await provider.reconcile(request, since, new Set())
    if (!found) throw error
    return found
  }
}

async function follow(provider: Provider, request: RenderRequest): Promise<Run> {
  const untilMs = Date.now() + provider.capabilities().longestRunSeconds * 1000
  let run = await begin(provider, request)
  while (run.state === 'waiting' || run.state === 'running') {
    if (Date.now() > untilMs) {
      await provider.cancel(run.externalId)
      throw new ProviderError({ kind: 'expired' }, 'it took too long and was taken back')
    }
    await pause(POLL_MS)
    run = await provider.poll(run.externalId)
  }
  if (run.failure) throw new ProviderError(run.failure.failure, run.failure.detail)
  return run
}

/**
 * Asks a provider for one picture and writes it to a file that is not there yet.
 * @param out without its ending, which is the picture’s own
 * @throws ProviderError
 */
export async function renderOne(provider: Provider, out: string): Promise<Picture> {
  const request = requestFor(provider)
  const beganMs = Date.now()
  const run = await follow(provider, request)
  const [artifact] = await provider.fetchArtifacts(request, run)
  if (!artifact) throw new ProviderError({ kind: 'artifact-invalid' }, 'the run has no output')
  const seconds = (Date.now() - beganMs) / 1000
  const { width, height } = await sharp(artifact.bytes).metadata()
  const file = `${out}.${EXTENSION[artifact.mime]}`
  await writeFile(file, artifact.bytes, { flag: 'wx' })
  return {
    file,
    width,
    height,
    bytes: artifact.bytes.length,
    mime: artifact.mime,
    sha256: artifact.sha256,
    seconds,
    costMicroUsd: run.costMicroUsd ?? provider.quote().costMicroUsd,
  }
}
