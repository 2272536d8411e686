import { execFile, execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, expect, test } from 'vitest'
import type { Files } from '#lib/protocol/bundle.ts'
import { unzipBundle, zipBundle } from '#lib/protocol/bundle-zip.ts'
import { canonicalBytes, jsonLines, parseCanonical, parseJsonLines } from '#lib/protocol/canonical.ts'
import { BLOCK_PROOFS, layerOf, MANIFEST, type Manifest, manifestOf } from '#lib/protocol/manifest.ts'
import { blockAt, OPENS, sampleBlock } from './sample-facts.ts'
import {
  figuresOf,
  type MethodRound,
  methodRounds,
  TEXTS,
  withBallot,
  withFigure,
  withResult,
} from './sample-methods.ts'
import {
  type Dice,
  edit,
  flip,
  type Mutant,
  pick,
  rearrange,
  sampleMutants,
  sequenceOf,
} from './sample-mutants.ts'
import { sampleRound } from './sample-round.ts'
import { extendedRound, postedWallet, WALLET_AT, walletCheck, walletLeaf } from './sample-wallets.ts'
import { verifyBundle } from './verify.ts'

const VERIFIER = fileURLToPath(new URL('../../../docs/vectors/independent', import.meta.url))
const MUTANTS = 200
const RECORDED_MUTANTS = 50
const METHOD_MUTANTS = 20
const WALLET_MUTANTS = 40

/** The first Python on the PATH, or Debian's. */
function findPython(): string | null {
  for (const python of ['python3', '/usr/bin/python3'])
    try {
      execFileSync(python, ['-c', 'import sys; assert sys.version_info >= (3, 8)'], { stdio: 'ignore' })
      return python
    } catch {
      // The next one, or none.
    }
  return null
}

const python = findPython()
const folder = mkdtempSync(join(tmpdir(), 'verso-independent-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function run(script: string, ...args: string[]): Promise<string> {
  const options = { cwd: VERIFIER, maxBuffer: 2 ** 26, env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } }
  try {
    return (await promisify(execFile)(python ?? '', [script, ...args], options)).stdout
  } catch (error) {
    // Red archives are an exit code, not a failure.
    if (error instanceof Error && 'stdout' in error && error.stdout) return String(error.stdout)
    throw error
  }
}

test.skipIf(!python)('another implementation reproduces every vector', { timeout: 120_000 }, async () => {
  expect(await run('vectors.py')).toMatch(/^\d{3,} vectors, 0 wrong\n$/)
})

/** The checks that each verifier finds red, by the name of the bundle. */
async function redOf(bundles: readonly Mutant[]): Promise<{ theirs: string[]; ours: string[] }> {
  const archives = bundles.map(({ files }) => zipBundle(files))
  const paths = archives.map((archive, at) => {
    const path = join(folder, `${at}.zip`)
    writeFileSync(path, archive)
    return path
  })
  const line = (at: number, checks: string[]) =>
    `${bundles[at]?.name}: ${[...new Set(checks)].toSorted().join(' ')}`
  const [told, reports] = await Promise.all([
    run('verify.py', ...paths),
    Promise.all(archives.map((archive) => verifyBundle(archive))),
  ])
  const lines = told.trim().split('\n')
  return {
    theirs: lines.map((report, at) =>
      line(
        at,
        JSON.parse(report).red.map(({ check }: { check: string }) => check),
      ),
    ),
    ours: reports.map(({ checks }, at) =>
      line(
        at,
        checks.filter(({ colour }) => colour === 'red').map(({ id }) => id),
      ),
    ),
  }
}

/** How many of the bundles after the first have something red. */
const redAmong = (told: string[]) => told.slice(1).filter((line) => !line.endsWith(': ')).length

test.skipIf(!python)(
  `it finds the same checks red in ${MUTANTS} changed bundles`,
  { timeout: 300_000 },
  async () => {
    const round = await sampleRound()
    const { theirs, ours } = await redOf([
      { name: 'as it is', files: round.files },
      ...sampleMutants(round, MUTANTS),
    ])
    expect(theirs).toEqual(ours)
    expect(redAmong(ours)).toBeGreaterThan(MUTANTS / 2)
    expect(ours[0]).toBe('as it is: ')
  },
)

/** Figures of a result; another winner than those of the ranking would have no token document. */
const COUNTED = /^(turnout\.|count\.|ranking\.0\.(?!number$))/

/** Signed ballots, results that say something else, and changes of any file, of a round by one method. */
async function changesOf({ name, method, round }: MethodRound, dice: Dice): Promise<Mutant[]> {
  const { result } = round.bundle
  const ballots = TEXTS[method].map(async ([text]) => ({
    name: `signed as ${text}`,
    files: await withBallot(round, text),
  }))
  const figures = figuresOf(result).filter((path) => COUNTED.test(path.join('.')))
  const results = Array.from({ length: 6 }, () => {
    const path = pick(dice, figures)
    return {
      name: `result with another ${path.join('.')}`,
      files: withResult(round, withFigure(result, path)),
    }
  })
  const mutants = [...(await Promise.all(ballots)), ...results]
  const others = sampleMutants(round, METHOD_MUTANTS - mutants.length, 1 + dice(2 ** 31 - 1))
  return [...mutants, ...others].map((mutant) => ({ ...mutant, name: `${name}, ${mutant.name}` }))
}

test.skipIf(!python)(
  `and in ${METHOD_MUTANTS} changes of a round by each other method`,
  { timeout: 300_000 },
  async () => {
    const dice = sequenceOf(20_261_130)
    const rounds = await methodRounds()
    const sound = rounds.map(({ name, round }) => ({ name, files: round.files }))
    const changes = (await Promise.all(rounds.map((one) => changesOf(one, dice)))).flat()
    const { theirs, ours } = await redOf([...sound, ...changes])
    expect(theirs).toEqual(ours)
    expect(ours.slice(0, sound.length)).toEqual(sound.map(({ name }) => `${name}: `))
    expect(changes.length).toBe(rounds.length * METHOD_MUTANTS)
    expect(redAmong(ours)).toBeGreaterThan(changes.length / 2)
  },
)

const EVIDENCED =
  /^(after\/.+|heads\.jsonl|posted\.jsonl|voids\.jsonl|powers\.jsonl|winners\.jsonl|evidence\.json)$/

/** A recorded block that still proves itself, and holds no transaction any more. */
function emptied(bytes: Uint8Array, at: number): Uint8Array {
  return jsonLines(
    parseJsonLines(bytes).map((row, index) =>
      index === at ? { ...(row as object), transactions: [], nodes: [] } : row,
    ),
  )
}

/** Changes of a recorded round in what its evidence speaks of, some of them sealed again. */
function recordedMutants(recorded: Files, count: number, seed = 20_261_129): Mutant[] {
  const dice = sequenceOf(seed)
  const { roundId } = parseCanonical(recorded.get(MANIFEST) ?? new Uint8Array()) as Manifest
  const paths = [...recorded.keys()].filter((path) => EVIDENCED.test(path) && recorded.get(path)?.length)
  const lists = paths.filter((path) => path.endsWith('.jsonl'))
  const bytesOf = (path: string) => recorded.get(path) ?? new Uint8Array()
  const changed = (what: string, path: string, bytes: Uint8Array): Mutant => {
    const files = new Map([...recorded, [path, bytes]])
    const reseal = layerOf(path) === 'core' && dice(4) > 0
    if (reseal) files.set(MANIFEST, canonicalBytes(manifestOf(roundId, files)))
    return { name: `${what} of ${path}${reseal ? ', manifest resealed' : ''}`, files }
  }
  const field = () => {
    const path = pick(dice, paths)
    return changed('a field', path, edit(dice, path, bytesOf(path)))
  }
  const kinds: (() => Mutant)[] = [
    field,
    () => {
      const path = pick(dice, paths)
      return changed('a bit', path, flip(dice, bytesOf(path)))
    },
    field,
    () => {
      const path = pick(dice, lists)
      return changed('the lines', path, rearrange(dice, bytesOf(path)))
    },
    field,
    () =>
      changed(
        'the receipts',
        BLOCK_PROOFS,
        emptied(bytesOf(BLOCK_PROOFS), dice(parseJsonLines(bytesOf(BLOCK_PROOFS)).length)),
      ),
  ]
  return Array.from({ length: count }, (_, at) => {
    const { name, files } = (kinds[at % kinds.length] as () => Mutant)()
    return { name: `${at}: ${name}`, files }
  })
}

test.skipIf(!python)(
  `and in ${RECORDED_MUTANTS} changes of a recorded round`,
  { timeout: 300_000 },
  async () => {
    const recorded = unzipBundle(readFileSync(join(VERIFIER, '..', 'recorded.zip')))
    const { theirs, ours } = await redOf([
      { name: 'as it is', files: recorded },
      ...recordedMutants(recorded, RECORDED_MUTANTS),
    ])
    expect(theirs).toEqual(ours)
    expect(redAmong(ours)).toBeGreaterThan(RECORDED_MUTANTS / 2)
    expect(ours[0]).toBe('as it is: ')
  },
)

test.skipIf(!python)(
  'and where contracts signed: in the log, and posted, and what is said of them too early or too late',
  { timeout: 300_000 },
  async () => {
    const round = await sampleRound()
    const leaf = await walletLeaf(round)
    const askedAt = (seconds: number) => {
      const { number, hash } = sampleBlock(blockAt(WALLET_AT + seconds))
      return { ...leaf, check: walletCheck({ blockNumber: number, blockHash: hash }) }
    }
    const known = sampleBlock(blockAt(OPENS + 3600) + 1)
    const changed = { blockNumber: known.number, blockHash: known.parentHash }
    const posted = postedWallet(await walletLeaf(round, { at: OPENS + 7200 }))
    const voted = await extendedRound(round, { leaves: [leaf] })
    const bundles: Mutant[] = [
      { name: 'as it is', files: voted.files },
      { name: 'asked later', files: (await extendedRound(round, { leaves: [askedAt(9 * 3600)] })).files },
      { name: 'asked early', files: (await extendedRound(round, { leaves: [askedAt(-4000)] })).files },
      {
        name: 'asked at another block of that number',
        files: (await extendedRound(round, { leaves: [{ ...leaf, check: walletCheck(changed) }] })).files,
      },
      { name: 'posted', files: (await extendedRound(round, { posted: [posted] })).files },
      {
        name: 'posted, not taken',
        files: (await extendedRound(round, { posted: [posted], takes: false })).files,
      },
      ...sampleMutants(voted, WALLET_MUTANTS, 20_261_130),
    ]
    const { theirs, ours } = await redOf(bundles)
    expect(theirs).toEqual(ours)
    expect(ours.slice(0, 6)).toEqual([
      'as it is: ',
      'asked later: 4',
      'asked early: 4',
      'asked at another block of that number: 4',
      'posted: ',
      'posted, not taken: ',
    ])
  },
)
