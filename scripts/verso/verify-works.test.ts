import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import { fileHashOf, sha256Bytes32 } from '#lib/protocol/bytes.ts'
import { canonicalBytes, parseCanonical } from '#lib/protocol/canonical.ts'
import { contentCidOf } from '#lib/protocol/content-cid.ts'
import { workPath } from '#lib/protocol/manifest.ts'
import { type Bytes32, ZERO_BYTES32 } from '#lib/protocol/primitives.ts'
import { type Recipe, recipeHashOf } from '#lib/protocol/recipe.ts'
import type { Rules } from '#lib/protocol/rules.ts'
import type { ReadCredentials } from '#lib/protocol/verify/picture-credentials.ts'
import type { Report } from '#lib/protocol/verify/report.ts'
import { CLAIMS } from '#lib/protocol/verify/sample-claims.ts'
import { type SampleRound, sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { type SampleWork, sampleWorks } from '#lib/protocol/verify/sample-works.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import {
  ensureCredentials,
  readSigning,
  type SigningCredentials,
} from '#lib/provenance/adapters/credential-folder.ts'
import { readCredentials } from '#lib/provenance/adapters/read-credentials.ts'
import { sealPicture } from '#lib/provenance/adapters/sign-picture.ts'
import type { BirthRecord } from '#lib/provenance/schema.ts'
import { runVerso } from './command-line.ts'

const folders: string[] = []
async function newKeys(): Promise<SigningCredentials> {
  const dataDir = mkdtempSync(join(tmpdir(), 'verso-works-'))
  folders.push(dataDir)
  await ensureCredentials(dataDir, 'verso.example')
  return readSigning(dataDir)
}
const derOf = ({ root }: SigningCredentials) => new Uint8Array(new X509Certificate(root).raw)
let ours: SigningCredentials
let theirs: SigningCredentials
let root: Uint8Array
beforeAll(async () => {
  ours = await newKeys()
  theirs = await newKeys()
  root = derOf(ours)
})
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

type Making = { keys?: SigningCredentials; record?: Partial<BirthRecord>; recipe?: Partial<Recipe> }

/** A picture with the bytes that it hangs with. */
async function withPicture(work: SampleWork, picture: Uint8Array, recipe: Recipe): Promise<SampleWork> {
  const [, thumb = picture, , brief = picture] = work.files
  const candidate = {
    ...work.candidate,
    contentHash: fileHashOf(picture),
    contentCid: await contentCidOf(picture),
    recipeHash: recipeHashOf(recipe),
  }
  return { ...work, candidate, files: [picture, thumb, canonicalBytes(recipe), brief] }
}

/** Signs a work of the sample as it was born, or says something else of it. */
async function signed(
  work: SampleWork,
  rules: Rules,
  roundId: Bytes32,
  { keys = ours, record, recipe }: Making = {},
) {
  const made = parseCanonical(work.files[2] ?? new Uint8Array()) as Recipe
  const [picture = new Uint8Array()] = work.files
  const birth: BirthRecord = {
    recipe: { ...made, ...recipe },
    creator: { address: work.candidate.creator, name: 'Ada' },
    round: { id: roundId, chainId: rules.chainId, collection: rules.collection, c2paRoot: rules.c2paRoot },
    title: work.metadata.title,
    alt: work.metadata.alt,
    madeAt: rules.submissionsOpenAt,
    ...record,
  }
  const { bytes } = await sealPicture({ bytes: picture, mime: 'image/png', record: birth }, keys)
  return withPicture(work, bytes, made)
}

type Change = (work: SampleWork, rules: Rules, roundId: Bytes32) => Promise<SampleWork>

/** A round below our root whose works are all signed, but for the first, which something else is done to. */
async function roundOf(first: Change = signed): Promise<SampleRound> {
  const round = await sampleRound({
    change: { c2paRoot: sha256Bytes32(root) },
    make: async (rules, roundId) => {
      const works = await sampleWorks(rules, roundId)
      return Promise.all(works.map((work, at) => (at === 1 ? first : signed)(work, rules, roundId)))
    },
  })
  round.files.set(workPath(sha256Bytes32(root)), root)
  return round
}

const checkOf = ({ checks }: Report, id: string) => checks.find((check) => check.id === id)
const told = ({ checks }: Report) =>
  checks.flatMap(({ id, findings }) =>
    findings.flatMap(({ colour, code, field }) =>
      ['2', '9'].includes(id) && !CLAIMS.includes(code)
        ? [[colour, code, field].filter(Boolean).join(' ')]
        : [],
    ),
  )
const verify = ({ files }: SampleRound, credentials: ReadCredentials = readCredentials) =>
  verifyBundle(files, { credentials })

const saying =
  (making: Making): Change =>
  (work, rules, roundId) =>
    signed(work, rules, roundId, making)

describe('credentials in the pictures of a bundle', () => {
  it('are read, and those of this round are counted', async () => {
    const report = await verify(await roundOf())
    expect(told(report)).toEqual([])
    expect(checkOf(report, '2')).toMatchObject({
      colour: 'attested',
      summary: '4 of 4 works are in this bundle, 4 signed below the root of this round',
    })
    expect(report.informative).toEqual([])
  })

  it.each<[string, Making, string[]]>([
    ['another recipe', { recipe: { seed: '1' } }, ['red credentials-differ verso.recipe.recipeHash']],
    [
      'another creator',
      { record: { creator: { address: `0x${'ee'.repeat(20)}`, name: 'Eve' } } },
      ['red credentials-differ verso.recipe.creator'],
    ],
    [
      'another round on another chain',
      {
        record: {
          round: {
            id: `0x${'77'.repeat(32)}`,
            chainId: 1,
            collection: `0x${'66'.repeat(20)}`,
            c2paRoot: ZERO_BYTES32,
          },
        },
      },
      [
        'red credentials-differ verso.recipe.round',
        'red credentials-differ verso.recipe.chainId',
        'red credentials-differ verso.recipe.collection',
      ],
    ],
    [
      'another licence, and so other words to machines',
      { recipe: { licence: 'CC-BY-4.0' } },
      [
        'red credentials-differ verso.recipe.recipeHash',
        'red credentials-differ verso.recipe.licence',
        'red mining-differs cawg.training-mining',
      ],
    ],
    [
      'a parent',
      { recipe: { parents: [`sha256:${'5a'.repeat(32)}`] } },
      ['red credentials-differ verso.recipe.recipeHash', 'red credentials-differ verso.recipe.parents'],
    ],
  ])('are red when they name %s', async (_name, making, found) => {
    expect(told(await verify(await roundOf(saying(making))))).toEqual(found)
  })

  it('are red when somebody else made them for this round', async () => {
    const report = await verify(await roundOf(saying({ keys: theirs })))
    expect(told(report)).toEqual(['red credentials-foreign'])
  })

  it('are somebody’s word when they are of somebody else, and of another round', async () => {
    const round = {
      id: `0x${'77'.repeat(32)}` as const,
      chainId: 1,
      collection: `0x${'66'.repeat(20)}` as const,
      c2paRoot: ZERO_BYTES32,
    }
    const report = await verify(await roundOf(saying({ keys: theirs, record: { round } })))
    expect(told(report)).toEqual(['attested credentials-others'])
  })

  it('are red when they do not belong to the file that hangs', async () => {
    const tampered: Change = async (work, rules, roundId) => {
      const { files } = await signed(work, rules, roundId)
      const [bytes = new Uint8Array(), , recipe = new Uint8Array()] = files
      const changed = bytes.with(bytes.length - 20, (bytes.at(-20) ?? 0) ^ 1)
      return withPicture(work, changed, parseCanonical(recipe) as Recipe)
    }
    const report = await verify(await roundOf(tampered))
    expect(told(report)).toEqual(['red credentials-broken'])
  })

  it('that are lacking are said: a picture that could not be signed hangs as it came', async () => {
    const report = await verify(await roundOf(async (work) => work))
    expect(told(report)).toEqual(['attested credentials-none'])
    expect(checkOf(report, '2')?.summary).toContain('3 signed below')
  })

  it('of a finished work are its own, whatever they are', async () => {
    for (const making of [{ recipe: { seed: '1' } }, { keys: theirs }]) {
      const brought: Change = async (work, rules, roundId) => {
        const { files } = await signed(work, rules, roundId, making)
        const [bytes = new Uint8Array()] = files
        const made = parseCanonical(work.files[2] ?? new Uint8Array()) as Recipe
        const recipe: Recipe = { ...made, inputs: [{ role: 'work', sha256: fileHashOf(bytes) }] }
        return withPicture(work, bytes, recipe)
      }
      // Its brief names no finished work, which is what is red here.
      const found = told(await verify(await roundOf(brought)))
      expect(found.filter((one) => one.includes('credentials'))).toEqual([])
    }
  })
})

describe('credentials that nobody can judge', () => {
  it('are unknown without the root that the rules name', async () => {
    const round = await roundOf()
    round.files.delete(workPath(sha256Bytes32(root)))
    const report = await verify(round)
    expect(told(report)).toEqual(['unknown needs-file'])
    expect(checkOf(report, '2')?.findings[0]).toMatchObject({ file: workPath(sha256Bytes32(root)) })
  })

  it('are red with another certificate in its place', async () => {
    const round = await roundOf()
    round.files.set(workPath(sha256Bytes32(root)), derOf(theirs))
    expect(told(await verify(round))).toContain('red credentials-root')
  })

  it('are unknown, at each picture, where the reader fails', async () => {
    const report = await verify(await roundOf(), () => Promise.reject(new Error('no engine')))
    expect(told(report)).toEqual(Array(4).fill('unknown credentials-unread'))
  })

  it('are left to the reader of the report where nobody reads them', async () => {
    const { files } = await roundOf()
    const report = await verifyBundle(files)
    expect(told(report)).toEqual([])
    expect(report.trust).toContain('The credentials in pictures: they were not read here.')
  })

  it('are not judged in a round that names no root, and never opened', async () => {
    const { files } = await sampleRound()
    const report = await verifyBundle(files, { credentials: () => Promise.reject(new Error('asked')) })
    expect(told(report)).toEqual([])
    expect(report.trust).toContain('The credentials in pictures: this round names no root to judge them by.')
  })
})

describe('verso verify', () => {
  const verso = async (files: ReadonlyMap<string, Uint8Array>) => {
    const archive = join(folders[0] ?? '', 'round.zip')
    writeFileSync(archive, zipBundle(files))
    const printed = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
    const code = await runVerso(['verify', archive, '--offline'])
    const told = printed.mock.calls.join('')
    printed.mockRestore()
    return { code, told }
  }

  it('reads them itself', async () => {
    const { code, told } = await verso((await roundOf()).files)
    expect(code).toBe(2)
    expect(told).toContain('4 signed below the root of this round')
    expect(told).not.toContain('The credentials in pictures')
  })

  it('shows what a picture says on one line, and lets it move no cursor', async () => {
    const collection = `\u001b[2J\u009b31m${'x'.repeat(900)}` as Rules['collection']
    const round = { id: `0x${'77'.repeat(32)}` as const, chainId: 1, collection, c2paRoot: ZERO_BYTES32 }
    const { code, told } = await verso((await roundOf(saying({ record: { round } }))).files)
    expect(code).toBe(1)
    expect(told).toContain('[2J 31mxxx')
    for (const control of ['\u001b', '\u009b']) expect(told).not.toContain(control)
    expect(told).not.toContain('x'.repeat(300))
  })

  it('is red for those of a forger, and says how to get what it lacks', async () => {
    const { files } = await roundOf(saying({ keys: theirs }))
    expect(await verso(files)).toMatchObject({
      code: 1,
      told: expect.stringContaining('credentials-foreign'),
    })
    const core = new Map([...files].filter(([path]) => !path.startsWith('works/')))
    expect(await verso(core)).toMatchObject({
      code: 2,
      told: expect.stringContaining('with works=winners they are'),
    })
  })
})
