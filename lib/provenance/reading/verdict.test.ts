import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recipeHashOf } from '#lib/protocol/recipe.ts'
import {
  ensureCredentials,
  readSigning,
  type SigningCredentials,
} from '#lib/provenance/adapters/credential-folder.ts'
import { readCredentials, readSidecar } from '#lib/provenance/adapters/read-credentials.ts'
import { signPicture } from '#lib/provenance/adapters/sign-picture.ts'
import type { BirthRecord, Credentials } from '#lib/provenance/schema.ts'
import { birthRecord } from '#scripts/testing/birth-record.ts'
import { png } from '#scripts/testing/hostile-pictures.ts'
import { type Difference, differencesFrom, type RecordedWork } from './against-record.ts'
import { credentialsVerdict, judged, type RootOf } from './verdict.ts'

const folder = mkdtempSync(join(tmpdir(), 'verso-verdict-'))
let ours: SigningCredentials
let theirs: SigningCredentials
beforeAll(async () => {
  const instances = [join(folder, 'ours'), join(folder, 'theirs')]
  for (const one of instances) await ensureCredentials(one, 'verso.example')
  ;[ours, theirs] = instances.map(readSigning) as [SigningCredentials, SigningCredentials]
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const recordedOf = ({ recipe, creator, round, title }: BirthRecord): RecordedWork => ({
  roundId: round.id,
  chainId: round.chainId,
  collection: round.collection,
  creator: creator.address,
  recipe,
  recipeHash: recipeHashOf(recipe),
  title,
})

async function signed(record = birthRecord(), keys = ours): Promise<Uint8Array> {
  return (await signPicture({ bytes: await png(64), mime: 'image/png', record }, keys)).bytes
}

async function credentialsIn(bytes: Uint8Array, root = ours.root): Promise<Credentials> {
  const read = await readCredentials(bytes, 'image/png', root)
  if (!read) throw new Error('no credentials')
  return read
}

const verdictIn = async (bytes: Uint8Array, root: RootOf, record = birthRecord()) => {
  const recorded = recordedOf(record)
  return credentialsVerdict(judged(await credentialsIn(bytes), root, recorded), recorded.roundId)
}

describe('credentials against the record of a work', () => {
  it('are green below the root of the round, and attested below that of the instance alone', async () => {
    const bytes = await signed()
    expect(await verdictIn(bytes, 'round')).toBe('checked')
    expect(await verdictIn(bytes, 'instance')).toBe('attested')
  })

  it('are broken in a tampered copy, whoever vouches', async () => {
    const copy = await signed()
    copy[copy.length - 20] = (copy[copy.length - 20] ?? 0) ^ 1
    expect(await verdictIn(copy, 'round')).toBe('broken')
    expect(await verdictIn(copy, 'instance')).toBe('broken')
  })

  it('are forged where somebody else signs that they are of this round, and else only somebody’s', async () => {
    const forged = await signed(birthRecord(), theirs)
    expect(await verdictIn(forged, 'round')).toBe('broken')
    expect(await verdictIn(forged, 'instance')).toBe('attested')
    const round = { ...birthRecord().round, id: `0x${'0c'.repeat(32)}` as const }
    expect(await verdictIn(await signed(birthRecord({ round }), theirs), 'round')).toBe('attested')
  })

  it('of a finished work say who brought it, beside the file', async () => {
    const bytes = await png(64)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const inputs = [{ role: 'work', sha256: `sha256:${sha256}` as const }]
    const record = birthRecord({ recipe: { inputs } })
    const { sidecar } = await signPicture({ bytes, mime: 'image/png', record }, ours)
    const read = await readSidecar(sidecar ?? new Uint8Array(), sha256, ours.root)
    if (!read) throw new Error('no credentials')
    const recorded = recordedOf(record)
    const verdict = credentialsVerdict(judged(read, 'round', recorded), recorded.roundId)
    expect(verdict).toBe('checked')
    expect(differencesFrom(read, { ...recorded, creator: `0x${'22'.repeat(20)}` })).toEqual(['creator'])
  })
})

describe('what a file says that its record does not', () => {
  const record = birthRecord()
  const recorded = recordedOf(record)
  const { recipe } = recorded
  const hash = `sha256:${'5e'.repeat(32)}` as const
  let read: Credentials
  beforeAll(async () => {
    read = await credentialsIn(await signed(record))
  })

  it.each<[Difference, Partial<RecordedWork>]>([
    ['recipe', { recipeHash: hash }],
    ['creator', { creator: `0x${'22'.repeat(20)}` }],
    ['round', { roundId: `0x${'22'.repeat(32)}` }],
    ['round', { chainId: 1 }],
    ['round', { collection: `0x${'22'.repeat(20)}` }],
    ['parents', { recipe: { ...recipe, parents: [hash] } }],
    ['model', { recipe: { ...recipe, model: { ...recipe.model, version: '2' } } }],
    ['model', { recipe: { ...recipe, model: { ...recipe.model, id: 'another' } } }],
    ['source', { recipe: { ...recipe, inputs: [{ role: 'reference', sha256: hash }] } }],
    ['prompt', { recipe: { ...recipe, template: { ...recipe.template, text: 'Rain' } } }],
    ['title', { title: 'Early shift' }],
  ])('is named: %s %#', (name, change) => {
    expect(differencesFrom(read, recorded)).toEqual([])
    expect(differencesFrom(read, { ...recorded, ...change })).toEqual([name])
  })

  it('is named: another licence, and so what machines may learn', () => {
    const other = { ...recorded, recipe: { ...recipe, licence: 'CC0-1.0' } }
    expect(differencesFrom(read, other)).toEqual(['licence', 'mining'])
  })

  it('is named where the file says nothing of it at all', () => {
    const silent = { ...read, recipe: null, mining: null, prompt: null, title: null }
    expect(differencesFrom(silent, recorded)).toEqual(['recipe', 'prompt', 'mining', 'title'])
  })

  it('is not a title that the record tidied and cut', () => {
    const title = `Lighthouse \u202e at\n${'d'.repeat(200)}`
    const cut = `Lighthouse at ${'d'.repeat(50)}…`
    expect(differencesFrom({ ...read, title }, { ...recorded, title: cut })).toEqual([])
    expect(differencesFrom({ ...read, title }, { ...recorded, title: `${cut}x` })).toEqual(['title'])
  })
})
