import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readCandidates, readWork } from '#lib/candidates/data.ts'
import { partOfWork } from '#lib/candidates/parts.ts'
import { workPartSchema } from '#lib/candidates/schema.ts'
import { decodePicture } from '#lib/critique/adapters/decode-picture.ts'
import { pixelHashOf } from '#lib/critique/pixel-hash.ts'
import { progressOfBrief } from '#lib/flows/generate/progress-of-brief.ts'
import { takeWebhook } from '#lib/flows/generate/take-webhook.ts'
import { takeUpload } from '#lib/flows/take-upload/take-upload.ts'
import { briefsOfCreator, findBriefOf } from '#lib/generation/data.ts'
import type { Artifact, Provider } from '#lib/generation/port.ts'
import { findPrivatePrompt } from '#lib/generation/prompts/data.ts'
import { ProviderError } from '#lib/generation/provider-error.ts'
import { importProvider } from '#lib/generation/providers/import.ts'
import { proceduralProvider } from '#lib/generation/providers/procedural.ts'
import { providersFrom } from '#lib/generation/registry.ts'
import { ANY_PROVIDER } from '#lib/generation/schema.ts'
import { recipeOf } from '#lib/generation/template.ts'
import { logger } from '#lib/platform/logger.ts'
import { folderStorage } from '#lib/platform/storage.ts'
import { parentEntry } from '#lib/protocol/brief-parent.ts'
import { promptSealOf, sealedPrompt, withWords } from '#lib/protocol/brief-private.ts'
import { workEntries } from '#lib/protocol/brief-work.ts'
import { fileHashOf } from '#lib/protocol/bytes.ts'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import { ensureCredentials, readSigning } from '#lib/provenance/adapters/credential-folder.ts'
import { readCredentials } from '#lib/provenance/adapters/read-credentials.ts'
import { rootOf } from '#lib/provenance/adapters/root-certificate.ts'
import { signPicture } from '#lib/provenance/adapters/sign-picture.ts'
import { xmpFieldsOf } from '#lib/provenance/xmp-fields.ts'
import { xmpIn } from '#lib/provenance/xmp-in-file.ts'
import { stripes } from '#scripts/testing/hostile-pictures.ts'
import { withText } from '#scripts/testing/peers/comfyui-workflow.ts'
import { filesHolding, tablesHolding } from '#scripts/testing/search-everything.ts'
import {
  creatorOf,
  type Generation,
  signBrief,
  type TestRound,
  withGeneration,
} from '#scripts/testing/with-generation.ts'
import { revealPrompt } from './reveal-prompt.ts'
import { submitBrief } from './submit-brief.ts'

const ada = creatorOf('ada').address.toLowerCase()
const bob = creatorOf('bob').address.toLowerCase()
const words = {
  text: 'Zirconium herons over quillwort ferns, woodcut',
  salt: `0x${'7c'.repeat(32)}`,
} as const
const SECRET = /zirconium|heron|quillwort|7c7c7c7c/i
const sealed = sealedPrompt(promptSealOf(words))

const dataDir = mkdtempSync(join(tmpdir(), 'verso-private-'))
const blobs = join(dataDir, 'blobs')
const storage = folderStorage(blobs)

let heard: string[] = []
/** A provider that repeats what it is told, wherever there is room for it. */
function echo(id: string, privacy: 'provider' | 'strangers'): Provider {
  const inner = proceduralProvider()
  let isFirst = true
  return {
    ...inner,
    id,
    capabilities: () => ({ ...inner.capabilities(), privacy, webhook: true }),
    parseWebhook: async (rawBody) => ({
      deliveryId: rawBody,
      run: await inner.poll(rawBody),
      isFor: ({ recipe }) => recipe.template.text === words.text,
    }),
    async submit(request) {
      heard.push(request.recipe.template.text)
      if (isFirst) {
        isFirst = false
        throw new ProviderError({ kind: 'transient' }, `cannot draw ${request.recipe.template.text}`)
      }
      const run = await inner.submit(request)
      return { ...run, facts: { revisedPrompt: request.recipe.template.text, model: 'echo', ms: 12 } }
    },
    async fetchArtifacts(request, run): Promise<Artifact[]> {
      const [artifact] = await inner.fetchArtifacts(request, run)
      if (!artifact) throw new Error('nothing drawn')
      const bytes = new Uint8Array(withText(artifact.bytes, 'prompt', request.recipe.template.text))
      return [{ ...artifact, bytes, sha256: fileHashOf(bytes).slice('sha256:'.length) }]
    },
  }
}

let world: Generation
const logged: string[] = []
beforeAll(async () => {
  await ensureCredentials(dataDir, 'verso.example')
  const list = [
    echo('crowd', 'strangers'),
    proceduralProvider(),
    echo('echo', 'provider'),
    importProvider({ storage }),
  ]
  world = await withGeneration(providersFrom(list))
  Object.assign(world.services, {
    storage,
    sign: (order: Parameters<typeof signPicture>[0]) => signPicture(order, readSigning(dataDir)),
  })
  for (const level of ['debug', 'info', 'warn', 'error'] as const)
    vi.spyOn(logger(), level).mockImplementation((...line: unknown[]) => {
      logged.push(line.map((part) => (part instanceof Error ? part.stack : JSON.stringify(part))).join(' '))
    })
})
afterAll(async () => {
  await world.close()
  vi.restoreAllMocks()
  rmSync(dataDir, { recursive: true, force: true })
})

async function send(
  round: TestRound,
  { provider = 'procedural', prompt = sealed, traits = '', sent = words as unknown } = {},
) {
  const signed = await signBrief(round, { prompt, traits }, { provider })
  const body = { ...signed, ...(sent !== null && { words: sent }) } as typeof signed
  return submitBrief(world.services, { roundId: round.roundId, signed: body }, ada)
}

async function hang(provider?: string) {
  const round = await world.openRound()
  const { digest } = await send(round, { ...(provider && { provider }) })
  expect((await world.work()).at(-1)).toBe('admit passed')
  const { items } = await readCandidates(world.db, { roundRowId: round.rowId, take: 9 })
  const key = { contentHash: items[0]?.contentHash ?? '' }
  const read = async () => {
    const work = await readWork(world.db, round.rowId, key)
    if (!work) throw new Error('it does not hang')
    return work
  }
  return { round, digest, read, work: await read() }
}

const blob = async (hash: string) => {
  const bytes = await storage.get(hash.replace('sha256:', ''))
  if (!bytes) throw new Error(`no file ${hash}`)
  return bytes
}

const pixelsOf = async (bytes: Uint8Array) => {
  const pixels = await decodePicture(bytes)
  return pixels && pixelHashOf(pixels)
}

describe('a private prompt', () => {
  it('is drawn from the words, by a recipe that follows from public facts', async () => {
    const { work, round } = await hang()
    expect(work.recipe.template.text).toBe(sealed)
    const again = recipeOf(
      {
        brief: { ...work.brief.message, style: '', traits: '' },
        digest: work.brief.digest,
        model: proceduralProvider().model,
        parent: null,
      },
      0,
    )
    expect(recipeHashOf(again)).toBe(work.recipeHash)
    const request = { recipe: withWords(again, words), idempotencyKey: 'replay', webhookUrl: null }
    const artist = proceduralProvider()
    const [replayed] = await artist.fetchArtifacts(request, await artist.submit(request))
    const drawn = await pixelsOf(await blob(work.contentHash))
    expect(replayed && (await pixelsOf(replayed.bytes))).toBe(drawn)
    const [unworded] = await artist.fetchArtifacts(
      { ...request, recipe: again },
      await artist.submit(request),
    )
    expect(unworded && (await pixelsOf(unworded.bytes))).not.toBe(drawn)
    const credentials = await readCredentials(await blob(work.contentHash), 'image/png', rootOf(dataDir))
    expect(credentials).toMatchObject({
      standing: 'trusted',
      title: 'Untitled',
      prompt: sealed,
      recipe: { recipeHash: work.recipeHash, round: round.roundId },
    })
    const { prompt } = xmpFieldsOf(xmpIn(await blob(work.contentHash), 'image/png') ?? '')
    expect(prompt).toBe(`${sealed} (kept private by its creator: the salted SHA-256 of the words)`)
    expect(work).toMatchObject({
      title: 'Untitled',
      description: `A picture made from words that its creator keeps private. ${sealed}`,
    })
  })

  it('is nowhere but in its own table, whatever its provider repeats', async () => {
    heard = []
    const { work, round, digest } = await hang('echo')
    expect(heard).toEqual([words.text, words.text])
    expect(work.execution.facts).toMatchObject({ model: 'echo', ms: 12, credentials: 'in the file' })
    expect(await tablesHolding(world.db, SECRET)).toEqual(['PrivatePrompt'])
    expect(filesHolding(blobs, SECRET)).toEqual([])
    expect(filesHolding(blobs, /Prompt: sha256:/).length).toBeGreaterThan(3)
    expect(logged.filter((line) => SECRET.test(line))).toEqual([])
    const answers = [work, await progressOfBrief(world.db, round.roundId, digest), world.bells]
    expect(JSON.stringify(answers)).not.toMatch(SECRET)
    for (const part of workPartSchema.options.filter((one) => one !== 'prompt'))
      expect(Buffer.from(partOfWork(work, part, round.rules) ?? []).toString()).not.toMatch(SECRET)
    expect(() => partOfWork(work, 'prompt', round.rules)).toThrowError(
      expect.objectContaining({ code: 'prompt-private' }),
    )
  })

  it('is shown to its creator, and to nobody else until it is revealed for good', async () => {
    const { round, digest, read } = await hang()
    const [mine] = await briefsOfCreator(world.db, ada)
    expect(mine).toMatchObject({ prompt: sealed, words: { text: words.text, revealed: false } })
    const reveal = (actor: string) => revealPrompt(world.services, { roundId: round.roundId, digest }, actor)
    await expect(reveal(bob)).rejects.toMatchObject({ code: 'not-yours' })
    expect((await read()).brief.words).toBeNull()
    expect(await reveal(ada)).toEqual(words)
    const brief = await findBriefOf(world.db, round.rowId, digest)
    const first = await findPrivatePrompt(world.db, brief?.id ?? '')
    expect(await reveal(ada)).toEqual(words)
    expect(await findPrivatePrompt(world.db, brief?.id ?? '')).toEqual(first)
    const work = await read()
    expect(work.brief.words).toEqual(words)
    const opened = Buffer.from(partOfWork(work, 'prompt', round.rules) ?? []).toString()
    expect(JSON.parse(opened)).toEqual(words)
    const audits = await world.db.auditEntry.findMany({ where: { action: 'brief.reveal', subject: digest } })
    expect(audits.map(({ actor }) => actor)).toEqual([ada])
    expect(JSON.stringify(audits)).not.toMatch(SECRET)
  })

  it('varies a work and is varied, its words compared with nobody’s', async () => {
    const { round, work } = await hang()
    const { contentHash } = work
    await send(round, { traits: parentEntry(contentHash), prompt: 'Two red boats', sent: null })
    await world.work()
    const again = { text: 'Zirconium herons, calm', salt: `0x${'7c'.repeat(32)}` } as const
    await send(round, {
      traits: parentEntry(contentHash),
      prompt: sealedPrompt(promptSealOf(again)),
      sent: again,
    })
    await world.work()
    const { items } = await readCandidates(world.db, { roundRowId: round.rowId, take: 9 })
    const works = await Promise.all(
      items.map((item) => readWork(world.db, round.rowId, { contentHash: item.contentHash })),
    )
    const varied = works.filter((one) => one?.contentHash !== contentHash)
    expect(varied.map((one) => one?.recipe.parents)).toEqual([[contentHash], [contentHash]])
    // New words are rendered once from the parent's own seed.
    expect(varied.map((one) => one?.recipe.seed)).toEqual([work.recipe.seed, work.recipe.seed])
    expect(JSON.stringify(works)).not.toMatch(SECRET)
  })

  it('may stand beside a finished work, which stays the file that was signed for', async () => {
    const round = await world.openRound()
    const sent = new Uint8Array(await stripes(1024, 1024).jpeg().toBuffer())
    const body = { body: new Blob([sent]).stream(), announced: sent.length }
    const { sha256: contentHash } = await takeUpload(world.services, body, ada)
    const nothing = { model: null, version: null, seed: null, means: null }
    await send(round, {
      provider: 'import',
      traits: workEntries({ contentHash, title: 'Two tides', ...nothing }),
    })
    expect((await world.work()).at(-1)).toBe('admit passed')
    const work = await readWork(world.db, round.rowId, { contentHash })
    expect(work).toMatchObject({
      title: 'Two tides',
      alt: 'A picture made from words that its creator keeps private.',
    })
    expect(JSON.stringify(work)).not.toMatch(SECRET)
    expect(filesHolding(blobs, SECRET)).toEqual([])
  })

  it('is told again from a report by what the provider was told', async () => {
    const round = await world.openRound()
    const { tasks } = await send(round, { provider: 'echo' })
    const { idempotencyKey } = await world.db.task.findUniqueOrThrow({ where: { id: tasks[0]?.id ?? '' } })
    const report = { provider: 'echo', rawBody: 'run-1', headers: new Headers(), idempotencyKey }
    expect(await takeWebhook(world.services, report)).toBe('taken')
    expect(await tablesHolding(world.db, SECRET)).toEqual(['PrivatePrompt'])
    await world.work()
  })

  it('has nothing to reveal where the words were signed', async () => {
    const round = await world.openRound()
    const { digest } = await send(round, { prompt: 'Two red boats', sent: null })
    const reveal = revealPrompt(world.services, { roundId: round.roundId, digest }, ada)
    await expect(reveal).rejects.toMatchObject({ code: 'not-found' })
    await world.work()
    const { items } = await readCandidates(world.db, { roundRowId: round.rowId, take: 1 })
    const work = await readWork(world.db, round.rowId, { contentHash: items[0]?.contentHash ?? '' })
    const said = work && partOfWork(work, 'prompt', round.rules)
    expect(JSON.parse(Buffer.from(said ?? []).toString())).toEqual({ text: 'Two red boats', salt: null })
  })

  it('does not go to volunteers, chosen or not', async () => {
    heard = []
    const round = await world.openRound()
    await world.db.round.update({
      where: { id: round.rowId },
      data: { volunteers: true, routing: { without: [], privacy: 'strangers' } },
    })
    await expect(send(round, { provider: 'crowd' })).rejects.toMatchObject({
      code: 'provider-closed',
      fields: { provider: 'Private words are not sent to volunteers’ computers.' },
    })
    await send(round, { provider: ANY_PROVIDER })
    await world.work()
    expect(await world.db.execution.count({ where: { roundRowId: round.rowId, provider: 'crowd' } })).toBe(0)
    expect(await world.db.execution.count({ where: { roundRowId: round.rowId } })).toBeGreaterThan(0)
    await send(round, { provider: 'crowd', prompt: 'Two red boats', sent: null })
    await world.work()
    expect(heard).toContain('Two red boats')
  })

  it.each([
    ['other words', { sent: { ...words, text: 'Herons' } }],
    ['another salt', { sent: { ...words, salt: `0x${'7d'.repeat(32)}` } }],
    ['no words', { sent: null }],
    ['words beside words', { prompt: 'Two red boats' }],
    ['a seal with words behind it', { prompt: `${sealed} and herons` }],
  ])('is refused with %s', async (_what, given) => {
    const round = await world.openRound()
    await expect(send(round, given)).rejects.toMatchObject({ code: 'prompt-commitment' })
    expect(await world.db.brief.count({ where: { roundRowId: round.rowId } })).toBe(0)
  })
})
