import { bytesToHex, taggedHash, utf8 } from '#lib/protocol/bytes.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { leafHashOf, verifyInclusion } from '#lib/protocol/log-tree.ts'
import { interleaved } from './cpu.ts'
import { atMost, type BenchResult } from './result.ts'

/** A leaf of 650 bytes, as a ballot of three choices has. */
function leafBytesOf(index: number): Uint8Array {
  const bytes = new Uint8Array(650)
  bytes.set(taggedHash('bench-leaf', utf8(String(index))))
  return bytes
}

/** Appends a log of ballots, then makes and checks inclusion proofs, CPU seconds. */
export async function run({ quick }: { quick: boolean }): Promise<BenchResult> {
  const [leaves, proofs] = quick ? [2_000, 200] : [100_000, 10_000]
  const lines = Array.from({ length: leaves }, (_, index) => leafBytesOf(index))
  let tree = new LogTree()
  let proven = 0
  const seconds = await interleaved(
    {
      append: () => {
        tree = new LogTree()
        for (const line of lines) tree.append(leafHashOf(line))
        tree.root()
      },
      prove: () => {
        const root = tree.root()
        proven = 0
        for (let index = 0; index < proofs; index += 1) {
          const at = (index * 7919) % leaves
          const leafHash = tree.leaf(at) ?? bytesToHex(new Uint8Array(32))
          const path = tree.inclusionPath(at)
          if (verifyInclusion({ leafHash, index: at, size: leaves, path, root })) proven += 1
        }
      },
    },
    quick ? 1 : 5,
  )
  return {
    name: 'log',
    figures: { leaves, proofs, 'append, µs each': Math.round((seconds.append / leaves) * 1e8) / 100 },
    bars: {
      'proofs that hold': { value: proven, bar: proofs, holds: proven === proofs },
      ...(!quick && {
        [`append ${leaves} leaves, CPU s`]: atMost(Math.round(seconds.append * 100) / 100, 1),
        [`${proofs} proofs made and checked, CPU s`]: atMost(Math.round(seconds.prove * 100) / 100, 0.6),
      }),
    },
  }
}
