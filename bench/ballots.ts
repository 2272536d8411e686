import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { canonicalBytes } from '#lib/protocol/canonical.ts'
import { ProtocolError } from '#lib/protocol/errors.ts'
import { parseLeaf } from '#lib/protocol/leaf.ts'
import { judge } from './ballots/judge.ts'
import { ballotLines } from './ballots/lines.ts'
import { median } from './cpu.ts'
import { atLeast, atMost, type BenchResult } from './result.ts'

const start = promisify(execFile)
const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const rateSchema = z.object({ curve: z.enum(['native', 'wasm']), perSecond: z.number() })
const WAYS = {
  native: { way: 'ours', preload: [], share: 1 },
  wasm: { way: 'ours', preload: ['--import', file('ballots/portable-only.mjs')], share: 1 },
  viem: { way: 'viem', preload: [], share: 0.1 },
} as const

async function rateOf(name: keyof typeof WAYS, count: number): Promise<number> {
  const { way, preload, share } = WAYS[name]
  const args = [...preload, file('ballots/rate.ts'), way, String(Math.ceil(count * share))]
  const { stdout } = await start(process.execPath, args)
  const { curve, perSecond } = rateSchema.parse(JSON.parse(stdout))
  if (name !== 'viem' && curve !== name) throw new Error(`this machine has no ${name} curve`)
  return perSecond
}

async function accepted(lines: readonly Uint8Array[]): Promise<number> {
  let count = 0
  for (const line of lines) {
    try {
      await judge(line)
      count += 1
    } catch (error) {
      if (!(error instanceof ProtocolError)) throw error
    }
  }
  return count
}

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n

/** The other form of a signature: s negated, v flipped. It recovers to the same account. */
function malleated(signature: string): `0x${string}` {
  const s = (ORDER - BigInt(`0x${signature.slice(66, 130)}`)).toString(16).padStart(64, '0')
  return `0x${signature.slice(2, 66)}${s}${signature.endsWith('1b') ? '1c' : '1b'}`
}

/** What was signed with another choice, and what was signed in its upper form. */
function attacks(lines: readonly Uint8Array[]) {
  const leaves = lines.map(parseLeaf)
  const forged = leaves.map((leaf) => ({ ...leaf, ballot: { ...leaf.ballot, choices: '#7' } }))
  const upper = leaves.map((leaf) => ({ ...leaf, signature: malleated(leaf.signature) }))
  return { forged: forged.map(canonicalBytes), malleated: upper.map(canonicalBytes) }
}

/** Ballots judged per CPU second, from their line in the log; each way in a process of its own, in turn. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const [count, repeats] = quick ? [200, 1] : [4000, 5]
  const rates = { native: [] as number[], wasm: [] as number[], viem: [] as number[] }
  for (let turn = 0; turn < repeats; turn += 1)
    for (const name of ['native', 'wasm', 'viem'] as const) rates[name].push(await rateOf(name, count))
  const [native, wasm, viem] = [median(rates.native), median(rates.wasm), median(rates.viem)]
  const lines = ballotLines(quick ? 200 : 10_000)
  const { forged, malleated: upper } = attacks(lines)
  return {
    name: 'ballots',
    figures: {
      'native, per CPU s': native,
      'WebAssembly, per CPU s': wasm,
      'viem, per CPU s': viem,
      'native to viem': Math.round((native / viem) * 10) / 10,
      'WebAssembly to viem': Math.round((wasm / viem) * 10) / 10,
    },
    bars: {
      [`of ${lines.length} signed accepted`]: atLeast(await accepted(lines), lines.length),
      [`of ${lines.length} forged accepted`]: atMost(await accepted(forged), 0),
      [`of ${lines.length} malleated accepted`]: atMost(await accepted(upper), 0),
      ...(!quick && {
        'native, per CPU s': atLeast(native, 10_000),
        'WebAssembly, per CPU s': atLeast(wasm, 4_000),
        'native to viem': atLeast(Math.round((native / viem) * 10) / 10, 20),
      }),
    },
  }
}
