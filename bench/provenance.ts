import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { drawPng } from '#lib/generation/artist/draw.ts'
import { tokenPath, workPath } from '#lib/protocol/manifest.ts'
import type { CheckId } from '#lib/protocol/verify/report.ts'
import { sampleReader } from '#lib/protocol/verify/sample-chain.ts'
import { sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { verifyBundle } from '#lib/protocol/verify/verify.ts'
import { ensureCredentials, readSigning } from '#lib/provenance/adapters/credential-folder.ts'
import { readCredentials } from '#lib/provenance/adapters/read-credentials.ts'
import { sealPicture } from '#lib/provenance/adapters/sign-picture.ts'
import { birthRecord } from '#scripts/testing/birth-record.ts'
import { isWhole } from '#scripts/testing/independent-reader.ts'
import { cpuSeconds, median } from './cpu.ts'
import { findAgain } from './near.ts'
import { atLeast, atMost, type BenchResult } from './result.ts'

const SIDE = 1024
const PROMPT =
  'A woodcut of three hills at night, two inks, a lighthouse on the last of them and its beam over the sea, dusk'

const record = birthRecord({
  recipe: { template: { id: 'brief', version: '1', text: PROMPT } },
  alt: 'Three hills in dark blue on warm paper; on the last one a lighthouse, its beam falling to the right over a sea of fine lines.',
})

type Mime = 'image/png' | 'image/jpeg'

async function pictures(): Promise<{ mime: Mime; bytes: Uint8Array }[]> {
  const { png } = drawPng({ prompt: PROMPT, seed: 4812, width: SIDE, height: SIDE })
  // Noise as of film: what a diffusion model gives does not pack as well as flat inks.
  const noisy = sharp({
    create: {
      width: SIDE,
      height: SIDE,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
      background: '#000',
    },
  })
  return [
    { mime: 'image/png', bytes: png },
    { mime: 'image/png', bytes: new Uint8Array(await noisy.clone().png({ compressionLevel: 6 }).toBuffer()) },
    { mime: 'image/jpeg', bytes: new Uint8Array(await noisy.clone().jpeg({ quality: 90 }).toBuffer()) },
  ]
}

/** CPU milliseconds of each of several runs, the first of which is not counted. */
async function milliseconds(repeats: number, work: () => Promise<unknown>): Promise<number> {
  await work()
  const times: number[] = []
  for (let turn = 0; turn < repeats; turn += 1) times.push(1_000 * (await cpuSeconds(work)))
  return median(times)
}

/** A picture, a recipe, a token document, the rules. */
const FLIPS = 4

/** How many of four changed bytes of a round are red in the very check that is about them. */
async function flipsTold(): Promise<number> {
  const round = await sampleRound()
  const { candidates } = round.input
  const winner = candidates.find(({ number }) => number === round.bundle.result.winners[0]?.number)
  if (!winner) return 0
  const places: [path: string, at: number, checks: CheckId[]][] = [
    [workPath(winner.contentHash), 60, ['2']],
    [workPath(winner.recipeHash), 60, ['2']],
    // The first letter of its alternative text, and the title of the rules: still well formed.
    [tokenPath(1), textAt(round.files.get(tokenPath(1)), 'an abstract'), ['7b', '8']],
    ['rules.json', textAt(round.files.get('rules.json'), round.input.rules.title), ['1']],
  ]
  let told = 0
  for (const [path, at, checks] of places) {
    const bytes = round.files.get(path) ?? new Uint8Array()
    const files = new Map([...round.files, [path, bytes.with(at, (bytes[at] ?? 0) ^ 1)]])
    const report = await verifyBundle(files, { chain: sampleReader(round) })
    const red = new Set(report.checks.filter(({ colour }) => colour === 'red').map(({ id }) => id))
    if (checks.every((id) => red.has(id))) told += 1
  }
  return told
}

const textAt = (bytes: Uint8Array | undefined, text: string) => Buffer.from(bytes ?? []).indexOf(text)

/** What credentials cost a picture, and whether somebody else's reader accepts them. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'verso-bench-'))
  const repeats = quick ? 3 : 15
  const figures: Record<string, number> = {}
  let [slowestSign, slowestVerify, mostAdded, accepted, refused] = [0, 0, 0, 0, 0]
  try {
    await ensureCredentials(dataDir, 'verso.example')
    const keys = readSigning(dataDir)
    const all = await pictures()
    for (const { mime, bytes } of all) {
      const name = `${mime.slice(6)} of ${Math.round(bytes.length / 1024)} kB`
      const order = { mime, bytes, record }
      const { bytes: signed } = await sealPicture(order, keys)
      const sign = await milliseconds(repeats, () => sealPicture(order, keys))
      const verify = await milliseconds(repeats, () => readCredentials(signed, mime, keys.root))
      figures[`${name}: sign, CPU ms`] = Number(sign.toFixed(1))
      figures[`${name}: verify, CPU ms`] = Number(verify.toFixed(1))
      figures[`${name}: bytes added`] = signed.length - bytes.length
      slowestSign = Math.max(slowestSign, sign)
      slowestVerify = Math.max(slowestVerify, verify)
      mostAdded = Math.max(mostAdded, signed.length - bytes.length)
      if (await isWhole(signed, mime)) accepted += 1
      const changed = Uint8Array.from(signed)
      changed[signed.length - 200] = (changed[signed.length - 200] ?? 0) ^ 1
      const read = await readCredentials(changed, mime, keys.root)
      if (read?.standing === 'broken' && !(await isWhole(changed, mime))) refused += 1
    }
    const told = await flipsTold()
    const bars: BenchResult['bars'] = {
      'bytes added at most': atMost(mostAdded, 6_500),
      'accepted by an independent reader': atLeast(accepted, all.length),
      'one byte changed: refused by both': atLeast(refused, all.length),
      'one byte changed in a bundle: the right check is red': atLeast(told, FLIPS),
    }
    if (!quick) {
      bars['sign, CPU ms'] = atMost(Number(slowestSign.toFixed(1)), 25)
      bars['verify, CPU ms'] = atMost(Number(slowestVerify.toFixed(1)), 50)
    }
    const again = await findAgain({ quick })
    Object.assign(figures, again.figures)
    Object.assign(bars, again.bars)
    return { name: 'provenance', figures, bars }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
