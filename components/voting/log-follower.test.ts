import { beforeAll, describe, expect, it } from 'vitest'
import { leafBytes } from '#lib/protocol/leaf.ts'
import { LogTree } from '#lib/protocol/log-levels.ts'
import { leafHashOf } from '#lib/protocol/log-tree.ts'
import type { Bytes32 } from '#lib/protocol/primitives.ts'
import { headOf } from '#lib/protocol/verify/sample-facts.ts'
import { type SampleRound, sampleRound } from '#lib/protocol/verify/sample-round.ts'
import { type ListedHead, LogFollower, type LogProgress, type LogSource } from './log-follower.ts'
import { brokenHeads, logFault, logStatement, rootHolds } from './log-words.ts'

let round: SampleRound
let hashes: Bytes32[]
let tree: LogTree

beforeAll(async () => {
  round = await sampleRound()
  hashes = round.input.leaves.map((leaf) => leafHashOf(leafBytes(leaf)))
  tree = new LogTree(hashes)
})

async function listed(size: number, change: Partial<ListedHead> = {}, signer?: string): Promise<ListedHead> {
  const at = round.input.rules.opensAt + size
  const { head, signature } = await headOf(round.roundId, round.input.leaves.slice(0, size), at, signer)
  return { size, root: head.root, signedAt: at, signature, ...change }
}

/** A server that shows what it is told to, and nothing on chain. */
function source(heads: () => ListedHead[], change: Partial<LogSource> = {}): LogSource {
  return {
    heads: async () => heads(),
    hashes: async (from, take) => hashes.slice(from, from + Math.min(take, 2)),
    anchored: async () => null,
    onChain: async () => null,
    ...change,
  }
}

const follow = (from: LogSource) => {
  const { rules } = round.input
  const facts = {
    roundId: round.roundId,
    home: { chainId: rules.chainId, collection: rules.collection },
    operators: [rules.operator],
    anchors: [],
  }
  return new LogFollower(facts, from)
}
const still = () => {}
const anchorAt = (size: number, root = tree.root(size)) => ({ size, root, block: 9, time: 1 })

describe('a log that grows as it must', () => {
  it('is read once, leaf by leaf, and every head is made again', async () => {
    const shown = [await listed(2)]
    const told: LogProgress[] = []
    const follower = follow(source(() => shown))
    const first = await follower.step((progress) => told.push(progress))
    expect(first).toMatchObject({ size: 2, root: tree.root(2), fault: null })
    expect(told).toEqual([{ have: 0, of: 2 }])
    shown.unshift(await listed(5))
    told.length = 0
    const second = await follower.step((progress) => told.push(progress))
    expect(told.map(({ have }) => have)).toEqual([2, 4])
    expect(second.lines).toMatchObject([
      { size: 5, here: tree.root(5), root: tree.root(5), fault: null },
      { size: 2, here: tree.root(2), root: tree.root(2), fault: null },
    ])
    expect(logFault(second)).toBeNull()
    expect(logStatement(second)).toBe('5 ballots are in the log.')
  })

  it('holds what is on chain against the leaf hashes', async () => {
    const heads = [await listed(5)]
    const onChain = async () => ({ size: 3, root: tree.root(3) })
    const view = await follow(source(() => heads, { anchored: async () => anchorAt(3), onChain })).step(still)
    expect(view.onChain).toEqual({ size: 3, root: tree.root(3), equal: true })
    expect(view.lines[1]).toMatchObject({ size: 3, signedAt: null, anchor: { block: 9, equal: true } })
  })

  it('is empty before the first ballot', async () => {
    expect(await follow(source(() => [])).step(still)).toMatchObject({ size: 0, lines: [], fault: null })
  })
})

describe('a log that was touched', () => {
  const faultOf = async (from: LogSource, steps = 1) => {
    const follower = follow(from)
    let view = await follower.step(still)
    for (let step = 1; step < steps; step += 1) view = await follower.step(still)
    return logFault(view)
  }

  it('says which head its leaf hashes do not make', async () => {
    const heads = [await listed(5), await listed(2, { root: tree.root(3) })]
    expect(await faultOf(source(() => heads))).toBe('Head 2: the leaf hashes make another root.')
  })

  it('says which head somebody else signed', async () => {
    const heads = [await listed(4, {}, 'somebody')]
    expect(await faultOf(source(() => heads))).toBe('Head 4: it is not signed by the operator.')
  })

  it('says that leaves are missing', async () => {
    const heads = [await listed(6)]
    const few = { hashes: async (from: number) => hashes.slice(from, 4) }
    expect(await faultOf(source(() => heads, few))).toBe(
      'A head of 6 leaves is signed, and only 4 leaf hashes are published.',
    )
  })

  it('remembers what it was shown', async () => {
    const shown = [await listed(5)]
    const shrinks = source(() => shown.splice(0, 1, ...[]))
    const before = await listed(3)
    expect(
      await faultOf({ ...shrinks, heads: async () => (shown.length > 0 ? shown.splice(0) : [before]) }, 2),
    ).toBe('The server showed head 5 before, and now shows 3 as the newest.')
    const twice = [[await listed(3)], [await listed(3, { root: tree.root(2) })]]
    expect(
      await faultOf(
        source(() => twice.shift() ?? []),
        2,
      ),
    ).toBe('Two heads of 3 leaves were shown, with different roots.')
  })

  it('says that the chain has another log', async () => {
    const heads = [await listed(5)]
    const other = async () => anchorAt(4, tree.root(2))
    expect(await faultOf(source(() => heads, { anchored: other }))).toBe(
      'The head of 4 leaves on chain is not of this log.',
    )
    const onChain = async () => ({ size: 4, root: tree.root(2) })
    expect(await faultOf(source(() => heads, { onChain }))).toMatch(/^The chain has a head of 4 leaves/)
  })
})

it('rejects when no answer comes, and goes on afterwards', async () => {
  const heads = [await listed(2)]
  let away = true
  const follower = follow(
    source(() => {
      if (away) throw new Error('away')
      return heads
    }),
  )
  await expect(follower.step(still)).rejects.toThrow('away')
  away = false
  expect(await follower.step(still)).toMatchObject({ size: 2, fault: null })
})

it('tells a head that is wrong from the root of all', async () => {
  const heads = [await listed(5), await listed(2, { root: tree.root(3) })]
  const view = await follow(source(() => heads)).step(still)
  expect(rootHolds(view)).toBe(true)
  expect([...brokenHeads(view)]).toEqual([2])
  const onChain = async () => ({ size: 5, root: tree.root(2) })
  expect(rootHolds(await follow(source(() => heads, { onChain })).step(still))).toBe(false)
})
