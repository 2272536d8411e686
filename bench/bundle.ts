import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { zipBundle } from '#lib/protocol/bundle-zip.ts'
import { CLAIMS } from '#lib/protocol/verify/sample-claims.ts'
import { type BigRoundSize, bigRound } from './bundle/big-round.ts'
import { secondsInBrowser } from './bundle/in-browser.ts'
import { attackBundle } from './bundle/mutations.ts'
import { median } from './cpu.ts'
import { atMost, type Bar, type BenchResult } from './result.ts'

const start = promisify(execFile)
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const PORTABLE = ['--import', file('ballots/portable-only.mjs')]

const takenSchema = z.object({
  curve: z.enum(['native', 'wasm']),
  colour: z.enum(['green', 'red', 'unknown', 'attested']),
  findings: z.array(z.string()),
  cpuSeconds: z.number(),
  wallSeconds: z.number(),
  megabytes: z.number(),
})
type Taken = z.infer<typeof takenSchema>

/** Verifies an archive in a process of its own. Without a chain a sound bundle is unknown, for want of one. */
async function verify(
  archive: string,
  threads: 'alone' | 'pool',
  preload: readonly string[] = [],
): Promise<Taken> {
  const args = ['--conditions=react-server', ...preload, file('bundle/verify-file.ts'), archive, threads]
  const { stdout } = await start(process.execPath, args)
  const taken = takenSchema.parse(JSON.parse(stdout))
  const allowed = new Set(['needs-chain', 'needs-file', ...CLAIMS])
  if (taken.colour !== 'unknown' || taken.findings.some((code) => !allowed.has(code)))
    throw new Error(`a sound bundle is ${taken.colour}: ${taken.findings.join(', ')}`)
  return taken
}

async function writeArchive(
  folder: string,
  size: BigRoundSize,
): Promise<{ path: string; megabytes: number }> {
  const archive = zipBundle(await bigRound(size))
  const path = join(folder, `${size.ballots}.zip`)
  writeFileSync(path, archive)
  return { path, megabytes: archive.length / 1e6 }
}

const rounded = (value: number) => Math.round(value * 100) / 100

async function measureUsual(folder: string, quick: boolean) {
  const size = quick
    ? { ballots: 500, voters: 475, works: 40 }
    : { ballots: 10_000, voters: 9_500, works: 200 }
  const { path, megabytes } = await writeArchive(folder, size)
  const taken = { native: [] as Taken[], wasm: [] as Taken[] }
  for (let turn = 0; turn < (quick ? 1 : 5); turn += 1) {
    taken.native.push(await verify(path, 'alone'))
    taken.wasm.push(await verify(path, 'alone', PORTABLE))
  }
  const [native, wasm] = [taken.native, taken.wasm].map((runs) =>
    rounded(median(runs.map(({ cpuSeconds }) => cpuSeconds))),
  ) as [number, number]
  const browser: number[] = []
  for (let turn = 0; turn < (quick ? 0 : 3); turn += 1) browser.push(await secondsInBrowser(folder, path))
  const name = `${size.ballots} ballots`
  const figures = {
    [`${name}: native, CPU s`]: native,
    [`${name}: WebAssembly, CPU s`]: wasm,
    [`${name}: bundle, MB`]: rounded(megabytes),
  }
  const bars: Record<string, Bar> = quick
    ? {}
    : {
        [`${name}: native, CPU s`]: atMost(native, 2.5),
        [`${name}: WebAssembly, CPU s`]: atMost(wasm, 5),
        [`${name}: in a browser, wall s`]: atMost(rounded(median(browser)), 10),
        [`${name}: bundle, MB`]: atMost(rounded(megabytes), 2.5),
      }
  return { figures, bars }
}

async function measureLargest(folder: string): Promise<Record<string, Bar>> {
  const { path } = await writeArchive(folder, { ballots: 1_000_000, voters: 500_000, works: 200 })
  const { wallSeconds, megabytes } = await verify(path, 'pool')
  return {
    '1,000,000 ballots: wall s': atMost(rounded(wallSeconds), 180),
    '1,000,000 ballots: memory, MB': atMost(Math.round(megabytes), 2000),
  }
}

async function measureAttacks(quick: boolean): Promise<Record<string, Bar>> {
  const [ballots, count] = quick ? [40, 60] : [200, 1000]
  const { plain, resealed } = await attackBundle(ballots, count)
  const caught = (value: number): Bar => ({ value, bar: count, holds: value === count })
  return {
    'one byte changed: detected': caught(plain.detected),
    'one byte changed: record named': caught(plain.named),
    'sealed again: detected': caught(resealed.detected),
    'sealed again: record named': caught(resealed.named),
    ...(!quick && { 'both, CPU s': atMost(rounded(plain.seconds + resealed.seconds), 60) }),
  }
}

/** What it takes to verify a round from its bundle, and whether a changed one is caught. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const folder = mkdtempSync(join(tmpdir(), 'verso-bench-'))
  try {
    const usual = await measureUsual(folder, quick)
    const attacks = await measureAttacks(quick)
    const largest = quick ? {} : await measureLargest(folder)
    return { name: 'bundle', figures: usual.figures, bars: { ...usual.bars, ...attacks, ...largest } }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
